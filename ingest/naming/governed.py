"""Where what a verb or masdar governs begins in the span right behind it: رحب الوزير | بالوفد، طلب الزعيم | من الجيش.

Takes the tokens of a sentence, its triggers, a span and what is named in it; gives the tokens at which the complement
begins, with its preposition. The subject ends where it stands (Ryding 2005, 3.1, 5.1 and 16).
"""

from collections.abc import Container, Iterator, Mapping, Sequence

from ingest.naming import seams
from ingest.naming.partitives import human_plural, opens_construct
from ingest.text import words
from ingest.text.name_rules import may_name
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_masdar
from ontology.function_words import load_function_words, united
from ontology.lexicon import load_lexicon

Known = Mapping[str, Mapping[tuple[str, ...], str]]
Named = tuple[int, int, str]  # first token, one behind the last, type
_TO = "الي"
_WITH, _WITH_THE = ("", "ب"), "بال"
_JOINED = {"bi": ("ب", "بال"), "li": ("ل", "لل")}
_FREE = {"min": "من", "ma3a": "مع", "ila": "الي", "3ala": "علي", "didda": "ضد"}


def complements(
    tokens: Sequence[Token],
    triggers: Sequence[Trigger],
    named: Sequence[Named],
    known: Known,
    span: tuple[int, int],
) -> Iterator[int]:
    """Where the complement of the verb or masdar right before the span begins, with its preposition."""
    first, last = span
    governed = {p for t in triggers if t.until == first and t.kind in "VM" for p in _prepositions(t)}
    if not governed or words.split(tokens[first].form)[1] not in {"", "ال"}:  # it is the complement itself
        return
    joined = {form for p in governed for form in _JOINED.get(p, ())}
    asked = any(t.until == first and t.kind == "V" and t.relation == "demands" for t in triggers)
    backs = "bi" in governed and any(t.until == first and t.relation == "supports" for t in triggers)
    free = {_FREE[p] for p in governed if p in _FREE}
    for k in range(first + 1, last - 1 if free else last):
        form = tokens[k].form
        if form in load_function_words()["prepositions"] - free:  # سفير الاتحاد لدى اليمن
            continue
        conjunction, preposition, rest = words.split(form)
        whole = not conjunction and len(preposition) > 1 and seams.ends_name(named, k)
        here = not conjunction and preposition in joined and (whole or _opens(preposition, rest, known))
        body = rest in load_function_words()["definite_bodies"] or seams.is_head(rest)
        here |= asked and preposition in joined and len(preposition) > 1 and body  # أهاب المجلس بالأجهزة
        praised = (conjunction, preposition) == _WITH and _is_praised(tokens, named, known, (first, k))
        alone = backs and body and preposition == _WITH_THE and _is_last(tokens, k, last)
        if (backs and praised) or (alone and not _is_posted(tokens, named, first, k)):
            yield k
            return
        sent = form == _TO and k + 1 < last and _is_posting(tokens, first, tokens[k + 1].form, known)
        if not (here or form in free) or sent or _is_posting(tokens, first, rest, known):
            continue
        inside = () if rest in load_function_words()["deeds"] else named
        if is_person(tokens, named, k) or _is_complete(tokens, inside, k):
            yield k
            return


def _is_last(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether nothing else stands behind the same preposition: الوزير بالحكومة, not المسؤول بالوزارة بالجهود."""
    before, behind = tokens[k - 1].form, tokens[k + 1 : last + 2]
    return before.startswith("ال") and not any(words.split(token.form)[1] in _JOINED["bi"] for token in behind)


def _is_posted(tokens: Sequence[Token], named: Sequence[Named], first: int, k: int) -> bool:
    """Whether ب rather tells where the subject serves, an envoy or one whose name follows: السفير بالأمم المتحدة."""
    sent = words.without_article(tokens[first].form) in united("posts_abroad", "envoys")
    return sent or any(a > k and kind == "person" for a, _, kind in named)


def type_behind(tokens: Sequence[Token], named: Sequence[Named], span: tuple[int, int], kind: str) -> str:
    """The type of the actor in a complement, where its name does not tell: a titled person's, or a body's, no person.

    ``span``: the token of the preposition, and the actor's first.
    """
    k, start = span
    if start == k and is_person(tokens, named, k):
        return "person"
    rest = words.split(tokens[start].form)[2]
    body = rest in load_function_words()["definite_bodies"] or seams.is_head(rest)
    titled = rest in load_function_words()["titles"]
    return "organization" if kind == "person" and body and not titled else kind


def is_person(tokens: Sequence[Token], named: Sequence[Named], k: int) -> bool:
    """Whether لـ or بـ brings a title and a person's name, of whom no body is: المؤسسة العسكرية | للرئيس فلان."""
    _, joined, rest = words.split(tokens[k].form)
    title = joined in {"لل", "بال"} and rest in load_function_words()["titles"]
    return title and any(a == k + 1 and kind == "person" for a, _, kind in named)


def _is_praised(tokens: Sequence[Token], named: Sequence[Named], known: Known, span: tuple[int, int]) -> bool:
    """Whether ب brings a body, or a state by its name, which is no place behind praise: أشاد الوفد | بكوريا الشمالية.

    ``span``: the subject, which must be complete there.
    """
    first, k = span
    rest = words.split(tokens[k].form)[2]
    following = (rest, *(token.form for token in tokens[k + 1 : k + 5]))
    name = any(run == following[: len(run)] for run, kind in known.get(rest, {}).items() if kind != "person")
    people = opens_construct(rest) and tokens[k - 1].form.startswith("ال")  # أشادت رابطة المحامين | بموظفي الاقتراع
    if people or not (name or seams.is_head(rest)):
        return people
    ended = any(b == k for _, b, _ in named) or _is_unknown_name(tokens, first, k)
    return ended or _is_complete(tokens, named, k)


def _is_unknown_name(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether two words of a name that no class knows stand before token ``k``, behind a title."""
    return k - first > 2 and all(may_name(t.form) and not t.form.startswith("ال") for t in tokens[k - 2 : k])


def complement(tokens: Sequence[Token], named: Sequence[Named], k: int, last: int) -> int:
    """Where the actor begins in a complement at token ``k``: behind a preposition or a deed; ``last`` for none."""
    classes, rest = load_function_words(), words.split(tokens[k].form)[2]
    if rest in classes["deeds"]:  # تقدير القيادة للدعم القطري
        return min((a for a, _, _ in named if k < a < last), default=last)
    return k + (tokens[k].form in classes["prepositions"])


def opens_deed(token: Token) -> bool:
    """Whether a preposition is joined to a deed, so that the word is in nobody's name: للدعم، بتوفير."""
    _, joined, rest = words.split(token.form)
    deed = rest in load_function_words()["deeds"] and joined in {"ل", "لل", "ب", "بال"}
    return deed or (joined == "ب" and is_masdar(rest, token.surface[-len(rest) :]))


def harms(tokens: Sequence[Token], triggers: Sequence[Trigger], first: int, last: int) -> Iterator[int]:
    """Where what is threatened begins behind the threatener, a masdar with بـ: هدد القذافي بضرب فرنسا (Ryding 5.1)."""
    threats = (t for t in triggers if t.until == first and t.kind in "VM" and t.relation == "threatens")
    if not any("bi" in frame.get("content", ()) for t in threats for frame in load_lexicon()[t.entry].frames):
        return
    for k in range(first + 1, last):
        conjunction, joined, rest = words.split(tokens[k].form)
        if not conjunction and joined in {"ب", "بال"} and rest in load_function_words()["harms"]:
            yield k
            return


def _is_posting(tokens: Sequence[Token], first: int, rest: str, known: Known) -> bool:
    """Whether the word with its preposition is where somebody holds a post: السفير الفرنسي بالجزائر."""
    classes = load_function_words()
    place = rest in classes["cities"] or any(known.get(w, {}).get((w,)) == "state" for w in (rest, "ال" + rest))
    return place and words.without_article(tokens[first].form) in united("posts_abroad", "envoys")


def _prepositions(trigger: Trigger) -> Iterator[str]:
    """The prepositions of the target: of a masdar's object لـ too."""
    entry = load_lexicon()[trigger.entry]
    masdar = trigger.kind == "M"
    frames = (entry.masdar_frames if masdar else ()) or entry.frames
    for frame in frames:
        target = frame.get("target", ())
        yield from target
        if masdar and {"obj", "gen"} & set(target):
            yield "li"


def _opens(preposition: str, rest: str, known: Container[str]) -> bool:
    """Whether the letters are a preposition and no part of a name, and open no place or manner."""
    classes = load_function_words()
    if rest in classes["manners"]:
        return False
    people = rest in united("titles", "counterparts", "people") or human_plural(rest)
    people |= rest.endswith("ه") and rest[:-1] in classes["sides_in_plural"]  # لأنصاره
    if preposition[0] == "ب":
        return people or rest in united("deeds", "acts")
    people |= rest in classes["deeds"]
    return people or seams.is_head(rest) or rest in known or "ال" + rest in known


def _is_complete(tokens: Sequence[Token], named: Sequence[Named], k: int) -> bool:
    """Whether the subject ends before token ``k``: definite or a name, and no office or body that goes on with لـ."""
    before = tokens[k - 1].form
    if any(a < k < b for a, b, _ in named):
        return False
    if seams.ends_name(named, k):
        return True
    bare, classes = words.without_article(before), load_function_words()
    own = next((before.removesuffix(end) for end in ("ها", "هم", "ه") if before.endswith(end)), "")
    if own in classes["office_holders"] and not tokens[k - 1].surface.endswith("ة"):  # اجتمع نائبه بالوزير (12.3)
        return True
    return bare != before and bare not in classes["ranks"]
