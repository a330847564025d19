"""Stores on other machines, spoken to over HTTP."""
