"""An article's text in sentences, words and mentions, with the lexicon's triggers and what morphology says of them."""
