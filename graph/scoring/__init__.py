"""How good readings are: precision, recall and F1 against gold annotations, and the causes of errors."""
