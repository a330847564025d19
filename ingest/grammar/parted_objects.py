"""Whom a call is made on behind an adverbial that no comma sets off: طالب الحزب في بيان الحكومة بوقف.

Takes a context, the phrases and a verb or participle of demanding, gives a ``Filler``. The phrase stands right
before the preposition or أن of what is called for, within the clause, and nothing but a document or talk can seem to
stand in construct with it (Ryding 2005, 8.1 and 16): what is said in a statement has no owner behind it but whoever is
asked.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of, pronominal
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon

REACH = 24  # tokens from the verb and its subject to whom it calls upon
COMPLEMENT = 5  # tokens of what an office is in: وكيل اللجنة بمجلس النواب،
ADJECTIVE = 2  # tokens before whom a call is made on, in which a document or talk stands
_CONTENT = {"ila": "الي", "3ala": "علي", "bi": "ب"}

PLACE = 2  # tokens of a place behind whom a call is made on

_ANEW, _IN = frozenset({"جديد"}), "في"
_COMMAS = frozenset("،,")
_THAT = frozenset({"ان", "بان", "الا", "بالا"})


def parted_object(context: Context, phrases: Sequence[Phrase], trigger: Trigger, edge: int) -> Filler | None:
    """The phrase behind token ``edge``, where the verb and its subject end; None where none is called upon there."""
    ends = content_openers(trigger) if trigger.relation == "demands" and trigger.kind in "VA" else frozenset[str]()
    if not ends:
        return None
    clauses, lists = Clauses.of(context, phrases), Lists.of(context, phrases)
    if _is_followed(context, phrases, edge, ends):  # what is called for comes first
        return None
    for i in context.outer:
        first = phrases[i].first
        if first < edge or lists.head(i) != i:
            continue
        between = [token.form for token in context.tokens[edge:first]]
        aside = sum(form in _COMMAS for form in between) % 2 or any(map(_takes_up, between))
        if first - edge > REACH or clauses.parted(edge - 1, first) or _is_circumstance(context, edge, first):
            return None
        if not aside and _is_followed(context, phrases, clauses.end_of_list(i), ends):
            return Filler(i, "far") if _is_free(context, phrases, i) else None
    return None


def called_behind(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> Filler | None:
    """The phrase right before what is called for, where ``phrase`` behind the subject only looks like its object.

    It describes the subject (دعا المجلس المنعقد الحكومة إلى) or is of an adjunct (حث الوزير خلال لقائه وفدا، الأحزاب
    على); nothing that is called for stands between (Ryding 10.1, 16).
    """
    ends = content_openers(trigger) if trigger.relation == "demands" and trigger.kind in "VA" else frozenset[str]()
    clauses, lists = Clauses.of(context, phrases), Lists.of(context, phrases)
    edge = clauses.end_of_list(phrase)
    if not ends or _is_followed(context, phrases, edge, ends):
        return None
    for i in context.outer:
        first = phrases[i].first
        if first < edge or lists.head(i) != i:
            continue
        opened = any(_opens(context, k, ends) for k in range(edge, first))
        if opened or first - edge > REACH or clauses.parted(edge - 1, first):
            return None
        end = clauses.end_of_list(i)
        placed = end + PLACE < len(context.tokens) and context.tokens[end].form == _IN  # الأحزاب في الإقليم على
        followed = any(_is_followed(context, phrases, k, ends) for k in {end, end + PLACE * placed})
        if clauses.government(i) == ("", False) and followed:
            return Filler(i, "far")
    return None


def _opens(context: Context, k: int, ends: frozenset[str]) -> bool:
    """Whether the token opens what is called for, and no place: بإنهاء العدوان, not بطرابلس."""
    form = context.tokens[k].form
    joined = preposition_of(form) in ends and not is_in(form, "unjoined", "times", "sources")
    return form in ends or form in _THAT or (joined and not is_in(words.split(form)[2], "cities"))


def is_oblique_list(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether a sound plural, or one joined to it before the content, shows that it is no subject (Ryding 7.2.2).

    ودعا الفلسطينيين; دعا الكوادر والعاملين إلى الإضراب.
    """
    shown = [phrase]
    for i in Lists.of(context, phrases).listed(phrase)[1:]:
        shown += [i] if phrases[i].first == phrases[shown[-1]].last else []
    behind = context.tokens[phrases[shown[-1]].last : phrases[shown[-1]].last + 1]
    told = bool(behind) and (is_in(behind[0].form, "prepositions") or preposition_of(behind[0].form) == "ب")
    shown = shown if told else [phrase]
    forms = [[token.form for token in context.tokens[phrases[i].first : phrases[i].last]] for i in shown]
    return any(map(agreement.is_oblique, [phrases[i] for i in shown], forms))


def is_office_aside(context: Context, phrases: Sequence[Phrase], phrase: int, edge: int) -> bool:
    """Whether the phrase behind token ``edge`` is of an office between commas, in apposition (Ryding 8.5).

    طالب فلان، مؤسس الجمعية، بتشكيل; طالب فلان، المدير السابق للوكالة، بكذا. So is a participle: فلان، المنشق عن الحزب،.
    """
    first, end, tokens = phrases[phrase].first, phrases[phrase].last, context.tokens
    own = first > edge - 1 and tokens[first - 1].form in _COMMAS  # the phrase is the office: فلان، عضو اللجنة بالمجلس،
    if own:
        end = _behind_complement(context, phrases, end)
    closed = end < len(tokens) and tokens[end].form in _COMMAS
    opened = [k for k in range(edge, first - (not own)) if tokens[k].form in _COMMAS]
    if not closed or not opened:
        return False
    office = words.without_article(tokens[opened[-1] + 1].form)
    tied = office.startswith("م") and office != tokens[first].form and is_in(tokens[first + 1].form, "prepositions")
    return is_in(office, "office_holders", "founders") if not own else tied or is_in(office, "members_of_bodies")


def _behind_complement(context: Context, phrases: Sequence[Phrase], end: int) -> int:
    """The comma behind a complement by بـ at token ``end``, where somebody else is named behind it, else ``end``."""
    tokens = context.tokens
    if end >= len(tokens) or preposition_of(tokens[end].form) != "ب":
        return end
    near = range(end + 1, min(len(tokens), end + COMPLEMENT))
    comma = next((k for k in near if tokens[k].form in _COMMAS), end)
    return comma if any(phrases[i].first == comma + 1 for i in context.outer) else end


def calls(trigger: Trigger) -> bool:
    """Whether it calls for something, be it of nobody (دعا إلى التهدئة), and does not make somebody do it (أجبر)."""
    frames = load_lexicon()[trigger.entry].frames
    return trigger.relation == "demands" and any("content" in frame and "target" not in frame for frame in frames)


def is_called_upon(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether what the word calls for stands right behind the phrase or its list."""
    end = Clauses.of(context, phrases).end_of_list(phrase)
    return _is_followed(context, phrases, end, content_openers(trigger))


def content_openers(trigger: Trigger) -> frozenset[str]:
    """The words that open what somebody is called upon to do, of the frames that take him for an object."""
    frames = (frame for frame in load_lexicon()[trigger.entry].frames if "obj" in frame.get("target", ()))
    return frozenset(_CONTENT[slot] for frame in frames for slot in frame.get("content", ()) if slot in _CONTENT)


def _is_followed(context: Context, phrases: Sequence[Phrase], k: int, ends: frozenset[str]) -> bool:
    """Whether what is called for begins at token ``k``."""
    if k + 1 >= len(context.tokens) or any(phrases[i].first == k for i in context.outer):
        return False
    return _opens(context, k, ends)


def _is_circumstance(context: Context, low: int, high: int) -> bool:
    """Whether a participle of demanding stands between, whose object is its own: طالب بـ، داعيا الاتحاد إلى (11)."""
    places = {t.token for t in context.triggers if t.kind == "A" and t.relation == "demands"}
    return any(low <= k < high and context.tokens[k].form.endswith("ا") for k in places)


def _takes_up(form: str) -> bool:
    """Whether the word takes up a noun in its relative clause: في تصريحات خص بها الصحيفة (14.3)."""
    return pronominal(form) not in {"", "ل"} or is_in(form, "within_it")


def _is_free(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether nothing governs the phrase but, as it seems, an indefinite document or talk, with its adjective.

    في بيان الحكومة، في اتصال هاتفي الوزير، من جديد الوزير.
    """
    by, of_thing = Clauses.of(context, phrases).government(phrase)
    first = phrases[phrase].first
    near = [token.form for token in context.tokens[max(0, first - ADJECTIVE) : first]]
    said = any(is_in(word, "documents", "utterances") for form in near for word in (form, words.split(form)[2]))
    return not by or (of_thing and (said or near[-1] in _ANEW))
