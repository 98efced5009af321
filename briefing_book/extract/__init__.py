"""Step two: an article in, its facts out. One module a kind of fact; the only place that knows spaCy."""
