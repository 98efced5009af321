"""Pages that nothing changed are not made again: they are taken over from the last site.

A page is kept with the key of what it was made from, with the files that it asked MkDocs for, and with what
others need of it: its title, its anchors, its links and its part of the search index. The record of it tells
the digests of the site's files, and the site's marker names the record: where one of the three does not fit
the others, or where anything could be at work that this package does not know, everything is made anew.
"""
