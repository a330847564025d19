"""An article as it came in: its text, unchanged, and what is stated about it."""

import datetime as dt
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. All spans of all later steps are half-open code-point offsets into ``text``."""

    name: str  # what a user calls it: the file's stem or the record's id
    text: str  # the original, headline first, after decoding and nothing else
    title: str | None = None  # the headline as it stands at the start of ``text``
    url: str | None = None
    outlet: str | None = None
    date: dt.date | None = None
    source: str = ""  # where it was read from, for messages
    page: str = ""  # SHA-256 of the page it was taken out of, with its name and address, in hexadecimal

    @property
    def id(self) -> str:
        """Sixteen hexadecimal digits: of the URL where one is stated, else of name and text."""
        key = self.url or f"{self.name}\n{self.text}"
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
