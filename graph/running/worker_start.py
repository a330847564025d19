"""Imported by the process from which workers are forked: what all of them need is loaded once, and shared.

An exception to the rule that importing a module does nothing: the fork server of ``multiprocessing`` can only
be told to import.
"""

import gc

import graph.running.article_reading
import ingest.rdf  # noqa: F401
from ingest.article import Article

graph.running.article_reading.read_article(Article("", "التقى الوزير نظيره."))
gc.freeze()  # a collection in a worker would write to, and so copy, what is shared
