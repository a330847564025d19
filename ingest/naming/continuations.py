"""Portfolios and bodies whose name goes on behind و: وزير الخارجية والتونسيين | بالخارج، رابطة علماء | ومشايخ أزواد.

Takes the tokens of a sentence and the labels of its outer spans, which it changes. A minister of foreign affairs is
often one for the nationals abroad too, whom an adverbial of place describes (Ryding 2005, 16). Nouns without article
that و joins share the genitive behind the last of them (8.1), so that a body named after the first is not whole
before it. An office for whoever heads the state acts where a verb has it for its subject (3.1).
"""

from collections.abc import Sequence

from ingest.naming.bounds import is_unknown
from ingest.naming.partitives import human_plural
from ingest.naming.seams import is_head
from ingest.text import words
from ingest.text.mentions import spans
from ingest.text.sentences import Token
from ingest.text.word_classes import is_verb
from ontology.function_words import load_function_words, united

_ABROAD = (("بالخارج",), ("في", "الخارج"), ("المقيمين", "بالخارج"), ("المقيمين", "في", "الخارج"))
_OFFICES = frozenset({"وزير", "وزيره", "وزاره", "وزارتا", "وزارتي"})
_PRESIDENCY, _SHE = "رئاسه", "ت"
_COMMAS, _SHARING = frozenset("،,"), 3


def tell(tokens: Sequence[Token], labels: list[str]) -> None:
    """Widen every such span."""
    for first, last, kind in list(spans(labels)):
        if words.split(tokens[first].form)[2] in _OFFICES and (end := _end_abroad(tokens, last)) > last:
            _widen(tokens, labels, (first, end, kind))
    for k in range(1, len(tokens) - 1):
        if _is_presidency(tokens, k) and labels[k] in {"O", "B-organization"} and labels[k + 1] == "O":
            labels[k : k + 2] = ["B-organization", "I-organization"]
    for first, last, kind in list(spans(labels)):
        if kind != "person" and last - first > 1 and _is_open(tokens, first, last):
            end = _end_shared(tokens, labels, last)
            labels[last:end] = [f"I-{kind}"] * (end - last)
            if end < len(labels) and labels[end][0] == "I":  # أعيان سبها | حكومة الوحدة
                labels[end] = f"B-{'state' if tokens[end].form in load_function_words()['state_heads'] else kind}"


def _is_presidency(tokens: Sequence[Token], k: int) -> bool:
    """Whether the office of a head of state or government is a verb's subject (3.1): أعلنت رئاسة الجمهورية."""
    verb = tokens[k - 1].form.removeprefix("و")
    acts = verb.endswith(_SHE) or verb.startswith(_SHE)
    governed = tokens[k].form == _PRESIDENCY and tokens[k + 1].form in load_function_words()["governed"]
    return governed and acts and is_verb(verb)


def _end_abroad(tokens: Sequence[Token], k: int) -> int:
    """Where the adverbial at the token ends that tells of people abroad; the token for none."""
    forms = tuple(token.form for token in tokens[k : k + 3])
    return k + max((len(run) for run in _ABROAD if forms[: len(run)] == run), default=0)


def _widen(tokens: Sequence[Token], labels: list[str], span: tuple[int, int, str]) -> None:
    """Make one span of the tokens; a span that runs on over its end begins behind it, and behind a comma there."""
    first, last, kind = span
    behind = last
    while behind < len(labels) and labels[behind][0] == "I":
        behind += 1
    rest = labels[last:behind]
    labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]
    if not rest:
        return
    comma = tokens[last].surface in _COMMAS
    if comma:
        labels[last] = "O"
    if last + comma < behind and (comma or kind != "person"):
        labels[last + comma] = f"B-{rest[-1][2:]}"


def _is_open(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a body's name ends in an indefinite plural of people, which is in construct: رابطة علماء."""
    classes, head = load_function_words(), words.without_article(words.split(tokens[first].form)[2])
    joined, rest = words.split(tokens[last - 1].form)[1:]
    plural = joined in {"", "ل"} and (human_plural(rest) or rest in united("of_places", "tribes"))
    return plural and (head in classes["construct_bodies"] or head in classes["definite_bodies"])


def _end_shared(tokens: Sequence[Token], labels: Sequence[str], k: int) -> int:
    """Where the genitive ends that begins at the token, behind nouns that share it; the token for none."""
    at = k
    while at < len(tokens) and at - k < _SHARING and _is_joined(tokens[at].form):
        if labels[at][0] == "B":  # مشايخ أزواد
            ends = (j for j in range(at + 1, len(labels)) if labels[j][0] != "I" or _opens(tokens, j))
            return next(ends, len(labels))
        at += 1
    if at == len(tokens) or labels[at][0] != "O":
        return k
    place = tokens[at].form in load_function_words()["cities"] or (at > k and is_unknown(tokens[at].form))
    return at + 1 if place else k


def _opens(tokens: Sequence[Token], k: int) -> bool:
    """Whether another body begins behind a town, which is in construct with nothing (8.1)."""
    heads = tokens[k].form in load_function_words()["state_heads"] or is_head(tokens[k].form)
    return tokens[k - 1].form in load_function_words()["cities"] and heads


def _is_joined(form: str) -> bool:
    """Whether و joins a plural without article of people or places to the one before: ومشايخ، ومدن."""
    rest = form.removeprefix("و")
    return rest != form and (human_plural(rest) or rest in united("of_places", "tribes", "of_lands"))
