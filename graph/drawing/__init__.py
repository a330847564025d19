"""The network of actors: measured, laid out, and drawn as a page."""
