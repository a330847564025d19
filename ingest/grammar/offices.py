"""Whether لـ behind a word of backing tells what office somebody is to have: دعم ترشيحه لرئاسة البلاد، رئيسا للبنان.

Takes a context, the article's phrases and one of them, gives yes or no. The office is governed by لـ itself or by the
word post (Ryding 2005, 16), or who is to hold it is told by an accusative with its rank (7.5): نائبا ثانيا لرئيس.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in

RANK = 2  # tokens before لـ in which whose post it is stands: نائبا ثانيا لرئيس


def is_office(context: Context, phrases: Sequence[Phrase], phrase: int) -> bool:
    """Whether the phrase behind لـ is an office or in construct with one, or goes on an accusative of its holder."""
    tokens, first = context.tokens, phrases[phrase].first
    if any(is_in(words.split(token.form)[2], "seats") for token in tokens[max(0, first - 1) : first + 1]):
        return True
    told = [token.form for token in tokens[max(0, first - RANK) : first]]
    holders = (form.removesuffix("ا") for form in told if form.endswith("ا"))
    return told[-1:] != [] and told[-1].endswith("ا") and any(is_in(form, "office_holders") for form in holders)
