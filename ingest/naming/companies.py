"""Spans of people that go with somebody, or of whom a pronoun behind them tells: الوفد المرافق له، الموالون لها.

Takes the labels of a sentence's spans and gives them anew in place. What stands behind the pronoun is no part of the
span, be it somebody else or a thing (Ryding 2005, 12.5).
"""

from collections.abc import Sequence

from ingest.text.mentions import spans
from ingest.text.prepositions import pronominal
from ingest.text.sentences import Token
from ontology.function_words import load_function_words

Named = tuple[int, int, str]  # first token, one behind the last, type


def end_at_pronouns(tokens: Sequence[Token], labels: list[str], named: Sequence[Named]) -> None:
    """End every span but a person's at a preposition with pronoun before who is named: الوفد المرافق له تركيا.

    ``named``: what the inner tagger sees, who has a span of his own then.
    """
    for first, last, kind in list(spans(labels)):
        for begin, stop, type_ in named:
            behind = kind != "person" and first < begin - 1 and stop <= last and pronominal(tokens[begin - 1].form)
            if behind and tokens[begin].form[:1] != "و":
                labels[begin:last] = ["O"] * (last - begin)
                labels[begin:stop] = [f"B-{type_}", *[f"I-{type_}"] * (stop - begin - 1)]
                break


def end_companies(tokens: Sequence[Token], labels: list[str]) -> None:
    """End every group that goes with somebody behind with whom: بحث مع الوفد المرافق له الأوضاع في العراق.

    And whatever is named before what it holds: عقد مجلس الوزراء اجتماعه الأسبوعي.
    """
    sittings = load_function_words()["own_sittings"]
    for first, last, kind in list(spans(labels)):
        end = next((k for k in range(first + 2, last) if _goes_along(tokens, k)), last) if kind == "group" else last
        end = next((k for k in range(first + 1, end) if tokens[k].form in sittings), end)
        labels[end:last] = ["O"] * (last - end)


def _goes_along(tokens: Sequence[Token], k: int) -> bool:
    """Whether the token is behind whom people go with, told by a pronoun or address: الوفد المرافق له الأوضاع."""
    classes = load_function_words()
    along = tokens[k - 2].form.removeprefix("ال") in classes["going_along"]
    return along and tokens[k - 1].form in classes["gone_along_with"]
