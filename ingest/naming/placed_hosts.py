"""Where a verb's object begins behind the subject and a place: استقبل الرئيس المصري | في القاهرة | محمود عباس.

Takes the tokens of a sentence, its triggers and the names that the inner tagger sees; changes the outer labels. An
adverbial of place may stand between subject and object (Ryding 2005, 16). A place behind an office may also tell where
it is held (السفير في القاهرة فلان), but a verb of meeting wants an object (3.1): where nobody else stands behind who
could be it, the name behind the place is.
"""

from collections.abc import Sequence

from ingest.naming import receptions
from ingest.naming.office_asides import wants_object
from ingest.naming.roles import is_title
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.function_words import united
from ontology.lexicon import load_lexicon

Named = tuple[int, int, str]  # first token, one behind the last, type
_IN = "في"
_LONGEST = 3  # words of a place: في قصر بيان


def part(tokens: Sequence[Token], labels: list[str], triggers: Sequence[Trigger], inner: Sequence[Named]) -> None:
    """Cut every such object from the subject, and the place from both."""
    lexicon = load_lexicon()  # who visits goes to a place as often: زار القنصل في البصرة فلان الجامعة
    meeting = [t for t in triggers if t.relation == "meets" and not lexicon[t.entry].only_persons]
    for first, last, kind in list(spans(labels)) if meeting else ():
        k = next((k for k in range(first + 1, last - 1) if tokens[k].form == _IN), None)
        if k is None or kind != "person" or not wants_object(tokens, meeting, first, closed=False):
            continue
        names = [a for a, b, other in inner if other == "person" and k + 1 < a <= k + 1 + _LONGEST and b == last]
        office = words.without_article(tokens[first].form).removesuffix("ها")
        sent = office in united("posts_abroad", "envoys")
        titled = any(is_title(token.form) for token in tokens[k + 1 : names[0]]) if names else True
        if not (sent or titled) and not receptions.has_object(tokens, labels, last):
            labels[k : names[0]] = ["O"] * (names[0] - k)
            labels[names[0]] = "B-person"
