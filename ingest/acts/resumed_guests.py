"""Whom one meets next, told of without another verb: التقى الرئيس الوزير وعرض معه الأوضاع، ثم السفير.

Takes a context, a verb of meeting and its claimed pairs, gives further pairs. Behind ثم stands another object of the
verb (Ryding 2005, 18), by its preposition where it has one (اجتمع بالوزير ثم بالسفير); so does a person whom و joins
behind a comma, where an aside on the guest before has ended: استقبل السفير بمناسبة تعيينه، والوزير فلانا.
"""

from collections.abc import Iterator, Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.verbs import Verbs
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb
from ontology.lexicon import load_lexicon

REACH = 40  # tokens from a guest to the next
OFFICE = 4  # words of two persons' office before their names: النائبين السابقين
_THEN, _OCCASION = "ثم", "بمناسبه"
_COMMAS = frozenset("،,")
_JOINED = {"bi": "ب", "ma3a": "مع"}
_PEOPLE = frozenset({"person", "group"})
Pair = tuple[int, int]


def resumed_guests(
    context: Context, phrases: Sequence[Phrase], actors: Sequence[int], trigger: Trigger, pairs: Sequence[Pair]
) -> Iterator[Pair]:
    """Who meets by the verb with each who is told of next; nothing for another word than a verb of meeting."""
    if (trigger.relation, trigger.kind) != ("meets", "V") or not pairs:
        return
    sources = list(dict.fromkeys(source for source, _ in pairs))
    known = {actors[i] for pair in pairs for i in pair}
    last = max((target for _, target in pairs), key=lambda i: phrases[i].last)
    if phrases[last].sentence != context.number or phrases[last].first < trigger.token:
        return
    for guest in _next(context, phrases, trigger, last):
        if actors[guest] not in known:
            known.add(actors[guest])
            yield from ((source, guest) for source in sources)


def _next(context: Context, phrases: Sequence[Phrase], trigger: Trigger, last: int) -> Iterator[int]:
    """Those told of behind the guest, to the next meeting or stop."""
    clauses, lists, tokens = Clauses.of(context, phrases), Lists.of(context, phrases), context.tokens
    start = clauses.end_of_list(last)
    slots = {slot for frame in load_lexicon()[trigger.entry].frames for slot in frame.get("target", ())}
    allowed = {"", *(letter for slot, letter in _JOINED.items() if slot in slots)}
    others = {t.token for t in context.triggers if t.token > trigger.token and _meets(t)}
    aside = start + 1 < len(tokens) and (is_in(tokens[start].form, "relatives") or tokens[start].form == _OCCASION)
    for k in range(start, min(len(tokens) - 1, start + REACH)):
        if clauses.is_stop(k) or k in others or is_in(tokens[k].form, "complementizers"):
            return
        then = tokens[k].form == _THEN
        joined = aside and tokens[k].surface in _COMMAS and tokens[k + 1].form.startswith("و")
        begin = k + 1 + _of_two(context, k + 1) if then else k + 1
        near = next((i for i in context.outer if phrases[i].first == begin), None) if then or joined else None
        near = near if near is not None else _behind_preposition(context, phrases, k) if then else None
        if near is None or lists.head(near) != near:
            continue
        by = clauses.government(near)[0]
        if phrases[near].type not in _PEOPLE and not (by and phrases[near].type == "organization"):
            continue
        end = clauses.end_of_list(near)
        goes_on = end < len(tokens) and (end in Verbs.of(context, phrases).seen or is_verb(tokens[end].form))
        if by in allowed and not goes_on and (then or (joined and phrases[near].type == "person")):
            yield from (i for i in lists.listed(near) if i == near or phrases[i].type in _PEOPLE)


def _meets(trigger: Trigger) -> bool:
    """Whether the word is a verb that tells of a meeting by itself: not عرض معه الأوضاع."""
    verb = (trigger.relation, trigger.kind) == ("meets", "V")
    return verb and load_lexicon()[trigger.entry].alone != "never"


def _of_two(context: Context, k: int) -> int:
    """The words of a dual's office before the two who hold it (Ryding 7.2): ثم النائبين السابقين فلانا وفلانا."""
    tokens = context.tokens[k : k + OFFICE]
    if not tokens or not is_in(words.without_article(tokens[0].form), "both_persons"):
        return 0
    return next((j for j, token in enumerate(tokens) if not token.form.startswith("ال")), 0)


def _behind_preposition(context: Context, phrases: Sequence[Phrase], k: int) -> int | None:
    """The phrase behind مع right behind token ``k``: ثم مع السفير."""
    free = k + 2 < len(context.tokens) and context.tokens[k + 1].form == "مع"
    return next((i for i in context.outer if free and phrases[i].first == k + 2), None)
