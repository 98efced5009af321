"""Step one: a seed's bytes in, an article out."""
