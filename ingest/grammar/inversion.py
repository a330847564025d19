"""Whether a verb's object stands before its subject, as only agreement tells (Ryding 2005, 3.1): هدد إيران الرئيس.

Takes a context, the article's phrases, a verb and the two phrases behind it, gives yes or no.
"""

from collections.abc import Sequence

from ingest.grammar import agreement
from ingest.grammar.carried import Carried, Filler
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.triggers import Trigger


def is_inverted(
    context: Context, phrases: Sequence[Phrase], trigger: Trigger, pair: tuple[Filler, Filler], carried: Carried
) -> bool:
    """Whether the verb agrees with the second of the two alone, and with nobody that its clause goes on with.

    ودعا الحكومة إلى الاستقالة رئيس الحزب: neither may be a thing's owner, whom the verb does not agree with.
    """
    first, second = pair
    if trigger.pronoun or "of" in {first.how, second.how}:
        return False
    gender = agreement.of_verb(context.tokens[trigger.token].surface, trigger.verb)
    one, other = (agreement.of_phrase(phrases[f.phrase], _word(context, phrases[f.phrase])) for f in pair)
    if not gender or agreement.agree(one, gender) or other != gender:
        return False
    implied = carried.implied()
    return implied is None or implied.how != "carried" or implied.phrase in {first.phrase, second.phrase}


def _word(context: Context, phrase: Phrase) -> str:
    return context.tokens[phrase.first].surface if phrase.sentence == context.number else ""
