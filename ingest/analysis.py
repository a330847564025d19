"""An article taken apart: sentences, actor phrases, who is who, and the contexts that relations are read in.

The first half of the pipeline, shared by reading articles and by fitting the models, which passes taggers
that have not seen the article.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ingest.cast.appositions import aside, unapposed
from ingest.cast.coreference import resolve
from ingest.cast.disjoint import disjoint
from ingest.cast.equations import equated
from ingest.cast.own_governments import with_own_governments
from ingest.cast.own_states import with_own_states
from ingest.cast.possessed import with_possessed
from ingest.cast.standins import with_standins
from ingest.cast.visitors import with_visitors
from ingest.fitted.cues import Cue, cues
from ingest.fitted.tagger import Emissions, Tagger
from ingest.fitted.weights import Weights
from ingest.naming.actor_phrases import phrases
from ingest.naming.bounds import bounded, within
from ingest.naming.described_ends import without_adverbs, without_participles
from ingest.naming.heads import headed
from ingest.naming.names import Names
from ingest.naming.occasions import without_occasions
from ingest.naming.overhangs import persons_whole
from ingest.naming.quotations import marked
from ingest.naming.reigns import reigning
from ingest.naming.set_apart import set_apart
from ingest.naming.severing import severed
from ingest.naming.shared_offices import shared_offices
from ingest.naming.shared_titles import without_shared_titles
from ingest.naming.tails import shortened, without_tails, without_titles
from ingest.naming.wholes import extended, parted
from ingest.text.anonymity import without_anonymous
from ingest.text.context import Context, contexts
from ingest.text.mentions import Phrase
from ingest.text.sentences import Sentence, sentences
from ingest.text.shortened_titles import without_letters, written_out
from ingest.text.triggers import Lookup, Trigger, triggers
from ontology.function_words import load_function_words

LEAN = 0.5  # towards recall: relations are judged later, what is missed here is lost (.5 to 1 best in jackknife)
Labels = list[list[str]]
Tag = Callable[[Sequence[Sentence]], tuple[Labels, Labels]]


@dataclass(frozen=True, slots=True)
class Analysis:
    """The parts of one article; ``known`` and ``actors`` hold a gazetteer id and an actor number a phrase."""

    sentences: tuple[Sentence, ...]
    phrases: tuple[Phrase, ...]
    known: tuple[str | None, ...]
    actors: tuple[int, ...]
    contexts: tuple[Context, ...]


def analyse(text: str, tag: Tag, names: Names, lookup: Lookup) -> Analysis:
    """Take ``text`` apart; an empty text gives empty parts."""
    split = tuple(sentences(text))
    outer, inner = tag(split)
    opened = [tuple(triggers(sentence.tokens, lookup)) for sentence in split]
    outer, inner = (without_anonymous(split, rows) for rows in (outer, inner))
    outer, inner = (without_adverbs(split, rows, opened) for rows in (outer, inner))
    outer, inner = (set_apart(split, rows, opened, names.index) for rows in (outer, inner))
    outer, inner = extended(split, outer, names.index), parted(split, inner, names.index)
    tagged, outer = outer, without_tails(split, outer, inner, opened, names.index)
    inner = without_participles(split, without_titles(split, shortened(inner, tagged, outer)), opened)
    whole = bounded(split, outer, inner, opened, names)
    outer = persons_whole(split, severed(split, whole, inner, opened, names.index), names)
    parted_from = unapposed(split, whole, outer)
    outer = marked(split, shared_offices(split, outer, inner, names.index), inner)
    outer = headed(split, outer, opened, names.index)
    outer = reigning(split, outer, inner, names.index, names.nisba)
    found = phrases(split, outer, within(split, inner, outer, names), names.index, names.nisba, opened)
    found = without_shared_titles(split, without_occasions(split, found, names), opened)
    opened = _beside_names(opened, found, names)
    cast = resolve(found, names.identities(found), names, (parted_from, aside(split, found)))
    named = with_visitors(split, equated(split, cast), names)
    named = with_possessed(named)
    seen = contexts(split, found, opened)
    named = with_own_governments(with_own_states(named, seen, names), seen, names)
    cast = with_standins(disjoint(named, seen), seen, names)
    if cast.phrases != named.phrases:
        seen = contexts(split, cast.phrases, opened)
    return Analysis(split, cast.phrases, cast.known, cast.actors, seen)


def _beside_names(
    opened: Sequence[Sequence[Trigger]], found: Sequence[Phrase], names: Names
) -> list[tuple[Trigger, ...]]:
    """The triggers of every sentence without verbs and masdars in a known actor's name: تجمع المهنيين, بعثة الأمم.

    Nor does the first name of a person tell anything, whatever else the word may mean: حسن الغانم.
    """
    named = {
        (p.sentence, k)
        for p in found
        if p.length > 1 and tuple(p.form.split()) in names.index.get(p.form.split(maxsplit=1)[0], ())
        for k in range(p.first, p.last)
    }
    first_names = {
        p.place[:2]
        for p in found
        if p.type == "person" and p.length > 1 and p.form.split(maxsplit=1)[0] in load_function_words()["given"]
    }
    return [
        tuple(
            t  # التحالف الداعم للشرعية tells
            for t in row
            if (t.kind not in "VMP" or (number, t.token) not in named) and (number, t.token) not in first_names
        )
        for number, row in enumerate(opened)
    ]


def tag_with(outer: Tagger, inner: Tagger, names: Names) -> Tag:
    """Tag sentences with two taggers, the inner one seeing what the outer one said."""
    emissions = Emissions(Weights.beside(outer.weights, inner.weights))

    def tag(split: Sequence[Sentence]) -> tuple[Labels, Labels]:
        article = [written_out(sentence.tokens) for sentence in split]
        lengths = [len(forms) for forms in article]
        said = emissions.of(article, cues(names, article))
        upper = outer.tag(said[:, : len(outer.labels)], lengths, lean=LEAN)
        seen = emissions.more([cue for labels in upper for cue in beneath(labels)], len(said))
        lower = inner.tag((said + seen)[:, len(outer.labels) :], lengths)
        pair = [[without_letters(s.tokens, row) for s, row in zip(split, rows, strict=True)] for rows in (upper, lower)]
        return pair[0], pair[1]

    return tag


def beneath(outer: Sequence[str]) -> list[Cue]:
    """The further cue of every word for the inner tagger: the labels of the outer one around it."""
    row = ["^", *outer, "$"]
    return [("outer", *row[i : i + 3]) for i in range(len(outer))]
