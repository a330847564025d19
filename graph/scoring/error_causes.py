"""Why an evaluation's relations were missed or are wrong: one cause each, the first that fits.

Takes a gold and a predicted document with their ``Outcome``, gives ``Fault`` after ``Fault``. What was missed is put
down to an actor that was not found; to the nearest prediction: denied instead of told, already taken by another
gold relation (two actors read as one), another relation of the two, the reverse, another level (a state for its
ministry), another argument; to an evidence in which the lexicon knows no word; else to a low score. What is
wrong likewise, by the nearest gold relation. Of what was matched, another status or speaker. Evidence
counts as one passage where it shares half of its words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from graph.scoring.scoring import ActorNames, Document, Outcome, Relation, same_speaker
from ingest.text.constructions import load_constructions
from ingest.text.lookup import load_lookup
from ingest.text.sentences import tokens
from ingest.text.words import without_article
from ontology.actors import load_gazetteer
from ontology.spelling import fold

Kind = Literal["missed", "wrong", "matched"]
_ENDS = ("source", "target")


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One relation at fault, as a line of text with its evidence."""

    kind: Kind
    cause: str
    text: str


def faults(gold: Document, predicted: Document, outcome: Outcome) -> Iterator[Fault]:
    """All faults of one article: missed, wrong, then matched with another status or speaker."""
    judge = _Judge(gold, predicted)
    for right in outcome.missed:
        yield Fault("missed", judge.of_missed(right), _line(right))
    for claim in outcome.wrong:
        yield Fault("wrong", judge.of_wrong(claim), _line(claim))
    names = ActorNames(gold)
    for right, claim in outcome.matched:
        if right.get("status") != claim.get("status"):
            yield Fault("matched", f"status {claim.get('status')} for {right.get('status')}", _line(right))
        if not same_speaker(names, right, claim):
            yield Fault("matched", "another speaker", f"{_line(right)} [{claim.get('attributed_to')}]")


class _Judge:
    def __init__(self, gold: Document, predicted: Document) -> None:
        self._gold, self._predicted = gold, predicted
        self._names = ActorNames(gold)
        self._found = [n for a in predicted["actors"] for n in (a["name"], *a.get("mentions", []))]
        self._listed = {a["name"]: (a["name"], *a.get("mentions", [])) for a in gold["actors"]}

    def of_missed(self, right: Relation) -> str:
        """The cause that ``right`` was not predicted."""
        if not all(self._names.stands_for(right[end], self._found) for end in _ENDS):
            return "an actor was not found"
        near = min((self._kinship(right, claim) for claim in self._predicted["relations"]), default=_NOTHING)
        if near != _NOTHING:
            return near[1]
        return "scored too low" if _has_trigger(right) else "no trigger found"

    def of_wrong(self, claim: Relation) -> str:
        """The cause that ``claim`` is in no gold relation."""
        near = min((self._kinship(right, claim) for right in self._gold["relations"]), default=_NOTHING)
        known = all(self._is_listed(claim, end) for end in _ENDS)
        return near[1] if near != _NOTHING or known else "an actor that the gold has not"

    def _kinship(self, right: Relation, claim: Relation) -> tuple[int, str]:
        """How near two relations are, 0 the nearest, and in what they differ."""
        same = right["relation"] == claim["relation"]
        straight = [self._is(right, end, claim, end) for end in _ENDS]
        crossed = [self._is(right, end, claim, other) for end, other in zip(_ENDS, _ENDS[::-1], strict=True)]
        ends = max(straight, crossed, key=sum) if right["relation"] == "meets" else straight
        if same and all(ends):
            return 0, "status" if _is_denied(right) != _is_denied(claim) else "actors told apart or together"
        if all(straight):
            return 1, "wrong relation"
        if all(crossed):
            return 2, "reversed" if same else "wrong relation"
        if not same or not any(ends) or not _is_one_passage(right, claim):
            return _NOTHING
        return (3, "level or metonym") if self._is_level(right, claim) else (4, "wrong argument")

    def _is(self, right: Relation, end: str, claim: Relation, other: str) -> bool:
        return self._names.stands_for(right[end], (claim[other], claim.get(f"{other}_mention")))

    def _is_listed(self, claim: Relation, end: str) -> bool:
        return any(self._names.stands_for(name, (claim[end], claim.get(f"{end}_mention"))) for name in self._listed)

    def _is_level(self, right: Relation, claim: Relation) -> bool:
        """Whether the ends that differ name one state or one name lies within the other."""
        for end in _ENDS:
            mine = [str(n) for n in (claim[end], claim.get(f"{end}_mention")) if n]
            names = self._listed.get(right[end], (str(right[end]),))
            if not self._names.stands_for(right[end], mine):
                return bool(_states(names) & _named(mine) or _named(names) & _states(mine))
        return False


_NOTHING = (9, "nothing like it")


def _states(names: Iterable[str]) -> set[str]:
    """The states that these names are: العراق, بغداد."""
    known = load_gazetteer()
    found = {known.strong.get(fold(name)) or known.metonyms.get(fold(name)) for name in names}
    return {actor for actor in found if actor is not None and known.actors[actor].type == "state"}


def _named(names: Iterable[str]) -> set[str]:
    """The states that words of these names tell, by name or nisba: وزير الخارجية العراقي."""
    known = load_gazetteer().nisba
    words = {form for name in names for token in tokens(name) for form in (token.form, without_article(token.form))}
    return {known[word].state for word in words if word in known} | _states(words)


def _has_trigger(right: Relation) -> bool:
    """Whether a word or construction of the evidence can show the relation."""
    lookup, words = load_lookup(), [token.surface for token in tokens(str(right.get("evidence", "")))]
    readings = [reading for word in words for reading in lookup(word)]
    readings += [construction.reading for construction in load_constructions()(words)]
    return any(reading[0] == right["relation"] for reading in readings)


def _is_denied(relation: Relation) -> bool:
    return bool(relation.get("status") == "negated")


def _is_one_passage(right: Relation, claim: Relation) -> bool:
    mine, other = ({token.form for token in tokens(str(r.get("evidence", "")))} for r in (right, claim))
    return 2 * len(mine & other) >= min(len(mine), len(other))


def _line(relation: Relation) -> str:
    status = relation.get("status", "asserted")
    ends = f"{relation['source']} {relation['relation']} {relation['target']} ({status})"
    return f"{ends}: {relation.get('evidence', '')}".replace("\n", " ")
