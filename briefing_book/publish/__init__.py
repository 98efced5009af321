"""Step five: pages in, the site out; and the check of what was published."""
