"""Where a span of the tagger runs on into a phrase that a pronoun ties to whoever stands before it.

Takes the tokens of a sentence, a span and what the inner tagger names in it; gives the tokens at which such a phrase
begins, with its type: whoever is a guest, friend or rival of somebody (استقبل الرئيس ضيفه الأرميني فلانا، اتهم فلان
غريمه فلانا), his people, state or body (دعا فلان أنصاره، أكد الوزير دعم بلاده). A noun with a pronoun is definite and
governs nothing (Ryding 2005, 8.1 and 12.3), so no name goes on over it; behind a noun in construct it is what that noun
is of (وزير خارجية بلاده), and the span is whole.
"""

from collections.abc import Iterator, Sequence

from ingest.naming.partitives import human_plural
from ingest.text import words
from ingest.text.name_rules import may_name
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

Named = tuple[int, int, str]  # first token, one behind the last, type
_PRONOUNS = ("هما", "هم", "ها", "ه")
_TIED = ("own_states", "state"), ("own_bodies", "organization")


def begins(tokens: Sequence[Token], named: Sequence[Named], span: Named) -> Iterator[tuple[int, str]]:
    """The token and type of every such phrase behind the first word of the span.

    What و joins to a group has its pronoun from it and is part of it: مشايخ القبائل وأعيانها.
    """
    first, last, whole = span
    for k in range(first, last):
        form = tokens[k].form
        if not form.endswith(_PRONOUNS) or tokens[k].surface.endswith("ة"):  # ضيفة, a woman who is one
            continue
        kind = _kind(words.split(form)[2])
        if k > first and kind and (whole == "person" or form[:1] != "و") and _ends_phrase(tokens, named, k, kind):
            yield k, kind
        if kind == "group" and k + 1 < last and _is_office(tokens[k + 1].form):
            yield k + 1, "person"


def _kind(form: str) -> str:
    """What a word with a pronoun is; nothing for one that tells no actor."""
    classes = load_function_words()
    if form in classes["peers"]:
        return "person"
    kind = next((kind for name, kind in _TIED if form in classes[name]), "")
    stem = next(form.removesuffix(pronoun) for pronoun in _PRONOUNS if form.endswith(pronoun))
    return kind or ("group" if stem in classes["human_plurals"] or human_plural(stem) else "")


def _is_office(form: str) -> bool:
    """Whether the word is a definite title, which no noun with a pronoun is of: دعا فلان وزملاؤه المبعوث."""
    return form.startswith("ال") and words.without_article(form) in load_function_words()["titles"]


def _ends_phrase(tokens: Sequence[Token], named: Sequence[Named], k: int, kind: str) -> bool:
    """Whether the word before token ``k`` can end a phrase: a definite word or a name, no noun in construct."""
    before = tokens[k - 1].form
    name = any(b == k and kind == "person" for _, b, kind in named)
    unknown = kind in {"person", "group"} and may_name(before) and not words.split(before)[0]
    return name or before.startswith("ال") or unknown or (tokens[k].form[:1] == "و" and kind != "organization")
