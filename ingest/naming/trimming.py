"""What the tagger takes into a span at its ends and is no part of a name: كل من, a clause behind a closing mark.

Takes the tokens of a sentence, its outer labels, which it changes, and the spans of the inner tagger.
"""

from collections.abc import Sequence

from ingest.naming.roles import is_title
from ingest.reading import ActorType
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.prepositions import preposition_of
from ingest.text.sentences import Token
from ingest.text.verb_persons import is_plural_imperfect
from ontology.function_words import load_function_words, united

Named = tuple[int, int, str]  # first token, one behind the last, type
_WHOEVER = frozenset({"من", "ممن", "الذين", "اللذين", "كل", "ما"})
_ANY = frozenset({"اي", "ايا", "ايه"})
_COMMAS, _OPENING, _CLOSING = frozenset("،,"), frozenset("«“‹‘"), frozenset("»”›’")


def trim(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    """Take out of every span what is no part of a name at its ends; behind one's own body another may be named."""
    _join_misters(tokens, labels)
    _join_offices(tokens, labels)
    _part_members(tokens, labels, named)
    for first, last, kind in list(spans(labels)):
        if behind := _behind_own(tokens, first, last):
            titled: ActorType = "person" if is_title(words.split(tokens[behind].form)[2]) else kind
            other = next((k for a, _, k in named if a == behind), titled)
            labels[behind:last] = [f"{'I' if j else 'B'}-{other}" for j in range(last - behind)]
            continue
        begin, end = _within_marks(tokens, named, first, last)
        end = end if kind == "person" else _before_clause(tokens, begin, end)
        if kind == "person" and begin == first and _is_place(tokens, first, last):
            begin += 2
        begin = _behind_palace(tokens, named, first, last) if kind == "person" and begin == first else begin
        if _is_measure(tokens, first, last) or _is_deed(tokens, first, last):
            begin = end
        begin += kind != "person" and begin == first and last - first > 1 and opens_with_deed(tokens[first])
        if (begin, end) == (first, last):
            continue
        own: str = next((k for a, _, k in named if a == begin), kind) if begin > first else kind
        labels[first:last] = ["O"] * (last - first)
        labels[begin:end] = [f"{'I' if j else 'B'}-{own}" for j in range(end - begin)]


def _before_clause(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where people end whom a clause without relative pronoun tells of, a verb of several (14.3): محامين يمثلونه."""
    for k in range(first, last):
        if tokens[k].form in _WHOEVER:
            break
        if k > first and is_plural_imperfect(tokens[k].form):
            return k
    return last


def _join_misters(tokens: Sequence[Token], labels: list[str]) -> None:
    """Make one span of a lone السيد or الأخ and the office right behind it: الأخ قائد الثورة (Ryding 8.5)."""
    for k in range(1, len(labels)):
        alone = labels[k - 1] == "B-person" == labels[k] and tokens[k - 1].form in load_function_words()["misters"]
        if alone and is_title(tokens[k].form):
            labels[k] = "I-person"


def _join_offices(tokens: Sequence[Token], labels: list[str]) -> None:
    """Make one span of an indefinite office and the body right behind it, its genitive (8.1): حاكم المصرف المركزي."""
    for first, last, kind in list(spans(labels)):
        alone = first > 0 and labels[first - 1] == "B-person" and kind == "organization"
        before = tokens[first - 1].form if alone else ""
        if before and before in load_function_words()["office_holders"] and not words.split(tokens[first].form)[0]:
            labels[first:last] = ["I-person"] * (last - first)


def _part_members(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    """Cut a span before the members of the group that a pronoun tells: رؤساء سابقين هم فلان (Ryding 12)."""
    for first, last, _ in list(spans(labels)):
        k = next((k for k in range(first + 1, last) if tokens[k].form in load_function_words()["who_are"]), None)
        if k is None:
            continue
        kind = next((t for a, _, t in named if a == k + 1), "person")
        labels[first:last] = ["B-group", *["I-group"] * (k - first - 1), "O", *[f"I-{kind}"] * (last - k - 1)]
        if k + 1 < last:
            labels[k + 1] = f"B-{kind}"


def _behind_own(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where ل or ب brings somebody behind a word like حزبه, which no name goes on; 0 for none.

    دعم حزبه | لرئيس البلاد، دعم حكومة بلاده | لإقليم كردستان.
    """
    own = first + (tokens[first].form in load_function_words()["governments"] and last - first > 1)
    owned = tokens[own].form in united("own_bodies", "own_states") and last - own > 1
    return own + 1 if owned and preposition_of(tokens[own + 1].form) in {"ل", "ب"} else 0


def _is_place(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the first word only tells where, before a comma and a title: استقبل بالمكلا، المقدم فلانا (Ryding 16)."""
    _, joined, rest = words.split(tokens[first].form)
    parted = last - first > 3 and tokens[first + 1].surface in _COMMAS and is_title(tokens[first + 2].form)
    return parted and joined in {"ب", "بال"} and not is_title(rest)


def _behind_palace(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> int:
    """Where a person begins behind the name of a palace or hall: استقبل الرئيس بقصر الاتحادية | محمد بن زايد (8.1)."""
    classes, form = load_function_words(), tokens[first].form
    joined, house = words.split(tokens[first - 1].form)[1:] if first else ("", "")
    if house not in classes["houses"] or joined not in {"", "ب"} or not form.startswith("ال") or is_title(form):
        return first
    begin = first + 1 + (tokens[first + 1].surface in _COMMAS) if first + 1 < last else last
    if begin >= last:
        return first
    titled = tokens[begin].form in classes["given"] or is_title(tokens[begin].form)
    return begin if titled or any(a == begin for a, _, _ in named) else first


def _is_deed(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the span is a deed and at most whose it is by a nisba: ترشيح، المبادرة المغربية (Ryding 10.2)."""
    head, behind = tokens[first].form, [token.form for token in tokens[first + 1 : last]]
    rest = words.split(head)[2]
    if load_function_words()["mere_deeds"].isdisjoint({head, rest}):  # وقوف, whose و is of the root
        return False
    return not behind or (len(behind) == 1 and head.startswith("ال") and behind[0].endswith(("ي", "يه")))


def opens_with_deed(token: Token) -> bool:
    """Whether the word is what somebody does, behind a preposition joined to it: سيتصدى لعدوان | المستوطنين (8.1)."""
    conjunction, joined, rest = words.split(token.form)
    return not conjunction and joined in {"ب", "ل"} and rest in load_function_words()["things_done"]


def _is_measure(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the span is only an adjective of somebody's masdar, with its pronoun right before: دعمه القوي (10.1)."""
    own = first > 0 and tokens[first - 1].form.endswith(("ه", "ها", "هم", "هما"))
    return own and last - first == 1 and tokens[first].form in load_function_words()["measures_of_backing"]


def _within_marks(tokens: Sequence[Token], named: Sequence[Named], first: int, last: int) -> tuple[int, int]:
    """The span without كل من before a name and what stands behind a closing mark with a comma or a mark that opens.

    كل من مصر وقطر, أي من الحزبين (Ryding 10.4); «الائتلاف»، عازية ذلك لفشل «المصلحين». Nor does a verb or noun of
    leading end it, whose object or genitive is another: وفد يرأسه فلان (14.2).
    """
    of = words.split(tokens[first].form)[2] if last - first > 2 and tokens[first + 1].form == "من" else ""
    every = of == "كل" and any(a == first + 2 for a, _, _ in named)
    begin = first + 2 if every or (of in _ANY and tokens[first + 2].form.startswith("ال")) else first
    while last - begin > 1 and tokens[last - 1].form in load_function_words()["leading"]:
        last -= 1
    for k in range(begin + 1, last):
        if tokens[k].surface in _OPENING:
            break
        behind = {token.surface for token in tokens[k + 1 : last]}
        if tokens[k].surface in _CLOSING and not behind.isdisjoint({*_OPENING, *_COMMAS}):
            return begin, k
    return begin, last
