"""Files and streams to articles: encodings, formats, what is a duplicate and what is not Arabic."""
