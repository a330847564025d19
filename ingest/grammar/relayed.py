"""Of whom a clause behind أن tells where words are passed on: نقلت الوكالة عن الوزير أنه طلب.

Takes a context, the article's phrases and a token, gives the phrase. A pronoun behind أن takes up whose words are
passed on (Ryding 2005, 19). A spokesman or a source tells what others do, so that what goes on with what he tells
has the subject of the clause behind أن: قال المتحدث إن الوزير زار عمان، وطالب.
"""

from collections.abc import Sequence

from ingest.grammar.clauses import Clauses
from ingest.grammar.senders import sender
from ingest.naming.press import only_tells
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

_FROM = "عن"
RELAY_REACH = 12  # tokens from a verb of passing words on over who does to whose words they are


def relayed(context: Context, phrases: Sequence[Phrase], token: int, gender: str) -> int | None:
    """Whose words are passed on before ``token``, behind a particle with a pronoun: عن الوزير أنه طلب."""
    if token == 0 or not is_in(context.tokens[token - 1].form, "with_subject"):
        by = _passed_on(context, phrases, token, gender)
        return sender(context, phrases, token, gender) if by is None else by
    if (owner := of_office(context, phrases, token)) is not None:
        return owner
    if (by := _adding(context, phrases, token, gender)) is not None:
        return by
    clauses = Clauses.of(context, phrases)
    for k in range(token - 2, -1, -1):
        if clauses.is_stop(k):
            return None
        if is_in(context.tokens[k].form, "relaying"):
            quoted = (i for i in context.outer if k < phrases[i].first and phrases[i].last < token)
            first = next((i for i in quoted if context.prepositions[i] == _FROM), None)
            return first if first is not None and clauses.agrees(first, gender) else None
    return None


def _passed_on(context: Context, phrases: Sequence[Phrase], token: int, gender: str) -> int | None:
    """Whose saying is passed on, told by a noun with his pronoun (12.3): نقل فلان عن الوزير تشديده، ومطالبته."""
    tokens = context.tokens
    for i in context.outer:
        here, last = phrases[i], phrases[i].last
        if context.prepositions[i] != _FROM or last > token or not here.first or not tokens[last - 1].form.isalnum():
            continue
        near = tokens[max(0, here.first - RELAY_REACH) : here.first - 1]
        owned = tokens[last].form.endswith(("ه", "ها", "هم")) and not tokens[last].surface.endswith("ة")
        if owned and any(is_in(t.form, "relaying") for t in near):
            clauses = Clauses.of(context, phrases)
            return i if clauses.agrees(i, gender) and not clauses.stopped(last, token) else None
    return None


def _adding(context: Context, phrases: Sequence[Phrase], token: int, gender: str) -> int | None:
    """Who speaks, and adds what he did himself: قال الوزير إن الجيش سيدافع، مضيفا أنه التقى (Ryding 11, 19).

    A person told of since may be meant as well, and a spokesman tells of others.
    """
    by, clauses = context.subject, Clauses.of(context, phrases)
    if token < 2 or by is None or not is_in(context.tokens[token - 2].form, "saying_participles"):
        return None
    told = [i for i in context.outer if phrases[i].type == "person" and phrases[i].last < token]
    fits = [i for i in told if clauses.agrees(i, gender)]
    return by if fits == [by] and not only_tells(phrases[by]) else None


def of_office(context: Context, phrases: Sequence[Phrase], token: int) -> int | None:
    """Whose office tells behind أنه of what he did himself: أعلن مكتب نتنياهو أنه التقى، المكتب الإعلامي للرئيس أنه."""
    before = next((i for i in context.outer if phrases[i].last == token - 1), None)
    if before is None or not is_in(context.tokens[token - 1].form, "with_subject"):
        return None
    if phrases[before].type == "person":
        led = context.prepositions[before] == "ل" and any(
            phrases[i].last == phrases[before].first and _is_office(phrases[i]) for i in context.outer
        )
        return before if led else None
    held = (i for i in context.phrases if phrases[i].within == before and phrases[i].last == token - 1)
    return next((i for i in held if phrases[i].type == "person"), None) if _is_office(phrases[before]) else None


def _is_office(phrase: Phrase) -> bool:
    return is_in(phrase.form.split()[0], "speaking_offices")


def quoted(context: Context, phrases: Sequence[Phrase], subject: int, token: int) -> int:
    """Who is quoted before ``token`` where the subject is a paper that passes on his words, else the subject.

    نقلت الوكالة عن الوزير قوله إن كذا، وطالب: the paper only tells.
    """
    first = phrases[subject].first
    if first == 0 or not is_in(context.tokens[first - 1].form.removeprefix("و"), "relaying"):
        return subject
    named = (i for i in context.outer if first < phrases[i].first and phrases[i].last <= token)
    source = next((i for i in named if context.prepositions[i] == _FROM), subject)
    return source if only_tells(phrases[subject]) else subject


def told_of(context: Context, phrases: Sequence[Phrase], teller: int, token: int, gender: str) -> int | None:
    """Of whom a spokesman or source tells behind أن, at once, before ``token``; None for another teller."""
    if not _is_mouthpiece(phrases[teller]):
        return None
    clauses = Clauses.of(context, phrases)
    for k in range(phrases[teller].last, token):
        if clauses.is_stop(k):
            return None
        if is_in(context.tokens[k].form, "complementizers"):
            near = [i for i in context.outer if phrases[i].first == k + 1 and clauses.government(i) == ("", False)]
            return near[0] if near and clauses.agrees(near[0], gender) else None
    return None


def asks_several(context: Context, phrases: Sequence[Phrase], token: int) -> bool:
    """Whether several are asked whom he met of whom أن tells: قال فلان إن الوزير التقى ممثلي النقابات، وطالبهم (12.3).

    One of whom is told cannot be whom the plural pronoun means, so that he is rather who asks.
    """
    if not any(t.token == token and t.relation == "demands" and t.pronoun == "3mp" for t in context.triggers):
        return False
    clauses = Clauses.of(context, phrases)
    for k in range(token - 1, -1, -1):
        if clauses.is_stop(k):
            return False
        if is_in(context.tokens[k].form, "complementizers"):
            told = [i for i in context.outer if k < phrases[i].first and phrases[i].last <= token]
            one = bool(told) and phrases[told[0]].first == k + 1 and phrases[told[0]].type in {"person", "state"}
            return one and any(phrases[i].type == "group" for i in told[1:])
    return False


def _is_mouthpiece(phrase: Phrase) -> bool:
    head = words.without_article(phrase.form.split()[0])
    return is_in(head, "unnamed_tellers", "spokesmen")
