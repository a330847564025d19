"""Whether a lone phrase behind a verb is who is called upon or met, and not who calls or meets.

Takes a context, the article's phrases, a trigger and a phrase, gives yes or no.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

_OWN = {"m": ("ه",), "f": ("ها",), "": ("هم",)}


def is_addressed(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether it names those who hardly ever call themselves: ودعا المجتمع الدولي إلى، ينصح زملاءه بـ."""
    if trigger.relation != "demands":
        return False
    here = phrases[phrase]
    called = is_in(words.without_article(here.form.split()[0]), "addressees")
    return called or is_in(context.tokens[here.first - 1].form, "quantifiers") or _is_own(context, trigger, here)


def is_of_men_in_ta(phrase: Phrase) -> bool:
    """Whether leaders or the like are rather met than meet, where they stand alone behind a verb: والتقى قادة الحزب."""
    return phrase.type == "group" and is_in(words.without_article(phrase.form.split()[0]), "men_in_ta")


def _is_own(context: Context, trigger: Trigger, here: Phrase) -> bool:
    """Whether people have the pronoun of whoever the verb agrees with, who so is its subject (Ryding 12.3)."""
    gender = agreement.of_verb(context.tokens[trigger.token].surface, trigger.verb)
    head = context.tokens[here.first].form
    return (
        here.type == "group"
        and head.endswith(_OWN.get(gender, ()))
        and not context.tokens[here.first].surface.endswith("ة")
    )
