"""The actors of an article: phrases with their actor numbers become entries with a name and an id.

Takes the analysis, gives one ``ArticleActor`` a number. A known actor has its gazetteer id and label, and so has one
called by a title that tells who held it on the article's day (خادم الحرمين الشريفين), or by a name that several
bear of whom one was in office that day (كلينتون).
Another's name is its fullest phrase without title; its id is a hash of type and folded name, so that the
same name is the same actor in every article. Persons of one name whose titles say that they serve two states are
two: the hash takes the state in. What only has a role (المتحدث باسم الخارجية) or is a generic group is somebody else
in every article: its hash takes the article in.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence

from ingest.analysis import Analysis
from ingest.article import Article
from ingest.cast.appellations import is_title_at
from ingest.cast.titles import home
from ingest.naming.names import Names
from ingest.naming.roles import honoured
from ingest.reading import ActorType, ArticleActor, Mention, Span
from ingest.text.mentions import STAND_IN, Phrase
from ontology.spelling import fold


def actors(article: Article, analysis: Analysis, names: Names) -> tuple[ArticleActor, ...]:
    """One actor a number, in order; an id that two numbers would share goes to both."""
    of: dict[int, list[int]] = defaultdict(list)
    for phrase, number in enumerate(analysis.actors):
        of[number].append(phrase)
    return tuple(_actor(article, analysis, names, of[number]) for number in range(len(of)))


def span(analysis: Analysis, number: int) -> Span:
    """Where phrase ``number`` stands, clitics left out."""
    phrase = analysis.phrases[number]
    tokens = analysis.sentences[phrase.sentence].tokens
    first, last = tokens[phrase.first], tokens[phrase.last - 1]
    return Span(first.start + _letters(first.surface, len(phrase.clitics)), last.end)


def _letters(surface: str, count: int) -> int:
    """The length of the first ``count`` letters of ``surface`` with their marks."""
    length = 0
    while length < len(surface) and (count or not fold(surface[length])):
        count -= bool(fold(surface[length]))
        length += 1
    return length if length < len(surface) else 0


def _actor(article: Article, analysis: Analysis, names: Names, numbers: Sequence[int]) -> ArticleActor:
    named = [i for i in numbers if analysis.phrases[i].basis != STAND_IN]
    mine = [analysis.phrases[i] for i in named or numbers]
    told = Counter(i for i in (analysis.known[n] for n in numbers) if i is not None)
    known = min(told, key=lambda i: (-told[i], i)) if told else None
    if known is None:
        known = next(filter(None, (names.holder(phrase.form, article.date) for phrase in mine)), None)
    spans = [span(analysis, i) for i in named]
    surfaces = [article.text[s.start : s.end] for s in spans]
    called = [_with_article(surface, phrase) for surface, phrase in zip(surfaces, mine, strict=False)]
    kind = _type(mine)
    if kind == "person" and named:  # not a state of which only its official is told
        known = names.in_office(fold(_fullest(mine, called)), article.date, known) or known
    if known is not None:
        identifier, name, kind = known, names.label(known), names.type(known)
    else:
        name = _fullest(mine, called)
        alone = kind == "group" or is_title_at(fold(name).split(), 0)
        served = home(analysis, numbers, names) if kind == "person" and not alone else None
        key = f"{article.id if alone else ''}\n{kind}\n{fold(name)}" + (f"\n{served}" if served else "")
        identifier = "x-" + hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    mentions = tuple(Mention(s, surface, identifier) for s, surface in zip(spans, surfaces, strict=True))
    return ArticleActor(identifier, name, kind, known is not None, mentions)


def _with_article(surface: str, phrase: Phrase) -> str:
    """What the phrase calls its actor: للمجلس, whose span begins behind the preposition, is of المجلس."""
    assimilated = phrase.clitics.endswith("ل") and phrase.form.startswith("ال") and not fold(surface).startswith("ا")
    return f"ا{surface}" if assimilated else surface


def _type(mine: Sequence[Phrase]) -> ActorType:
    counts = Counter(p.type for p in mine)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _is_bare(name: str) -> bool:
    """Whether no word of the name is a title: behind بن a word is a father's name (بن سلطان)."""
    words = name.split()
    return not any(is_title_at(words, i) and words[max(0, i - 1)] != "بن" for i in range(len(words)))


def _fullest(mine: Sequence[Phrase], surfaces: Sequence[str]) -> str:
    """The longest phrase that is a name; of roles alone, the longest role."""
    told = [i for i, p in enumerate(mine) if p.type != "person" or not honoured(p.form)]  # not سموه
    bare = [i for i in told if mine[i].type != "person" or _is_bare(mine[i].form)]
    named = [i for i in told if not is_title_at(mine[i].form.split(), 0)]
    listed = bare or named or told or range(len(mine))
    return surfaces[min(listed, key=lambda i: (-mine[i].length, -len(surfaces[i]), i))]
