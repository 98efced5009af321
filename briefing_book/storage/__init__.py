"""How files are kept and written: whole or not at all, one build at a time, and nothing made twice."""
