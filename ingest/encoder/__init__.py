"""A small language model that reads two phrases of a sentence for the relation between them."""
