"""Readings built by hand, of an article with invented people and parties."""

import datetime as dt
from dataclasses import replace

from ingest.article import Article
from ingest.reading import Affiliation, ArticleActor, EventDate, LinkedRelation, Mention, Reading, Span

TEXT = (
    "الراوي يتوعد حزب السنبلة\n"
    "هدد سالم الراوي، وزير الري، حزب السنبلة في نيسان. ونفى عمر الكناني أن يكون الراوي قد التقاه."
)
ARTICLE = Article(
    name="reed-1",
    text=TEXT,
    title="الراوي يتوعد حزب السنبلة",
    url="https://reed.example/أخبار/1",
    outlet="وكالة القصب",
    date=dt.date(2021, 4, 7),
)


def span(words: str, start: int = 25) -> Span:
    """Where ``words`` stand in the text, its headline left aside."""
    found = TEXT.index(words, start)
    return Span(found, found + len(words))


def actor(id_: str, name: str, type_: str = "person") -> ArticleActor:
    mentions = (Mention(span(name), name, id_),) if name in TEXT else ()
    return ArticleActor(id_, name, type_, known=not id_.startswith("x-"), mentions=mentions)  # type: ignore[arg-type]


RAWI = actor("x-0000000rawi0", "سالم الراوي")
KINANI = actor("x-00000kinani0", "عمر الكناني")
SUNBULA = actor("x-0000sunbula0", "حزب السنبلة", "organization")
IRAQ = actor("iraq", "العراق", "state")

FIRST, SECOND = (
    span("هدد سالم الراوي، وزير الري، حزب السنبلة في نيسان."),
    span("ونفى عمر الكناني أن يكون الراوي قد التقاه."),
)
THREAT = LinkedRelation(
    RAWI.id,
    "threatens",
    SUNBULA.id,
    "asserted",
    span("هدد سالم الراوي، وزير الري، حزب السنبلة"),
    FIRST,
    "verb:haddada",
    0.834,
    trigger=span("هدد"),
    source_mention=span("سالم الراوي"),
    target_mention=span("حزب السنبلة"),
    date=EventDate("2021-04", "month", "stated"),
)
MEETING = LinkedRelation(
    RAWI.id,
    "meets",
    KINANI.id,
    "negated",
    span("يكون الراوي قد التقاه"),
    SECOND,
    "verb:iltaqa",
    0.5,
    attributed_to=KINANI.id,
    trigger=span("التقاه"),
    source_mention=span("الراوي", SECOND.start),
    date=EventDate("2021-04-07", "day", "publication"),
)
MINISTER = Affiliation(RAWI.id, "holdsOffice", IRAQ.id, "وزير الري", span("سالم الراوي، وزير الري"))
READING = Reading(ARTICLE, (RAWI, SUNBULA, KINANI, IRAQ), (THREAT, MEETING), (MINISTER,))


def reading(number: int, *relations: LinkedRelation, date: dt.date | None = None) -> Reading:
    """Another article of the same text, with its own name, address and relations."""
    article = replace(ARTICLE, name=f"reed-{number}", url=f"https://reed.example/{number}", date=date)
    return Reading(article, READING.actors, relations, ())
