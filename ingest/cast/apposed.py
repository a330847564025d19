"""Which phrases can be in apposition to what stands before them (Ryding 2005, 8.5): سليم الدوري، رئيس الحزب.

Takes the sentences and phrases of an article, gives those that cannot.
"""

from collections.abc import Sequence

from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.sentences import Sentence

_BEING = ("aside_openers", "in_quality")


def behind_words(split: Sequence[Sentence], phrases: Sequence[Phrase]) -> frozenset[int]:
    """The phrases behind a word that is no sign, and so in apposition to nobody before it: فلان يلتقي رئيس الحزب (8.5).

    Behind وهو or بصفته they are what he is.
    """
    before = {i: split[p.sentence].tokens[p.first - 1].form for i, p in enumerate(phrases) if p.first}
    return frozenset(i for i, form in before.items() if form.isalnum() and not is_in(form, *_BEING))
