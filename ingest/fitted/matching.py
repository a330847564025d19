"""Which phrases and proposals of an article agree with its gold annotation; used to fit and to measure.

Two names stand for one actor where the words of one lie within the other's, or half of all are shared;
words that name an office or kind of body identify nobody by themselves. Clitics and spelling are folded
away first.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ingest.analysis import Analysis
from ingest.fitted.gold import GoldArticle
from ingest.text.context import Context
from ingest.text.triggers import Trigger
from ontology.spelling import fold

_WORD = re.compile(r"\w+")
_CLITIC = re.compile(r"^(?:[وف]?(?:[بك]ال|لل|ال)|[وفبلك])(?=\w{2,})")
_LETTERS = str.maketrans({"ؤ": "و", "ئ": "ي"})
_IGNORED = frozenset({"في", "من", "علي", "الي", "و"})
_GENERIC = frozenset(
    "رييس وزير وزراء وزاره قايد قاده زعيم امين عام سكرتير مستشار نايب نواب متحدث ناطق باسم مبعوث سفير مسوول مسوولون "
    "مسوولين حكومه قوات قوه جيش مجلس دوله دول حزب حركه تيار كتله تنظيم منظمه هييه لجنه وفد ملك امير شيخ سيد دكتور "
    "جنرال خارجيه داخليه دفاع شوون مدير ممثل عضو كبير سابق جديد حالي".split()
)
Words = tuple[frozenset[str], ...]


def name_words(name: str) -> Words:
    """The words of a name, each as the set of its forms with and without leading clitics."""
    found = []
    for word in _WORD.findall(fold(name).translate(_LETTERS).replace("اميرك", "امريك")):
        if word not in _IGNORED:
            bare = _CLITIC.sub("", word)
            found.append(frozenset({word, bare, _CLITIC.sub("", bare)}))
    return tuple(found)


def same_actor(one: Words, other: Words) -> bool:
    """Whether two names can stand for one actor; an empty name stands for nobody."""
    shared = [word for word in one if any(word & w for w in other)]
    if not one or not other or not shared:
        return False
    back = sum(any(word & w for w in one) for word in other)
    if len(shared) == len(one) and back == len(other):
        return True
    if all(word & _GENERIC for word in shared):
        return False
    return len(shared) >= min(len(one), len(other)) or len(shared) / (len(one) + len(other) - len(shared)) >= 0.5


class Matcher:
    """The gold relations of one article against its analysis."""

    def __init__(self, article: GoldArticle, analysis: Analysis, called: Sequence[str]) -> None:
        """Match every phrase with the gold actors that it, or its actor's name, can stand for.

        ``called`` has the name of every actor number, which an edge of the network carries whatever phrase shows it.
        """
        self._text, self._analysis = article.text, analysis
        self._relations: Sequence[Mapping[str, Any]] = article.document["relations"]
        aliases = {
            actor["name"]: [name_words(n) for n in (actor["name"], *actor["mentions"])]
            for actor in article.document["actors"]
        }
        self._phrases: dict[str, set[int]] = {}
        surfaces = [name_words(phrase.form) for phrase in analysis.phrases]
        names = [name_words(name) for name in called]
        for end in {end for r in self._relations for end in (r["source"], r["target"])}:
            known = aliases.get(end, [])
            actors = {number for number, name in enumerate(names) if any(same_actor(name, a) for a in known)}
            self._phrases[end] = {
                i
                for i, (surface, actor) in enumerate(zip(surfaces, analysis.actors, strict=True))
                if actor in actors or any(same_actor(surface, a) for a in known)
            }
        self._places = [self._place(relation["evidence"]) for relation in self._relations]

    def shows(self, context: Context, trigger: Trigger, source: int, target: int) -> bool | None:
        """Whether the candidate is right: yes with its trigger in the evidence, None where only the pair is."""
        answer: bool | None = False
        offset = context.tokens[trigger.token].start
        for relation, (start, end) in zip(self._relations, self._places, strict=True):
            if relation["relation"] == trigger.relation and self._joins(relation, source, target):
                if start <= offset < end and not relation.get("optional"):
                    return True
                answer = None
        return answer

    def shown(self, context: Context, phrases: Sequence[int]) -> dict[tuple[str, int, int], bool | None]:
        """Relations of the gold between phrases of a sentence, by relation, source and target.

        Yes where its evidence is of that sentence; None where it is of another, denied or optional.
        """
        found: dict[tuple[str, int, int], bool | None] = {}
        low, high = context.tokens[0].start, context.tokens[-1].end
        for relation, (start, end) in zip(self._relations, self._places, strict=True):
            kind, here = relation["relation"], start < high and low < end
            told = True if here and not relation.get("optional") and relation["status"] != "negated" else None
            for source in phrases:
                for target in phrases:
                    other = self._analysis.actors[source] != self._analysis.actors[target]
                    if other and self._joins(relation, source, target):
                        found[kind, source, target] = found.get((kind, source, target)) or told
        return found

    def right(self, pairs: Iterable[tuple[str, int, int]]) -> list[int | None]:
        """For relation, source and target phrases, the surest first: 1, 0, or None where annotators differed."""
        taken: set[int] = set()
        found: list[int | None] = []
        for kind, source, target in pairs:
            joined = [
                i
                for i, r in enumerate(self._relations)
                if r["relation"] == kind and r["status"] != "negated" and self._joins(r, source, target)
            ]
            free = [i for i in joined if i not in taken and not self._relations[i].get("optional")]
            taken.update(free[:1])
            optional = any(self._relations[i].get("optional") for i in joined)
            found.append(1 if free else None if optional else 0)
        return found

    def _joins(self, relation: Mapping[str, Any], source: int, target: int) -> bool:
        of_source, of_target = self._phrases[relation["source"]], self._phrases[relation["target"]]
        straight = source in of_source and target in of_target
        return straight or (relation["relation"] == "meets" and source in of_target and target in of_source)

    def _place(self, evidence: str) -> tuple[int, int]:
        start = self._text.find(evidence)
        if start < 0:
            return 0, 0
        end = start + len(evidence)
        while start and self._text[start - 1].isalnum():  # a clitic is left out of it now and then, its word is not
            start -= 1
        return start, end
