"""Offices and affiliations that titles state: وزير الخارجية الأمريكي أنتوني بلينكن.

Takes the analysis and the actors, gives ``Affiliation`` after ``Affiliation`` in text order, one for each
member, kind and body. A person belongs to the body that the title tells (``titles``); a body with a state's nisba
(الخارجية العراقية) belongs to that state.
"""

from collections.abc import Iterator, Sequence

from ingest.analysis import Analysis
from ingest.cast.actors import span
from ingest.cast.titles import Title, state_of
from ingest.naming.names import Names, load_names
from ingest.naming.roles import is_title
from ingest.reading import Affiliation, ArticleActor
from ingest.text.mentions import STAND_IN


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
    for number, phrase in enumerate(analysis.phrases):
        if phrase.basis == STAND_IN:
            continue
        member = actors[analysis.actors[number]].id
        if phrase.type == "person" and is_title(phrase.form.split()[0]):
            title = Title(analysis, number, names)
            for body, kind in title.bodies():
                organization = body if isinstance(body, str) else actors[analysis.actors[body]].id
                yield Affiliation(member, kind, organization, title.text(), span(analysis, number))
        elif phrase.type in {"organization", "armed_group"}:
            state = state_of(analysis, names, phrase, range(phrase.first + 1, phrase.last))
            if state is not None:
                yield Affiliation(member, "stateOf", state[0], "", span(analysis, number))
