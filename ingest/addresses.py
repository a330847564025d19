"""Addresses of articles on the web, as IRIs that every RDF syntax can hold.

Takes a URL as an article states it. Only http and https with a plain host are addresses: what a reader may
click on must not run a script or show another host than it goes to. Characters that an IRI must not hold
(RFC 3987, 2.2), and those that are not seen or turn the direction of text, are percent-encoded. Encoding
twice changes nothing.
"""

import re
from urllib.parse import quote

_ADDRESS = re.compile(
    r"(?P<host>https?://(?:[\w.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?)"
    r"(?P<path>[/?][^#]*)?(?:(?P<mark>#)(?P<fragment>.*))?",
    re.IGNORECASE | re.DOTALL,
)
_REFUSED = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_ENCODED = re.compile(
    r"%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9._~:/?@!$&'()*+,;=%\u00a1-\u00ac\u00ae-\u061b\u061d-\u1fff\u3001-\ud7ff"
    r"\uf900-\ufdcf\ufdf0-\ufefe-]"
)


def web_address(url: str) -> str:
    """``url`` as an absolute http(s) IRI; empty where it is none."""
    url = url.strip()
    if _REFUSED.search(url) or not (match := _ADDRESS.fullmatch(url)):
        return ""
    path, fragment = (_ENCODED.sub(_encode, match[part] or "") for part in ("path", "fragment"))
    return match["host"] + path + (match["mark"] or "") + fragment


def _encode(match: re.Match[str]) -> str:
    return quote(match[0], safe="")
