"""What is known: the vocabulary, the actors and the Arabic lexicon, as data, with their loaders."""
