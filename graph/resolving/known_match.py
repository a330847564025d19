"""Which actor of the gazetteer an actor of articles is, by its profile alone.

Takes a profile, gives the best known actor with a match, or the runners-up worth asking a human about. Tried:
the office held on the article's day, for a label that is only a title; a person's names against strong names,
which identify alone, and weak ones, which need the office or state; a body's and a state's name.
"""

from collections import defaultdict
from functools import cache, lru_cache

from graph.resolving.actor_name import ActorName, body_name, is_lone_nisba, person_name, state_name
from graph.resolving.name_similarity import NONE, Match, compare_names
from graph.resolving.name_spelling import folded, skeleton
from graph.resolving.profiles import RECENT, Facts, Profile, keys, profile
from ontology.actors import load_gazetteer
from ontology.gazetteer import Actor


@lru_cache(RECENT)
def candidates(facts: Facts) -> tuple[tuple[str, Match], ...]:
    """Known actors that the profile may be, with ids, the best first; those below doubt left out."""
    told = profile(facts)
    if told.is_person:
        found = _persons(told)
    elif told.is_body:
        found = _bodies(told)
    else:
        found = _states(told)
    listed = [(known, match) for known, match in found.items() if match.sure or match.doubtful]
    return tuple(sorted(listed, key=lambda pair: (-pair[1].score, pair[0])))


def known_as(facts: Facts) -> tuple[str, Match] | None:
    """The one known actor that the profile is for sure; nobody where two are as sure."""
    sure = [pair for pair in candidates(facts) if pair[1].sure]
    return sure[0] if sure and (len(sure) == 1 or sure[0][1].score > sure[1][1].score) else None


@lru_cache(RECENT)
def open_keys(facts: Facts) -> frozenset[str]:
    """The keys under which other actors of articles are compared with this one: none where it is known for sure."""
    return frozenset() if known_as(facts) else keys(facts)


def _persons(told: Profile) -> dict[str, Match]:
    found: dict[str, Match] = {}
    for name in told.names():
        for known, weak in _by_last().get(skeleton(name.words[-1]), ()) if name.words else ():
            match = _person(name, told, load_gazetteer().actors[known], weak=weak)
            found[known] = max(found.get(known, NONE), match)
        for known, weak in _by_head().get(" ".join(map(skeleton, name.words[:2])), ()) if len(name.words) > 1 else ():
            match = _person(name, told, load_gazetteer().actors[known], weak=weak)
            found[known] = max(found.get(known, NONE), match)
    if not any(name.words for name in told.names()):
        for fact in told.holds:
            known, _, office = fact.partition(" ")
            title = min(told.labels)
            found[known] = Match(
                0.95, f"{title}: {load_gazetteer().actors[known].ar} was {office} on the article's day"
            )
    return found


def _person(name: ActorName, told: Profile, known: Actor, *, weak: bool) -> Match:
    """One name of an actor against the known actor's strong names, or weak ones."""
    labels = [person_name(label) for label in (known.weak if weak else known.strong)]
    fitting = [label for label in labels if len(label.words) >= min(2, len(name.words))]
    best = max((compare_names(name, label) for label in fitting), default=NONE)
    if not best.score:
        return NONE
    if not weak and len(name.words) == 1 and name.words[0] in map(folded, known.strong):
        best = Match(0.92, f"a name that only {known.ar} goes by: {name.words[0]}")
    elif not best.partial:
        best = Match(best.score, f"{best.reason}; known as {known.ar}")
    return _known_context(best, told, known)


def _known_context(match: Match, told: Profile, known: Actor) -> Match:
    gazetteer = load_gazetteer()
    held = {fact.split(" ")[0] for fact in told.holds}
    bodies = [gazetteer.actors[gazetteer.offices[tenure.office].of] for tenure in known.offices]
    states = {body.id if body.type == "state" else body.state for body in bodies} | {known.state}
    if known.id in held:
        office = min(fact.partition(" ")[2] for fact in told.holds if fact.startswith(f"{known.id} "))
        return Match(round(min(0.99, match.score + 0.35), 2), f"{match.reason}; was {office} on the article's day")
    if held or (told.states and not told.states & states and None not in states):
        return Match(min(match.score, 0.5), f"{match.reason}; but of another office or state")
    if told.states & states:
        return Match(round(min(0.99, match.score + 0.1), 2), f"{match.reason}; of the same state")
    return match


def _bodies(told: Profile) -> dict[str, Match]:
    found = {}
    for label in sorted(told.labels):
        for known in _by_body().get(body_name(label).words, ()) if body_name(label).words else ():
            actor = load_gazetteer().actors[known]
            found[known] = Match(0.95, f"one body by name: {label}, {actor.ar}")
    return found


def _states(told: Profile) -> dict[str, Match]:
    states = {label: state_name(label) for label in sorted(told.labels) if state_name(label)}
    return {
        state: Match(0.8 if is_lone_nisba(label) else 0.93, f"{label} stands for {load_gazetteer().actors[state].ar}")
        for label, state in states.items()
    }


@cache
def _by_last() -> dict[str, list[tuple[str, bool]]]:
    """Known persons by the skeleton of a name's last word, each with whether that name is weak."""
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for known, name, weak in _person_names():
        found[skeleton(name.words[-1])].add((known, weak))
    return {key: sorted(listed) for key, listed in found.items()}


@cache
def _by_head() -> dict[str, list[tuple[str, bool]]]:
    """Known persons by the skeletons of a name's first two words."""
    found: dict[str, set[tuple[str, bool]]] = defaultdict(set)
    for known, name, weak in _person_names():
        if len(name.words) > 1:
            found[" ".join(map(skeleton, name.words[:2]))].add((known, weak))
    return {key: sorted(listed) for key, listed in found.items()}


def _person_names() -> list[tuple[str, ActorName, bool]]:
    return [
        (actor.id, name, weak)
        for actor in load_gazetteer().actors.values()
        if actor.type == "person"
        for labels, weak in ((actor.strong, False), (actor.weak, True))
        for label in labels
        if (name := person_name(label)).words
    ]


@cache
def _by_body() -> dict[tuple[str, ...], list[str]]:
    found: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for actor in load_gazetteer().actors.values():
        if actor.type in {"organization", "armed_group"}:
            for label in actor.strong:
                if words := body_name(label).words:
                    found[words].add(actor.id)
    return {words: sorted(ids) for words, ids in found.items()}
