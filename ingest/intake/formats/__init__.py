"""One reader a file format: each takes an ``Input`` and gives its articles and notices, in file order."""
