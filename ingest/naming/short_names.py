"""Persons that a paper calls by a short name alone, where the syntax shows that somebody is meant.

Takes the tokens of a sentence, its triggers and the tokens that are taken, gives tokens. Many a surname is a word of
the language too (الحكيم، السوداني، بري), so that only places are looked at which nobody but a person fills: right
behind a verb or before one that opens the sentence, in construct with a masdar, the object of a circumstance, and what
goes on with such a name: joined to it by و or by the preposition of an argument (Ryding 2005, 3.1, 5.1 and 16): التقى
الصدر بالعامري.
"""

from collections.abc import Container, Iterator, Sequence

from ingest.naming.names import load_names
from ingest.naming.runs import NONE
from ingest.text import words
from ingest.text.imperfects import is_imperfect
from ingest.text.scope import is_future, is_in
from ingest.text.sentences import Token
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

_BETWEEN = "بين"  # which as a verb of saying is too rare
_MET_BY, _KINGS = "مع", frozenset({"الملك", "الرئيس", "الامير"})  # who open headlines: الملك يبحث مع الرئيس
_WITH, _OF, _BOTH = frozenset({"مع", "ضد"}), "من", frozenset({"كل", "كلا"})
_ONE, _COMMAS = frozenset({"الذي", "التي"}), frozenset("،,")
_DEFINITE = ("ال", "بال", "لل")
_TO = frozenset({"ل", "لل"})
_COLON, _WHERE = ":", frozenset({"من", "في", "بعد"})
HEADED = 3  # tokens of what a headline is on, with its colon: كردستان العراق: بارزاني يلتقي


def short_names(
    tokens: Sequence[Token], triggers: Sequence[Trigger], taken: Container[int]
) -> Iterator[tuple[int, str]]:
    """The tokens of short names at such places, in order, each with the name; none in a sentence of no relation."""
    if not triggers:
        return
    before, described, last = frozenset(_governing(tokens, triggers)), _describing(triggers), -9
    for k, token in enumerate(tokens):
        if k in taken:  # وميقاتي between two short names
            told = k - 1 in before or (k == 0 and len(tokens) > HEADED and is_imperfect(tokens[k + 2].form))
            lone = told and k + 1 not in taken and _is_known(token.form)  # التقى لافروف وفيدان، تبون وسعيد يلتقيان
            last = k if lone or (k == last + 1 and token.form[:1] == "و") else last
            continue
        free = k - 1 in before or k == last + 1 or _opens(tokens, triggers, k) or _is_counted(tokens, k, last)
        free |= k > 0 and _is_told(tokens, k)
        free |= k > 0 and tokens[k - 1].form == _BETWEEN and _is_first(tokens, triggers, k)
        free |= k > 0 and tokens[k - 1].form == _MET_BY and any(_meets(t, k) for t in triggers)
        joined = _joined(token.form) if k == last + 1 or k - 1 in before or k - 1 in described else ()
        name = next(filter(_is_person, (*((token.form,) if free else ()), *joined)), None)
        name = token.form if k == 0 and token.form in _KINGS and _opens(tokens, triggers, k) else name
        if name is not None and not _is_at_risk(tokens, k, name):
            last = k
            yield k, name


def _is_told(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word stands between أن and a verb, whose subject it is: أعلن أن السوداني سيلتقي (Ryding 19)."""
    behind = tokens[k + 1] if k + 1 < len(tokens) else None
    verb = behind is not None and (is_imperfect(behind.form) or is_future(behind.form))
    return verb and is_in(tokens[k - 1].form, "complementizers")


def _is_first(tokens: Sequence[Token], triggers: Sequence[Trigger], k: int) -> bool:
    """Whether the word stands behind بين and before another short name, the two who meet: لقاء بين الشرع ونتنياهو."""
    other = tokens[k + 1].form if k + 1 < len(tokens) else ""
    meets = any(t.relation == "meets" and 0 < k - t.until <= HEADED for t in triggers)
    return meets and other[:1] == "و" and _is_known(other[1:])


def _meets(trigger: Trigger, k: int) -> bool:
    """Whether مع right before the word tells with whom a meeting is held (Ryding 16): لقاءاته مع السراج وحفتر."""
    return trigger.relation == "meets" and trigger.kind in "MN" and 0 < k - trigger.until < HEADED


def _is_at_risk(tokens: Sequence[Token], k: int, name: str) -> bool:
    """Whether the word is what is at risk, in construct with whose it is: يهدد سلامة الملاحة (Ryding 2005, 8.1)."""
    return is_in(name, "at_risk") and k + 1 < len(tokens) and tokens[k + 1].form.startswith("ال")


def _opens(tokens: Sequence[Token], triggers: Sequence[Trigger], k: int) -> bool:
    """Whether the word that opens the sentence or its words behind a colon can only be a subject, or who speaks.

    Before a verb in the imperfect, or a comma and a clause on one; who speaks also before where or to whom and a
    colon: العراق: السوداني يهدد، شكري من بيروت: نقف مع لبنان، الصفدي لغوتيريش: على إسرائيل.
    """
    heads = 0 < k <= HEADED and tokens[k - 1].surface == _COLON
    if (k and not heads) or k + 2 >= len(tokens):
        return False
    if tokens[k + 1].surface in _COMMAS:
        return tokens[k + 2].form in _ONE
    if is_imperfect(tokens[k + 1].form) and any(t.token == k + 1 and t.kind == "V" for t in triggers):
        return True
    placed = tokens[k + 1].form in _WHERE and any(t.surface == _COLON for t in tokens[k + 3 : k + 5])
    to = words.split(tokens[k + 1].form)[1] in _TO and any(t.surface == _COLON for t in tokens[k + 2 : k + 5])
    both = tokens[k + 1].form[:1] == "و" and _is_known(tokens[k + 1].form[1:])  # عون وسلام يبحثان
    both = both and is_imperfect(tokens[k + 2].form) and any(t.token == k + 2 and t.kind == "V" for t in triggers)
    return k == 0 and (tokens[1].surface == _COLON or placed or to or both)


def _is_counted(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether the word goes on behind a short name with مع, or behind كل من (Ryding 10.4)."""
    before = [tokens[j].form for j in range(max(0, k - 2), k)]
    return (k == last + 2 and before[-1] in _WITH) or (before[-1:] == [_OF] and before[0] in _BOTH)


def _governing(tokens: Sequence[Token], triggers: Sequence[Trigger]) -> Iterator[int]:
    """The tokens right behind which nobody but a person would have such a name."""
    yield from (k for k, t in enumerate(tokens) if t.form != _BETWEEN and is_in(t.form, "speech"))
    for trigger in triggers:
        form = tokens[trigger.token].form
        construct = trigger.kind == "M" and not words.split(form)[1].endswith(_DEFINITE)
        entry = load_lexicon()[trigger.entry]  # not of a visit, whose object is mostly a place that is no phrase
        acts = any("subj" in frame.get("source", ()) for frame in entry.frames) and not entry.only_persons
        of_persons = construct or trigger.kind == "V" or (trigger.kind == "A" and form.endswith("ا"))
        if acts and of_persons and not trigger.pronoun and trigger.until == trigger.token + 1:
            yield trigger.token


def _describing(triggers: Sequence[Trigger]) -> frozenset[int]:
    """The participles, behind whose preposition a short name stands: الأحزاب الداعمة للسوداني (Ryding 11)."""
    return frozenset(t.token for t in triggers if t.kind in "AS" and not t.pronoun)


def _is_person(form: str) -> bool:
    """Whether the word alone is the short name of a known person."""
    names = load_names()
    return any(names.type(actor) == "person" for actor in names.so_called(form))


def _is_known(form: str) -> bool:
    """Whether the word alone is the name of a known person, sure or short."""
    return _is_person(form) or load_names().index.get(form, NONE).get((form,)) == "person"


def _joined(form: str) -> Iterator[str]:
    """The word without و or the preposition of an argument: وميقاتي، بالعامري، للسوداني."""
    if form[:1] in {"و", "ب"}:
        yield form[1:]
    if form.startswith("لل"):
        yield f"ال{form[2:]}"
