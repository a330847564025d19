"""Who is who in an article: which phrases are one actor, whom pronouns stand for, who holds which office."""
