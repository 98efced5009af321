"""The briefing book: articles in, a cross-linked site out, every statement with its passage."""
