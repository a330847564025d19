"""Dates that a text states, in every calendar and way of telling, and those that it tells from its own day."""
