"""Whether somebody is described in words of praise: وصف الوزير دور قطر بالريادي، وصفه بأنه «شريك موثوق».

Takes a context and a verb or participle of describing, gives yes or no. What somebody is called stands behind بـ, an
adjective or noun with its attribute, or in a clause behind بأن with a pronoun (Ryding 2005, 16 and 19), behind a verb
of deeming as a second object (اعتبر موقف مصر شجاعا); a word of praise tells the backing only where nothing denies it.
"""

from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

DEEM = "i3tabara"
DENIED = 2  # tokens before a word of praise in which a negative denies it
REACH = 18  # tokens from the verb to what somebody is called: وصف رئيس الحزب، فلان، موقف الوزير بأنه
CALLED = 4  # tokens of what somebody is called in which praise is told: بأنه من أنجح الوزراء، بالابن البار
_ENDINGS = ("ات", "ون", "ين", "ان", "ه", "ا")
_STOPS = frozenset(".؛!؟:")
_THAT = "بان"


def is_lauding(context: Context, trigger: Trigger) -> bool:
    """Whether what the word's object is called is praise."""
    tokens = context.tokens
    if trigger.start and is_in(tokens[trigger.start - 1].form, "what"):  # ما وصفه بالقرار الشجاع, which only names it
        return False
    if trigger.verb == DEEM:
        return _is_deemed(context, trigger)
    for k in range(trigger.until, min(len(tokens), trigger.until + REACH)):
        if tokens[k].surface in _STOPS:
            return False
        form = tokens[k].form
        called = form.startswith(_THAT) and is_in(form.removeprefix("ب"), "with_subject")
        governed = not called and (preposition_of(form) == "ب" or form == "ب")
        if called or governed:
            told = [form.removeprefix("ب")] if governed else []
            told += [t.form for t in tokens[k + 1 : k + 1 + CALLED + 1] if t.surface not in QUOTES][: CALLED - governed]
            if any(is_in(word, "negatives") for word in told):
                return False
            if any(map(_praises, told)):
                return True
    return False


def _is_deemed(context: Context, trigger: Trigger) -> bool:
    """Whether a second object of deeming, an indefinite accusative, praises: اعتبر موقف مصر شجاعا (Ryding 7.5)."""
    tokens = context.tokens
    for k in range(trigger.until + 1, min(len(tokens), trigger.until + REACH)):
        if tokens[k].surface in _STOPS or is_in(tokens[k].form, "complementizers", "with_subject"):
            return False
        accusative = tokens[k].form.endswith("ا") and tokens[k].form[:2] != "ال"
        if accusative and _praises(tokens[k].form):
            return not any(is_in(token.form, "negatives") for token in tokens[k - DENIED : k])
    return False


def _praises(form: str) -> bool:
    """Whether the word is one of praise, in any gender or number, with or without article."""
    bare = words.without_article(words.split(form)[2])
    stems = (bare, *(bare.removesuffix(ending) for ending in _ENDINGS if bare.endswith(ending)))
    return any(is_in(stem, "laudatory") for stem in stems)
