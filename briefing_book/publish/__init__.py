"""Step five: pages in, the site out; and the check of what was published.

The functions stand in their modules: `site.build_site`, `serve.serve`, `check.check_site`,
`facts_check.check_facts`. They are not imported here, since MkDocs and lxml take their time.
"""
