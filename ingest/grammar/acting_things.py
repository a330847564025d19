"""Things through which whoever owns them backs or is backed: ساندت طائرات التحالف القوات، لقيت مبادرة مصر ترحيبا من.

Takes a context, the article's phrases and a verb of support, gives whether the thing right before a phrase, in
construct with it (Ryding 2005, 8.1), is the verb's subject on behalf of it: arms that back somebody in a fight, a deed
that receives backing. A dual in construct with two does what they do.
"""

from collections.abc import Sequence

from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ontology.lexicon import load_lexicon


def acts_for(context: Context, phrases: Sequence[Phrase], trigger: Trigger, phrase: int) -> bool:
    """Whether the thing before the phrase acts, or is acted upon, for it."""
    first = phrases[phrase].first
    form = context.tokens[first - 1].form if first else ""
    if is_in(words.split(form)[2], "dual_parties", "dual_sides"):  # اجتمع وفدا الحكومة والجماعة, whose dual agrees
        return True
    if trigger.relation != "supports" or trigger.kind not in "VP" or first == 0:
        return False
    thing = form.removeprefix("و")
    if is_in(thing, "fighting_things"):
        return True
    frames = load_lexicon()[trigger.entry].frames
    received = trigger.kind == "V" and any("subj" in f.get("target", ()) and "source" in f for f in frames)
    _, joined, rest = words.split(form)
    return received and joined == "" and is_in(rest, "deeds", "documents", "utterances", "things_done")
