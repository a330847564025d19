"""Threats of a government to its own state, which are no reading of any words: قال الوزير السوري إن سوريا لن تسمح.

Takes an analysis and a candidate, tells whether whoever would threaten holds an office in the government of the state
that would be threatened. Whoever else is of a state may threaten it: a union, a party, a militia.
"""

from ingest.acts.homes import Homes
from ingest.analysis import Analysis
from ingest.fitted.ranker import Candidate
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

_LEFT = frozenset({"السابق", "السابقه", "الاسبق", "المقال", "المقاله", "المستقيل", "سابق"})


def threatens_own_state(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the source is a member or speaker of the government of the state that is the target."""
    source, target = analysis.actors[shown.source], analysis.actors[shown.target]
    mine = (phrase for phrase, actor in zip(analysis.phrases, analysis.actors, strict=True) if actor == source)
    if not any(map(_governs, mine)):
        return False
    states = {known for known, actor in zip(analysis.known, analysis.actors, strict=True) if actor == target}
    home = Homes(analysis.phrases, analysis.actors).of_actor(shown.source)
    return home is not None and home in states


def _governs(phrase: Phrase) -> bool:
    """Whether the phrase is a person's with an office in a government that he has not left: وزير الخارجية السوري."""
    forms = phrase.form.split()
    held = {*forms, *map(words.without_article, forms)} & load_function_words()["of_government"]
    return phrase.type == "person" and bool(held) and _LEFT.isdisjoint(forms)
