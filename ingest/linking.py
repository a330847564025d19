"""Findings become linked relations: actor numbers become ids, candidates become spans.

Takes an article, its analysis, its actors and its findings; gives the relations in text order, one for
each source, relation, target and status: the surest. An actor is not related to itself, also where two
numbers turned out to be one actor.
"""

from collections.abc import Iterable, Sequence

from ingest.analysis import Analysis
from ingest.article import Article
from ingest.cast.actors import span
from ingest.dating.dates import event_date
from ingest.reading import Affiliation, ArticleActor, LinkedRelation, Span
from ingest.relations import Finding, evidence
from ingest.retold import told_once
from ingest.text.mentions import GRAMMAR, UNNAMED, Phrase


def linked(
    article: Article, analysis: Analysis, actors: Sequence[ArticleActor], findings: Iterable[Finding]
) -> tuple[LinkedRelation, ...]:
    """The relations between ``actors``, which has one actor a number."""
    best: dict[tuple[str, ...], LinkedRelation] = {}
    for finding in findings:
        made = _relation(article, analysis, actors, finding)
        ends = sorted((made.source, made.target)) if made.relation == "meets" else [made.source, made.target]
        key = (made.relation, *ends, made.status)
        if made.source != made.target and (key not in best or made.confidence > best[key].confidence):
            best[key] = made
    told = told_once([*best.values()], merged(actors), analysis.sentences[0].span) if best else []
    return tuple(sorted(told, key=lambda r: (r.evidence, r.relation, r.source, r.target)))


def merged(actors: Sequence[ArticleActor]) -> tuple[ArticleActor, ...]:
    """One actor an id, in order of first mention, with the mentions of all that share it."""
    by_id: dict[str, list[ArticleActor]] = {}
    for actor in actors:
        by_id.setdefault(actor.id, []).append(actor)
    return tuple(
        ArticleActor(
            a[0].id,
            a[0].name,
            a[0].type,
            a[0].known,
            tuple(sorted((m for one in a for m in one.mentions), key=lambda m: (m.span.start, -m.span.end))),
        )
        for a in by_id.values()
    )


def taking_part(
    analysis: Analysis,
    actors: Sequence[ArticleActor],
    relations: Sequence[LinkedRelation],
    offices: Sequence[Affiliation],
) -> tuple[ArticleActor, ...]:
    """The actors, one a number, without those that only the grammar tells and that take part in nothing.

    A group or role without a name is an actor through what it does (guidelines of the task).
    """
    ends = {end for r in relations for end in (r.source, r.target, r.attributed_to)}
    ends |= {end for tie in offices for end in (tie.member, tie.organization)}
    surer = {n for n, phrase in zip(analysis.actors, analysis.phrases, strict=True) if not _is_told(phrase)}
    return tuple(actor for n, actor in enumerate(actors) if n in surer or actor.id in ends)


def _is_told(phrase: Phrase) -> bool:
    return phrase.basis == UNNAMED or (phrase.basis == GRAMMAR and phrase.type == "group")


def _relation(article: Article, analysis: Analysis, actors: Sequence[ArticleActor], finding: Finding) -> LinkedRelation:
    shown = finding.shown
    context = analysis.contexts[shown.context]
    trigger = context.tokens[shown.trigger.token]
    sentence = analysis.sentences[shown.context].span
    speaker = None if finding.speaker is None else actors[analysis.actors[finding.speaker]].id
    source = actors[analysis.actors[shown.source]].id
    return LinkedRelation(
        source,
        finding.proposal.relation,
        actors[analysis.actors[shown.target]].id,
        finding.status,
        evidence(analysis, shown),
        sentence,
        finding.rule,
        round(finding.probability, 2),
        None if speaker == source and finding.proposal.relation != "meets" else speaker,
        Span(trigger.start, trigger.end),
        _here(analysis, shown.source, shown.context),
        _here(analysis, shown.target, shown.context),
        event_date(
            article,
            article.text[sentence.start : sentence.end],
            trigger.start - sentence.start,
            coming=finding.status == "hypothetical",
        ),
    )


def _here(analysis: Analysis, phrase: int, context: int) -> Span | None:
    return span(analysis, phrase) if analysis.phrases[phrase].sentence == context else None
