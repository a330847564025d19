"""What an article tells twice of a body, once by a part of what it is called: one deed, told once.

Takes the relations of an article with its actors, gives those that stay. A headline names a body by a word of its name
(التحالف يمهل الحوثيين), and the text in full (أمهلت قيادة القوات المشتركة للتحالف الحوثيين): where both tell the same
of the same other side and the two share a word, the text is believed. In the text itself one name must lie within the
other (وفد الحوثيين، وفد جماعة أنصار الله الحوثية), and the surer is believed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ingest.cast.appellations import BODIES
from ingest.reading import ArticleActor, LinkedRelation, Span
from ingest.text import words
from ontology.spelling import fold

Names = Mapping[str, frozenset[str]]  # by actor
_LEAST = 3  # letters of a word that tells nobody, at most


def told_once(
    relations: Sequence[LinkedRelation], actors: Iterable[ArticleActor], headline: Span
) -> list[LinkedRelation]:
    """The relations without those told again of a body with a fuller name; ``headline``: the first sentence.

    ``actors``: one an id.
    """
    bodies = [actor for actor in actors if actor.type in BODIES]
    called = {actor.id: _roots(mention.surface for mention in actor.mentions) for actor in bodies}
    full = {actor.id: _roots([actor.name]) for actor in bodies}
    text = [r for r in relations if r.evidence.start >= headline.end]
    first = [r for r in relations if r.evidence.start < headline.end and not _is_retold(r, text, called)]
    return first + [r for r in text if not _is_nested(r, text, full)]


def _is_retold(relation: LinkedRelation, text: Iterable[LinkedRelation], called: Names) -> bool:
    """Whether the text says the same of a body that shares a word."""
    return any(called[one] & called[two] for _, one, two in _twins(relation, text, called))


def _is_nested(relation: LinkedRelation, text: Iterable[LinkedRelation], full: Names) -> bool:
    """Whether a surer relation says the same of a body whose name holds the other's or lies within it."""
    return any(
        bool(full[one] and full[two]) and (full[one] <= full[two] or full[two] <= full[one])
        for other, one, two in _twins(relation, text, full)
        if (other.confidence, -other.evidence.start) > (relation.confidence, -relation.evidence.start)
    )


def _twins(
    relation: LinkedRelation, text: Iterable[LinkedRelation], bodies: Names
) -> Iterator[tuple[LinkedRelation, str, str]]:
    """The relations of one kind and status that differ in one end alone, with the two bodies that stand there."""
    mine = relation.source, relation.target
    for other in text:
        if (other.relation, other.status) == (relation.relation, relation.status):
            straight = (other.source, other.target)
            for ends in [straight, straight[::-1]] if relation.relation == "meets" else [straight]:
                apart = [pair for pair in zip(mine, ends, strict=True) if pair[0] != pair[1]]
                if len(apart) == 1 and set(apart[0]) <= bodies.keys():
                    yield other, *apart[0]


def _roots(names: Iterable[str]) -> frozenset[str]:
    """The words of names without article, clitics and endings."""
    said = (word for name in names for word in fold(name).split() if len(word) > _LEAST)
    return frozenset(words.stem(words.stem(word)) for word in said)
