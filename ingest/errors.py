"""The errors of the layer that reads articles.

ShabakaError
+-- IngestError                 an article could not be read or analysed
    +-- ArticleError            a file or record is no article: says which, where and what was expected
    |   +-- BinaryError         its bytes are no text in any known encoding
    |   +-- SizeError           it is larger than an article can be
    +-- MorphologyError         an analysis rung was asked for that is not installed
"""

from ontology.errors import ShabakaError


class IngestError(ShabakaError):
    """An article could not be read or analysed."""


class ArticleError(IngestError):
    """A file or record cannot be read as an article."""


class BinaryError(ArticleError):
    """Bytes that are no text in any known encoding."""


class SizeError(ArticleError):
    """A document larger than an article can be."""


class MorphologyError(IngestError):
    """An analysis rung was asked for that is not installed; names the package that brings it."""


# What parsers of other hands let escape on damaged input: feedparser on a reference to a surrogate, warcio on
# a record without an address. Caught where such a parser is called, and only around that call.
PARSER_DEFECTS = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)
