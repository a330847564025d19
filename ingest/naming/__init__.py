"""Actor phrases: where the name, title or description of an actor begins and ends."""
