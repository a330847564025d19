"""Triples to people: stores, queries, draws, exports and serves them; holds the command line."""
