"""Networks of invented actors in any size, with blocs, a long tail and sentences as varied as those of papers."""

import random

import networkx as nx

FIRST = "سامر وائل نادر كرم هيثم لبيد رامز عادل تميم بشار زاهر قصي نزار فادي أنور حازم مروان جلال طارق سليم ريم دانة لمى هالة".split()
LAST = "الصافي البرّي الحلواني النجدي العكاوي الدروبي القاضي المالح الراوي العساف الخازن البنّا الطويل الهادي السهلي الجرف".split()
BODIES = "حزب حركة مجلس هيئة جبهة تيار اتحاد كتلة لواء وزارة".split()
NAMES = "النهضة الكرامة السنابل الوفاق الغد المرفأ السواحل الهضاب البادية النخيل الميثاق الأفق العدالة البناء الشروق".split()
STATES = "سمارة وادينا جبلاوة بحرونة نخلستان رمالية".split()
LETTERS = "ابتجحخدرزسشصضطعغفقكلمنهوي"
RELATIONS = {"threatens": 1, "demands": 2, "supports": 2, "meets": 3}
STATUSES = {"asserted": 8, "hypothetical": 1, "negated": 1}


def invented_network(actors: int, events: int, *, seed: int = 1) -> nx.MultiDiGraph:
    """A network with that many actors, each in an event, and that many events."""
    chance = random.Random(seed)
    network = nx.MultiDiGraph(skipped=0)
    ids = [f"https://w3id.org/shabaka/actor/a{number:05}" for number in range(actors)]
    network.add_nodes_from((actor, _actor(chance, number)) for number, actor in enumerate(ids))
    vocabulary = ["".join(chance.choices(LETTERS, k=chance.randint(2, 7))) for _ in range(3000)]
    blocs = max(3, min(12, actors // 25))
    for number in range(events):
        source = number if number < actors else int(actors * chance.random() ** 3)
        target = _partner(chance, source, actors, blocs)
        data = _event(chance, network, ids[source], ids[target], vocabulary)
        network.add_edge(ids[source], ids[target], f"https://w3id.org/shabaka/event/{number:06}", **data)
    return network


def _actor(chance: random.Random, number: int) -> dict[str, object]:
    kind = chance.choices(["person", "organization", "state", "armed_group", "group", "office"], [50, 25, 4, 8, 8, 5])[
        0
    ]
    if number < len(STATES):
        name, kind = STATES[number], "state"
    elif kind == "person":
        name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    else:
        name = f"{chance.choice(BODIES)} {chance.choice(NAMES)}"
    tail = "" if number < 300 else f" {number}"
    known = chance.random() < 0.3
    offices = [{"title": "رئيس الكتلة", "of": "مجلس السنابل", "since": "2019", "until": ""}] if known else []
    return {
        "ar": name + tail, "en": f"Actor {number}" if known else "", "type": kind, "names": [name] if tail else [],
        "offices": offices, "wikidata": "", "known": known,
    }  # fmt: skip


def _partner(chance: random.Random, source: int, actors: int, blocs: int) -> int:
    """Mostly within the own bloc, mostly a strong one."""
    while True:
        target = int(actors * chance.random() ** 3.5)
        if chance.random() < 0.8:
            target = min(actors - 1, target - target % blocs + source % blocs)
        if target != source:
            return target


def _event(
    chance: random.Random, network: nx.MultiDiGraph, source: str, target: str, vocabulary: list[str]
) -> dict[str, object]:
    words = [
        network.nodes[source]["ar"],
        *chance.choices(vocabulary, k=chance.randint(6, 26)),
        network.nodes[target]["ar"],
    ]
    trigger = len(words[0]) + 1
    sentence = " ".join(words) + "."
    day = chance.randrange(700)
    date = f"{2020 + day // 350}-{1 + day % 350 // 30:02}-{1 + day % 28:02}"
    article = chance.randrange(max(1, network.number_of_nodes() * 2))
    return {
        "relation": chance.choices(list(RELATIONS), list(RELATIONS.values()))[0],
        "status": chance.choices(list(STATUSES), list(STATUSES.values()))[0],
        "date": date, "precision": "day", "published": date, "confidence": round(0.4 + 0.6 * chance.random(), 2),
        "rule": "verb:iltaqaa", "attributed_to": "", "exact": sentence, "sentence": sentence,
        "trigger": (trigger, trigger + len(words[1])), "source_mention": (0, len(words[0])),
        "target_mention": (len(sentence) - len(words[-1]) - 1, len(sentence) - 1),
        "article": f"https://w3id.org/shabaka/article/{article}", "headline": f"{words[1]} {words[2]} {words[3]}",
        "url": f"https://example.org/{article}", "outlet": ["وكالة الساحل", "صحيفة المرفأ", "قناة الهضاب"][article % 3],
    }  # fmt: skip
