"""Content negotiation: the form of a result that a client wants, by its Accept header (RFC 9110, 12.5.1)."""

from collections.abc import Mapping

from graph.errors import RequestError

SOLUTIONS: Mapping[str, str] = {  # of SELECT and ASK; the first is given where all are welcome
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/json": "json",
}
TRIPLES: Mapping[str, str] = {  # of CONSTRUCT, DESCRIBE and whole graphs
    "text/turtle": "turtle",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
    "application/rdf+xml": "rdfxml",
    "application/json": "jsonld",
}
QUERY_TEXT = ("application/sparql-query", "text/plain")  # of a query that is wanted itself


def negotiated(accept: str, offered: Mapping[str, str]) -> str:
    """The media type of ``offered`` that ``accept`` prefers; an empty header welcomes all.

    Of those welcome alike the first offered. Raises ``RequestError`` (406) where none is.
    """
    ranges = _ranges(accept or "*/*")
    welcome = {media: _quality(media, ranges) for media in offered}
    best = max(welcome, key=lambda media: welcome[media])
    if not welcome[best]:
        raise RequestError(406, f"Accept: {accept[:200]}: none of these is made here; choose of {', '.join(offered)}")
    return best


def prefers_page(accept: str) -> bool:
    """Whether a browser asks, to show a page to somebody."""
    ranges = _ranges(accept)
    return ranges.get("text/html", 0) > max((ranges.get(media, 0) for media in TRIPLES), default=0)


def content_type(media: str) -> str:
    """The media type as a header tells it."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media


def _ranges(accept: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for part in accept.lower().split(","):
        media, *parameters = (piece.strip() for piece in part.split(";"))
        weights = [p.partition("=")[2] for p in parameters if p.partition("=")[0].strip() == "q"]
        if media:
            found[media] = _weight(weights[0]) if weights else 1.0
    return found


def _weight(text: str) -> float:
    try:
        return min(max(float(text), 0.0), 1.0)
    except ValueError:
        return 0.0


def _quality(media: str, ranges: Mapping[str, float]) -> float:
    """The weight of the most exact range that takes in ``media``."""
    kind = media.partition("/")[0]
    return next((ranges[name] for name in (media, f"{kind}/*", "*/*") if name in ranges), 0.0)
