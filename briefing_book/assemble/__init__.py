"""Step three: all facts and the editorial files in, the book out."""
