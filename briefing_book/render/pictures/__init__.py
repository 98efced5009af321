"""The pictures of the book, drawn as SVG when its pages are rendered: they follow its colours, and print."""
