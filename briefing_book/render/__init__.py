"""Step four: the book in, Markdown pages out, through the templates."""
