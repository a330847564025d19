"""Offices and affiliations that titles state: وزير الخارجية الأمريكي أنتوني بلينكن.

Takes the analysis and the actors, gives ``Affiliation`` after ``Affiliation`` in text order, one for each
member, kind and body. A title phrase holds a person's name and, before it, the title's words, a body or
a nisba: the person belongs to that body in the way that the first title word says. A nisba stands for its
state. A body with a state's nisba (الخارجية العراقية) belongs to that state.
"""

from collections.abc import Iterator, Sequence

from ingest import words
from ingest.actors import span
from ingest.analysis import Analysis
from ingest.names import Names, load_names
from ingest.reading import Affiliation, AffiliationKind, ArticleActor
from ingest.roles import is_title
from ingest.sentences import Token
from ingest.standins import BASIS
from ontology.function_words import load_function_words


def affiliations(analysis: Analysis, actors: Sequence[ArticleActor]) -> tuple[Affiliation, ...]:
    """What the titles of the article state; ``actors`` has one actor a number."""
    found: dict[tuple[str, str, str], Affiliation] = {}
    for made in _all(analysis, actors, load_names()):
        if made.member != made.organization:
            found.setdefault((made.member, made.kind, made.organization), made)
    return tuple(sorted(found.values(), key=lambda a: (a.evidence, a.kind, a.organization)))


def implied(found: Sequence[Affiliation], actors: Sequence[ArticleActor]) -> tuple[ArticleActor, ...]:
    """The states that only a nisba names: actors without a mention."""
    named, names = {actor.id for actor in actors}, load_names()
    missing = sorted({a.organization for a in found} - named)
    return tuple(ArticleActor(i, names.label(i), names.type(i), known=True, mentions=()) for i in missing)


def _all(analysis: Analysis, actors: Sequence[ArticleActor], names: Names) -> Iterator[Affiliation]:
    phrases = analysis.phrases
    for number, phrase in enumerate(phrases):
        if phrase.basis == BASIS:
            continue
        inside = [i for i in range(number + 1, min(number + 12, len(phrases))) if phrase.holds(phrases[i])]
        member = actors[analysis.actors[number]].id
        if phrase.type == "person" and is_title(phrase.form.split()[0]):
            yield from _of_title(analysis, actors, names, number, inside, member)
        elif phrase.type in {"organization", "armed_group"}:
            for state in _states(analysis, names, number, phrase.last):
                yield Affiliation(member, "stateOf", state, "", span(analysis, number))


def _of_title(
    analysis: Analysis, actors: Sequence[ArticleActor], names: Names, number: int, inside: list[int], member: str
) -> Iterator[Affiliation]:
    phrases = analysis.phrases
    own = [i for i in inside if analysis.actors[i] == analysis.actors[number]]
    end = phrases[own[-1]].first if own and phrases[own[-1]].first > phrases[number].first else phrases[number].last
    bodies = [i for i in inside if phrases[i].type != "person" and phrases[i].last <= end]
    outermost = [i for i in bodies if not any(phrases[j].holds(phrases[i]) for j in bodies)]
    place = span(analysis, number)
    tokens = analysis.sentences[phrases[number].sentence].tokens
    title = _text(tokens[phrases[number].first : end], len(phrases[number].clitics))
    kind = _kind(words.without_article(phrases[number].form.split()[0]))
    for body in outermost:
        yield Affiliation(member, kind, actors[analysis.actors[body]].id, title, place)
    if not outermost:
        for state in _states(analysis, names, number, end):
            yield Affiliation(member, kind, state, title, place)


def _states(analysis: Analysis, names: Names, number: int, end: int) -> Iterator[str]:
    """The state of the first nisba in phrase ``number`` before token ``end``, behind its first word."""
    phrase = analysis.phrases[number]
    for token in analysis.sentences[phrase.sentence].tokens[phrase.first + 1 : end]:
        if (state := names.nisba(token.form)) is not None:
            yield state
            return


def _text(tokens: Sequence[Token], clitics: int) -> str:
    return " ".join([tokens[0].surface[clitics:], *(token.surface for token in tokens[1:])])


def _kind(title: str) -> AffiliationKind:
    classes = load_function_words()
    if title in classes["spokespersons"]:
        return "spokespersonOf"
    if title in classes["leaders"]:
        return "leads"
    return "memberOf" if title in classes["members"] else "holdsOffice"
