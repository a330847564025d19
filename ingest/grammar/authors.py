"""Whose document a verb tells of: قرار المجلس الذي يدعو، أصدر بيانا يدعو فيه، وجه رسالة إلى الوزير تطالبه.

Takes a context, the article's phrases, a verb and what is carried on to it; gives the phrase of whoever speaks through
the document, or None. An indefinite one is who issues it, adjectives or to whom it goes between it and the verb (14.3).
"""

from collections.abc import Collection, Sequence

from ingest.grammar import agreement
from ingest.grammar.carried import Carried
from ingest.grammar.clauses import Clauses
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words

_GIVEN_OUT = frozenset({"عن", "من"})
ATTRIBUTES = 3  # tokens from a document over its attributes to who gave it out: بالمبادرة الجديدة المقدمة من
_FROM = "عن"
DOCUMENT_REACH = 8  # tokens from a document to the verb of its clause: قرار مجلس الأمن رقم 2216 الذي


def author_of(context: Context, phrases: Sequence[Phrase], trigger: Trigger, carried: Carried) -> int | None:
    """Whose document the verb tells of; of one in the accusative, who issues it."""
    k, clauses = trigger.token, Clauses.of(context, phrases)
    if (issuer := _issuer(context, phrases, k + 1)) is not None:
        return issuer
    for j in (k - 1, k + 1):
        if _is_document(context, j) and context.tokens[j].form.startswith("ال"):  # ودعا البيان الحكومة إلى
            return carried.last()
    named = [i for i in context.outer if _is_document(context, k + 1) and phrases[i].first == k + 2]
    if named and any(phrases[i].first == phrases[named[0]].last and clauses.bare(i) for i in context.outer):
        return named[0]  # دعا بيان مجلس الأمن الأطراف إلى
    relative = k > 0 and is_in(context.tokens[k - 1].form, "relatives")
    backed = trigger.relation == "supports" and bool(trigger.pronoun) and relative
    backed = backed and any(phrases[i].first == k + 1 for i in context.outer)  # القرار الذي تدعمه فرنسا (14.2)
    first = k - 1 - relative
    for j in () if backed else range(first, max(-1, first - DOCUMENT_REACH), -1):
        if not _is_document(context, j) or clauses.parted(j, first):
            continue
        own = [i for i in context.outer if phrases[i].first == j + 1 and phrases[i].last <= k]
        directed = not relative and trigger.relation == "demands" and _is_directed(context, phrases, j, k)
        if own and not directed:
            return own[0] if relative else None
        sender = None if relative else _sender(context, phrases, j, k)
        within = is_in(context.tokens[k + 1].form, "within_it") if k + 1 < len(context.tokens) else False
        gender = agreement.of_verb(context.tokens[k].surface, trigger.verb) if within else ""  # بيانا دعت فيه
        return carried.subjects.before(j, gender) if sender is None and (j == first or directed) else sender
    return None


def _sender(context: Context, phrases: Sequence[Phrase], document: int, verb: int) -> int | None:
    """From whom an indefinite message is, right before the verb that it is told by: رسالة خطية من الملك يدعوه فيها."""
    near = [i for i in context.outer if phrases[i].last == verb and phrases[i].first - document <= 2 + ATTRIBUTES]
    indefinite = not context.tokens[document].form.startswith("ال")
    return near[0] if indefinite and near and context.prepositions[near[0]] == "من" else None


def _issuer(context: Context, phrases: Sequence[Phrase], document: int) -> int | None:
    """Who issues the document behind the verb, by its participle: دعا البيان الصادر عن القمة إسرائيل إلى (11)."""
    if not _is_document(context, document):
        return None
    forms = [token.form for token in context.tokens[document : document + DOCUMENT_REACH]]
    at = next((j for j, form in enumerate(forms) if j and form == _FROM), len(forms))
    issued = at < len(forms) and any(is_in(words.without_article(form), "issued") for form in forms[1:at])
    return next((i for i in context.outer if issued and phrases[i].first == document + at + 1), None)


def _is_directed(context: Context, phrases: Sequence[Phrase], document: int, verb: int) -> bool:
    """Whether only adjectives, or to whom it goes, stand between an indefinite document and the verb."""
    tokens = context.tokens
    if tokens[document].form.startswith("ال"):
        return False
    k = document + 1
    while k < verb and word_class(tokens[k].form, tokens[k].surface) == "n" and not tokens[k].form.startswith("ال"):
        k += 1
    to = k < verb and (tokens[k].form == "الي" or preposition_of(tokens[k].form) == "ل")
    return k == verb or (to and any(phrases[i].last == verb and phrases[i].first <= k + 1 for i in context.outer))


def _is_document(context: Context, k: int) -> bool:
    """Whether somebody speaks through what the token names."""
    form = context.tokens[k].form if 0 <= k < len(context.tokens) else ""
    return not {words.without_article(form), words.split(form)[2]}.isdisjoint(load_function_words()["documents"])


def is_issuer(context: Context, phrases: Sequence[Phrase], phrase: int, k: int, prepositions: Collection[str]) -> bool:
    """Whether the phrase gave out what one of the prepositions governs behind ``k``: بالبيان الصادر عن الوزارة."""
    tokens, f = context.tokens, phrases[phrase].first - 1
    if f - 2 <= k or tokens[f].form not in _GIVEN_OUT or not is_in(tokens[f - 1].form.removeprefix("ال"), "given_out"):
        return False
    for j in range(f - 2, max(k, f - 2 - ATTRIBUTES), -1):
        joined, rest = words.split(tokens[j].form)[1:]
        by = joined.removesuffix("ال")[:1] or tokens[j - 1].form
        if is_in(rest, "deeds", "documents", "utterances"):
            return by in prepositions
    return False
