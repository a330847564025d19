"""Who only tells what others do: a paper, a station, an unnamed source.

Takes a phrase, gives yes or no.
"""

from ingest.naming.names import load_names
from ingest.text import words
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in


def only_tells(phrase: Phrase) -> bool:
    """Whether the phrase is such a one: قال مصدر إن الوزير سيلتقي، ذكرت القناة أن الوزير رفض، وطالب."""
    head = words.without_article(phrase.form.split()[0])
    return is_in(head, "unnamed_tellers") or load_names().is_outlet(phrase)
