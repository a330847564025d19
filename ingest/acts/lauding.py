"""Whether somebody is described in words of praise: وصف الوزير دور قطر بالريادي، وصفه بأنه «شريك موثوق».

Takes a context and a verb or participle of describing, gives yes or no. What somebody is called stands behind بـ, an
adjective or noun with its attribute, or in a clause behind بأن with a pronoun (Ryding 2005, 16 and 19); a word of
praise tells the backing only where nothing denies it.
"""

from collections.abc import Sequence

from ingest.acts.filled import Filled
from ingest.grammar import agreement
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.text import words
from ingest.text.context import QUOTES, Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger

REACH = 18  # tokens from the verb to what somebody is called: وصف رئيس الحزب، فلان، موقف الوزير بأنه
CALLED = 4  # tokens of what somebody is called in which praise is told: بأنه من أنجح الوزراء، بالابن البار
_ENDINGS = ("ات", "ون", "ين", "ان", "ه", "ا")
_STOPS = frozenset(".؛!؟:")
_THAT, _WHAT = "بان", "ما"
_UNDERSTOOD = frozenset({"carried", "inherited", "speaker"})


def is_lauding(context: Context, trigger: Trigger) -> bool:
    """Whether what the word's object is called is praise."""
    tokens = context.tokens
    if trigger.start and is_in(tokens[trigger.start - 1].form, "what"):  # ما وصفه بالقرار الشجاع, which only names it
        return False
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


def is_meant(context: Context, phrases: Sequence[Phrase], trigger: Trigger, frame: Filled) -> bool:
    """Whether who is described is told: a phrase beside the subject, a deed's owner, the head of a relative clause.

    A lone phrase behind the verb that agrees with it is rather the subject: وصف الوزير إقرار القانون بالتاريخي.
    """
    if frame.target is None or frame.source is None:
        return True
    if frame.target_how in {"near", "far"}:
        gender = agreement.of_verb(context.tokens[trigger.token].surface, trigger.verb)
        clauses = Clauses.of(context, phrases)
        behind = trigger.kind == "V" and frame.source_how in _UNDERSTOOD and phrases[frame.target].first > trigger.token
        return not (behind and clauses.agrees(frame.target, gender))
    if frame.target_how == "of":
        before = context.tokens[phrases[Lists.of(context, phrases).head(frame.target)].first - 1].form
        what = any(token.form == _WHAT for token in context.tokens[trigger.until : phrases[frame.target].first])
        return what or is_in(words.split(before)[2], "deeds")
    return frame.target_how in {"relative", "nisba", "before"}


def _praises(form: str) -> bool:
    """Whether the word is one of praise, in any gender or number, with or without article."""
    bare = words.without_article(words.split(form)[2])
    stems = (bare, *(bare.removesuffix(ending) for ending in _ENDINGS if bare.endswith(ending)))
    return any(is_in(stem, "laudatory") for stem in stems)
