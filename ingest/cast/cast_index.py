"""Who was named before a place of an article, and by what each is called: looked up, so that no search grows with it.

Takes the cast of an article, its phrases in text order. Made once an article; what is asked of it looks at the last
phrases before a place, or was worked out for each actor when it was first asked for.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from functools import cached_property

from ingest.cast.coreference import Cast
from ingest.naming.roles import is_title
from ingest.reading import ActorType
from ingest.text import words

BACK = 200  # phrases before a place among which somebody is looked for
INSIDE = 8  # phrases behind one in which those that it holds stand
_BODIES = frozenset({"organization", "armed_group"})


class CastIndex:
    """The phrases of a cast by place and by actor."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._places = [(p.sentence, p.first) for p in cast.phrases]
        self._mine: dict[int, list[int]] = defaultdict(list)
        for i, actor in enumerate(cast.actors):
            self._mine[actor].append(i)

    def before(self, sentence: int, k: int) -> Iterator[int]:
        """The phrases that begin before token ``k`` of the sentence, the last first; those within others not."""
        end = bisect_left(self._places, (sentence, k))
        places = range(end - 1, max(-1, end - 1 - BACK), -1)
        return (i for i in places if self._cast.phrases[i].within is None)

    def last(self, sentence: int, k: int, types: Container[str], skipped: Container[int] = ()) -> list[int]:
        """The actors that phrases of such types name before token ``k``, the last first, each once.

        ``skipped``: the sentences whose phrases do not count.
        """
        phrases = self._cast.phrases
        named = (i for i in self.before(sentence, k) if phrases[i].type in types and phrases[i].sentence not in skipped)
        return list(dict.fromkeys(self._cast.actors[i] for i in named))

    def phrases(self, actor: int) -> list[int]:
        """The phrases of an actor in text order."""
        return self._mine[actor]

    def type(self, actor: int) -> ActorType:
        """The type of an actor's first phrase."""
        return self._cast.phrases[self._mine[actor][0]].type

    def fullest(self, actor: int) -> int:
        """The longest phrase of an actor, one that does not begin with a title before others."""
        return self._fullest[actor]

    @cached_property
    def _fullest(self) -> Mapping[int, int]:
        phrases = self._cast.phrases
        return {
            actor: max(mine, key=lambda i: (not is_title(phrases[i].form.split()[0]), phrases[i].length))
            for actor, mine in self._mine.items()
        }

    def bodies(self, actor: int) -> Mapping[int, set[str]]:
        """The bodies named within the titles of an actor, each with the words for its kind without article."""
        return self._bodies.get(actor, {})

    @cached_property
    def _bodies(self) -> Mapping[int, dict[int, set[str]]]:
        found: dict[int, dict[int, set[str]]] = {}
        phrases, actors = self._cast.phrases, self._cast.actors
        for i, holder in enumerate(phrases):
            for j in range(i + 1, min(len(phrases), i + 1 + INSIDE)):
                if phrases[j].type in _BODIES and holder.holds(phrases[j]):
                    kinds = found.setdefault(actors[i], {}).setdefault(actors[j], set())
                    kinds.add(words.without_article(phrases[j].form.split()[0]))
        return found

    def words(self, actor: int) -> set[str]:
        """The words of all that the article calls an actor by, without article."""
        return self._words[actor]

    @cached_property
    def _words(self) -> Mapping[int, set[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for phrase, actor in zip(self._cast.phrases, self._cast.actors, strict=True):
            found[actor].update(map(words.without_article, phrase.form.split()))
        return found
