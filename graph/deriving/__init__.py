"""What follows from the articles of a store: ties, event clusters, near copies."""
