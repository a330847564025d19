"""Stores of invented articles in any size, as N-Quads, and single articles to add to them."""

import random
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from graph.storage.terms import Names, iri, literal, names
from graph.storage.update import Quad
from ontology.vocabulary import ARTICLE, EVENT, NIF, OA, RDF, RELATION_CONCEPT, SB, SCHEMA, SEM
from tests.benchmarks.networks import FIRST, LAST, LETTERS

ACTORS = 4_000
RELATIONS = {"threatens": 1, "demands": 2, "supports": 2, "meets": 3}
_EXACT, _CONFIDENCE, _CONTEXT = iri(OA.exact), iri(SB.confidence), iri(NIF.referenceContext)
_EVENT, _PERSON, _EVIDENCE = iri(SEM.Event), iri("http://xmlns.com/foaf/0.1/Person"), iri(SB.evidence)
_TYPE, _HEADLINE = iri(RDF.type), iri(SCHEMA.headline)


class Invented:
    """Articles by number, one event in each; a few actors are in most of them."""

    def __init__(self, seed: int = 1) -> None:
        self._seed = seed
        chance = random.Random(seed)
        self._words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 7))) for _ in range(3000)]
        self._actors = [f"{chance.choice(FIRST)} {chance.choice(LAST)} {number}" for number in range(ACTORS)]
        self._weights = list(accumulate(1 / (number + 1) for number in range(ACTORS)))
        self._concepts = {name: iri(str(concept)) for name, concept in RELATION_CONCEPT.items()}

    def article(self, number: int) -> tuple[str, set[Quad]]:
        """The name and the quads of one article."""
        chance = random.Random(f"{self._seed}-{number}")
        graph = iri(f"{ARTICLE}{number:016x}")
        return graph, {(*triple, graph) for triple in self._triples(chance, graph, number, names())}

    def write(self, path: Path, articles: int) -> int:
        """Write that many articles as N-Quads; gives the number of quads."""
        quads = 0
        with path.open("w", encoding="utf-8") as sink:
            for number in range(articles):
                lines = sorted(" ".join(quad) + " .\n" for quad in self.article(number)[1])
                sink.writelines(lines)
                quads += len(lines)
        return quads

    def _triples(self, chance: random.Random, article: str, number: int, n: Names) -> Iterator[tuple[str, str, str]]:
        ends = chance.choices(range(ACTORS), cum_weights=self._weights, k=2)
        actors = [iri(f"{n.actor_base}x-{end:012x}") for end in ends]
        event, span = iri(f"{EVENT}{number:016x}"), f"{article[:-1]}#char=0,40>"
        relation = chance.choices(list(RELATIONS), list(RELATIONS.values()))[0]
        day = f"{chance.randint(2019, 2021)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        yield article, _TYPE, n.article
        yield article, n.identifier, literal(f"a-{number}")
        yield article, n.published, literal(day, datatype="date")
        for actor, end in zip(actors, ends, strict=True):
            yield article, n.mentions, actor
            yield actor, _TYPE, _PERSON
            yield actor, n.label, literal(self._actors[end], language="ar")
        yield event, _TYPE, _EVENT
        yield event, n.event_type, self._concepts[relation]
        yield event, n.source, actors[0]
        yield event, n.target, actors[1]
        yield event, n.status, n.asserted if chance.random() < 0.8 else iri(SB.Negated)
        yield event, n.derived_from, article
        yield event, _CONFIDENCE, literal(f"0.{chance.randint(1, 9)}", datatype="decimal")
        yield event, _EVIDENCE, span
        yield span, _EXACT, literal(" ".join(chance.choices(self._words, k=7)))
        yield span, _CONTEXT, article
