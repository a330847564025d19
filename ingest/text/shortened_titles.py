"""Persons told by a title of one letter: استقبل د. عبدالله الربيعة السفير، وقال م. الفالح.

Papers cut الدكتور, المهندس and الأستاذ to a letter with a full stop or a stroke behind it, which ends no sentence.
Takes the tokens of a sentence, gives for the taggers, which know few such letters, the words with the titles written
out, and their labels without the letters; and the words of each name behind one that no tagger saw: one that begins
as names are given, with the word behind it and what links it on, or a surname alone.
"""

from collections.abc import Iterator, Sequence

from ingest.text import words
from ingest.text.name_links import completed
from ingest.text.name_rules import may_name
from ingest.text.sentences import Token
from ingest.text.word_classes import ends_title, is_verb
from ontology.function_words import load_function_words

_WHOLE = ("الاستاذ", "الدكتور")  # two titles that stand together, for the letter and the stop behind it
LONGEST = 4  # words of a name
_SERVANT, _JOINED = "عبد", frozenset("وفبل")


def shortened(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The first token of every such name and the one behind its last."""
    for k in range(1, len(tokens) - 1):
        if ends_title(tokens, k):
            first, form = k + 1, tokens[k + 1].form
            if form in load_function_words()["given"]:
                yield first, _end(tokens, first)
            elif may_name(form):
                yield first, first + 1


def written_out(tokens: Sequence[Token]) -> list[str]:
    """The words with every such letter and its stop as titles, as taggers know them."""
    forms = [token.form for token in tokens]
    for k in range(1, len(tokens) - 1):
        if ends_title(tokens, k):
            forms[k - 1 : k + 1] = ("و" * forms[k - 1].startswith("و") + _WHOLE[0], _WHOLE[1])
    return forms


def without_letters(tokens: Sequence[Token], labels: Sequence[str]) -> list[str]:
    """The labels, a phrase that such a letter opens beginning with the name: [د. فلان] gives د. [فلان].

    So too behind a name without office, whom another stands behind: استقبل محمود عباس د. فلانا.
    """
    left, titles = list(labels), load_function_words()["titles"]
    for k in range(1, len(tokens) - 1):
        if not ends_title(tokens, k):
            continue
        start = next((j for j in range(k - 1, -1, -1) if left[j][0] != "I"), 0)
        if start < k - 1 and (left[k + 1][0] != "I" or words.without_article(tokens[start].form) in titles):
            continue
        kind = left[k + 1][1:] or left[k][1:] or left[k - 1][1:]
        opens = left[k + 1][0] == "I" or (left[k - 1][0] == "B" and left[k + 1][0] != "B")
        left[k - 1 : k + 2] = ["O", "O", f"B{kind}" if kind and opens else left[k + 1]]
    return left


def _end(tokens: Sequence[Token], first: int) -> int:
    """One behind the name that begins with a given one: to a surname with the article, or the words that may name."""
    end = completed(tokens, first + 1)
    while end < min(len(tokens), first + LONGEST) and not _is_surname(tokens, end - 1):
        form = tokens[end].form
        if not form.isalpha() or not may_name(form) or is_verb(form) or form[0] in _JOINED:
            break
        end = completed(tokens, end + 1)
    return end


def _is_surname(tokens: Sequence[Token], k: int) -> bool:
    """Whether the word has the article of a surname, and not that of whose servant one is: عبد الجبار."""
    return tokens[k].form.startswith("ال") and tokens[k - 1].form != _SERVANT
