"""The errors of the layer that reads articles.

ShabakaError
+-- IngestError                 an article could not be read or analysed
    +-- ArticleError            a file or record is no article: says which, where and what was expected
    +-- MorphologyError         an analysis rung was asked for that is not installed
"""

from ontology.errors import ShabakaError


class IngestError(ShabakaError):
    """An article could not be read or analysed."""


class ArticleError(IngestError):
    """A file or record cannot be read as an article."""


class MorphologyError(IngestError):
    """An analysis rung was asked for that is not installed; names the package that brings it."""
