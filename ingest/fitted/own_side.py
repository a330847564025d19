"""Whoever is on one's own side, which is no reading of any words: قال الوزير السوري إن سوريا لن تسمح.

Takes an analysis and a candidate. A government threatens no state of its own; whoever else is of a state may: a union,
a party, a militia. Nor does somebody who is of a state back it, though he may back its government. Who leads or speaks
for a body, told of behind its name, is no target of what the clause tells of the body (اشترط الوفد بقيادة فلان؛ لوّحت
الكتلة على لسان فلان؛ أشاد الحزب، الذي يتزعمه فلان، بـ; Ryding 14.2, 16). Nor does one meet whom one has with oneself:
زار الوزير دمشق يرافقه السفير.
"""

from ingest.acts.homes import Homes
from ingest.analysis import Analysis
from ingest.fitted.ranker import Candidate
from ingest.text import words
from ingest.text.context import QUOTES
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in
from ontology.function_words import load_function_words

REACH = 8  # tokens from a body to who leads it or speaks for it
MOUTH = 6  # words from على to his name: على لسان الناطق باسمها النائب فلان
_BY_MOUTH = ["علي", "لسان"]
_COMMAS, _PEOPLE = frozenset("،,"), frozenset({"person", "group"})
_POSSESSIVES = ("هما", "ها", "هم", "نا", "ه")
_LEFT = frozenset({"السابق", "السابقه", "الاسبق", "المقال", "المقاله", "المستقيل", "سابق"})


def threatens_own_state(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the source is a member or speaker of the government of the state that is the target."""
    source = analysis.actors[shown.source]
    mine = (phrase for phrase, actor in zip(analysis.phrases, analysis.actors, strict=True) if actor == source)
    return any(map(_governs, mine)) and _is_of_target(analysis, shown)


def backs_own_state(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the source is a person of the state that is the target, which is not told of as a government."""
    source, target = analysis.phrases[shown.source], analysis.phrases[shown.target]
    if source.type != "person" or target.type != "state" or _is_government(target):
        return False
    return _is_of_target(analysis, shown)


def _is_government(phrase: Phrase) -> bool:
    """Whether the first word is one for a government, a pronoun behind it or not: الحكومة، حكومته."""
    head = words.without_article(phrase.form.split()[0])
    bare = next((head.removesuffix(ending) for ending in _POSSESSIVES if head.endswith(ending)), "")
    return is_in(head, "governments") or (bare.endswith("ت") and is_in(f"{bare[:-1]}ه", "governments"))


def _is_of_target(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the state that the source is of, by all that the article calls him, is the target."""
    target = analysis.actors[shown.target]
    states = {known for known, actor in zip(analysis.known, analysis.actors, strict=True) if actor == target}
    home = Homes(analysis.phrases, analysis.actors).of_actor(shown.source)
    return home is not None and home in states


def is_led_by_target(analysis: Analysis, shown: Candidate) -> bool:
    """Whether the target is told, right behind the source, to lead it or to speak for it."""
    source, target = analysis.phrases[shown.source], analysis.phrases[shown.target]
    if target.sentence != source.sentence or target.type != "person" or not 0 < target.first - source.last <= REACH:
        return False
    tokens = analysis.sentences[source.sentence].tokens
    forms = [token.form for token in tokens[source.last : target.first] if token.surface not in QUOTES]
    forms = [form for form in forms if form not in _COMMAS and not is_in(form, "relatives")]
    said = forms[:2] == _BY_MOUTH and len(forms) <= MOUTH
    return said or (len(forms) <= 1 and any(is_in(form, "leading") for form in forms))


def is_companion(analysis: Analysis, shown: Candidate) -> bool:
    """Whether one of the two is told to be with the other, who stands next before: وصل الوزير يرافقه السفير (14.3)."""
    here = analysis.contexts[analysis.phrases[shown.source].sentence]
    for i, other in ((shown.source, shown.target), (shown.target, shown.source)):
        whole = next((j for j in here.outer if analysis.phrases[j].holds(analysis.phrases[i])), i)
        k = analysis.phrases[here.head(whole)].first - 1
        if analysis.phrases[i].sentence != here.number or k < 1 or not is_in(here.tokens[k].form, "escorting"):
            continue
        before = [j for j in here.outer if analysis.phrases[j].type in _PEOPLE and analysis.phrases[j].last <= k]
        if before and analysis.actors[before[-1]] == analysis.actors[other]:
            return True
    return False


def _governs(phrase: Phrase) -> bool:
    """Whether the phrase is a person's with an office in a government that he has not left: وزير الخارجية السوري."""
    forms = phrase.form.split()
    held = {*forms, *map(words.without_article, forms)} & load_function_words()["of_government"]
    return phrase.type == "person" and bool(held) and _LEFT.isdisjoint(forms)
