"""An article sentence by sentence, with actors and triggers marked and the relations read in it.

Takes an article and its reading, gives lines of rich text. Actors are underlined and followed by their
number in brackets at the end of the longest mention; triggers are bold. Under a sentence stand its
relations with rule, confidence, status and speaker.
"""

from collections.abc import Iterator

from rich.text import Text

from graph.notices import printable
from ingest.reading import LinkedRelation, Reading, Span
from ingest.text.lookup import load_lookup
from ingest.text.sentences import Sentence, sentences
from ingest.text.triggers import triggers

ACTOR, TRIGGER = "underline cyan", "bold yellow"


def lines(reading: Reading) -> Iterator[Text]:
    """The lines of the explanation: sentences, relations, then the actors by number."""
    numbers = {actor.id: number for number, actor in enumerate(reading.actors, 1)}
    for sentence in sentences(reading.article.text):
        yield _marked(reading, numbers, sentence)
        for relation in reading.relations:
            if relation.sentence == sentence.span:
                yield _relation(reading, numbers, relation)
    yield Text()
    for actor in reading.actors:
        known = actor.id if actor.known else "not in the gazetteer"
        yield Text(f"[{numbers[actor.id]}] {printable(actor.name)} ({actor.type}; {known})")


def _marked(reading: Reading, numbers: dict[str, int], sentence: Sentence) -> Text:
    start, end = sentence.span.start, sentence.span.end
    text = reading.article.text[start:end]
    marks: list[tuple[int, str]] = []
    styles: list[tuple[Span, str]] = []
    reached = 0
    mentions = sorted((m for a in reading.actors for m in a.mentions), key=lambda m: (m.span.start, -m.span.end))
    for mention in mentions:
        if start <= mention.span.start and mention.span.end <= end and mention.span.start >= reached:
            reached = mention.span.end
            styles.append((mention.span, ACTOR))
            marks.append((mention.span.end, f"[{numbers[mention.actor]}]"))
    for trigger in triggers(sentence.tokens, load_lookup()):
        token = sentence.tokens[trigger.token]
        styles.append((Span(token.start, token.end), TRIGGER))
        marks.append((token.end, f"⟨{trigger.relation}⟩"))
    made = Text("".join(c if c.isprintable() else " " for c in text))
    for span, style in styles:
        made.stylize(style, span.start - start, span.end - start)
    return _with_marks(made, dict.fromkeys(marks), start)


def _with_marks(text: Text, marks: dict[tuple[int, str], None], start: int) -> Text:
    """``text`` with every mark behind the place it belongs to."""
    made, last = Text(), 0
    for place, mark in sorted(marks):
        made.append_text(text[last : place - start])
        made.append(mark, style="dim")
        last = place - start
    return made.append_text(text[last:]) if last < len(text) else made


def _relation(reading: Reading, numbers: dict[str, int], relation: LinkedRelation) -> Text:
    names = {actor.id: actor.name for actor in reading.actors}
    source, target = (_named(names, numbers, end) for end in (relation.source, relation.target))
    parts = [
        f"    → {source} {relation.relation} {target}",
        relation.status,
        f"rule {relation.rule}",
        f"confidence {relation.confidence:.2f}",
    ]
    if relation.attributed_to is not None:
        parts.append(f"according to {_named(names, numbers, relation.attributed_to)}")
    if relation.date is not None:
        parts.append(f"{relation.date.value} ({relation.date.basis})")
    evidence = reading.article.text[relation.evidence.start : relation.evidence.end]
    return Text("; ".join(parts) + f"\n      «{printable(evidence)}»", style="green")


def _named(names: dict[str, str], numbers: dict[str, int], actor: str) -> str:
    return f"{printable(names[actor])}[{numbers[actor]}]"
