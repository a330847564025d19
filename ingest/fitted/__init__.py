"""What was fitted to annotated articles: taggers, ranker and judge, their features, numbers and data."""
