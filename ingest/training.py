"""Fits the models on annotated articles: ``python -m ingest.training [FOLDER]`` (needs the extra ``fit``).

Takes a folder with ``text/`` and ``gold/``; writes taggers, ranker and judge into ``ingest/fitted/models/``, each a
readable table with the digest of what they were fitted on, and the counts of the rules; without a folder only the
judge with its thresholds is fitted. Taggers, ranker and encoder learn from the folder and from our own articles
(``blocks``), the judge from other articles of our own (``JUDGED``): how far all these and the grammar are to be trusted
shows only where none of them has learnt. The grammar has learnt from the folder and from ``STUDIED``, which are told to
the judge with little weight; where they alone told it, it trusted the grammar too much. Order: taggers on all articles;
taggers on four fifths of the folder, to tag the remaining fifth, since the ranker must learn from the mistakes it
will meet; the ranker on those phrases and on the annotated ones, which show it more that is right, and the counts;
the encoder on phrases as the taggers find them; the judge on what all these say, and the thresholds in fifths. The
folds go by a hash of the article's name, so that they stay when articles are added. Fits that do not wait for each
other run side by side.
"""

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from ingest.acts.claims import TABLE, Rules
from ingest.analysis import Labels, Tag, analyse, tag_with
from ingest.article import Article
from ingest.cast.actors import actors
from ingest.encoder.encoder import Encoder
from ingest.fitted import fitting, gold
from ingest.fitted.blocks import JUDGED, STUDIED, digest, written
from ingest.fitted.claimed import Claimed
from ingest.fitted.exclusion import surest
from ingest.fitted.fitting import Example, Rows
from ingest.fitted.judge import Judge
from ingest.fitted.matching import Matcher
from ingest.fitted.models import INNER, JUDGE, OUTER, RANKER
from ingest.fitted.proposals import Proposal, proposals
from ingest.fitted.ranker import Ranker
from ingest.fitted.rule_counts import counts
from ingest.fitted.tagger import Tagger
from ingest.naming.names import Names, load_names
from ingest.reading import RELATIONS
from ingest.text.lookup import load_lookup
from ingest.text.triggers import Lookup

FOLDS = 5
# Where probabilities are true, F1 is best for a threshold of half of it (Lipton, Elkan and Narayanaswamy 2014); in
# articles from papers F1 is lower than in our own by a sixth or more. From .34 to .43 F1 does not change in our own.
OF_BEST = 0.34
WEIGHT = 0.3  # of what is studied beside what nobody looks into; average precision is higher than with none or 1
Articles = Sequence[gold.GoldArticle]
Tagged = Mapping[str, tuple[Labels, Labels]]  # article name to the labels of both taggers
Scored = list[tuple[Example, list[tuple[Proposal, int]]]]  # the proposals of each article, 1 right or 0 wrong


def fold_of(name: str) -> int:
    """The fold that an article belongs to."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % FOLDS


def taggers(articles: Articles, own: Articles, names: Names, without: int | None = None) -> tuple[str, str]:
    """The tables of the outer and the inner tagger, fitted on our own articles and all folds of the others but one."""
    chosen = [article for article in articles if fold_of(article.name) != without]
    outer, inner = fitting.sequences([*chosen, *own], names)
    return fitting.fit_tagger(outer), fitting.fit_tagger(inner)


def all_taggers(articles: Articles, own: Articles, names: Names) -> list[tuple[str, str]]:
    """The taggers without each fold in turn, and those fitted on all articles."""
    with ProcessPoolExecutor() as pool:
        return list(pool.map(partial(taggers, articles, own, names), (*range(FOLDS), None)))


def jackknife(articles: Articles, names: Names, tables: Sequence[tuple[str, str]]) -> Tagged:
    """Every article's labels by taggers fitted on the other folds."""
    found = {}
    for number in range(FOLDS):
        outer, inner = (Tagger.parse(table.splitlines()) for table in tables[number])
        tag = tag_with(outer, inner, names)
        for article in articles:
            if fold_of(article.name) == number:
                found[article.name] = tag(gold.token_spans(article)[0])
    return found


def annotated(articles: Iterable[gold.GoldArticle]) -> Tagged:
    """Every article's labels as annotated."""
    found = {}
    for article in articles:
        split, spans = gold.token_spans(article)
        layers = gold.outermost(spans), gold.innermost(spans)
        found[article.name] = gold.labels(split, layers[0]), gold.labels(split, layers[1])
    return found


def examples(articles: Iterable[gold.GoldArticle], tagged: Tagged, names: Names, lookup: Lookup) -> list[Example]:
    """The articles taken apart, with what in them is right."""
    found = []
    for article in articles:
        analysis = analyse(article.text, _told(tagged[article.name]), names, lookup)
        called = [actor.name for actor in actors(Article(article.name, article.text), analysis, names)]
        found.append(Example(article, analysis, Matcher(article, analysis, called)))
    return found


def weights(found: Iterable[Example]) -> dict[str, float]:
    """The weights of the ranker."""
    return Rows(row for example in found for row in fitting.ranker_rows(example)).weights()


def judged(
    articles: Articles, studied: Articles, tag: Tag, ranker: Ranker, encoder: Encoder, rules: Rules
) -> dict[str, Any]:
    """The card of the judge with its thresholds, and what it was fitted on; ``studied`` weigh ``WEIGHT`` each."""
    tagged = {article.name: tag(gold.token_spans(article)[0]) for article in (*articles, *studied)}
    found, more = (
        scored(examples(some, tagged, load_names(), load_lookup()), ranker, encoder, rules)
        for some in (articles, studied)
    )
    rows = [[*_rows(found, 1.0, without), *_rows(more, WEIGHT, without)] for without in (*range(FOLDS), None)]
    with ProcessPoolExecutor() as pool:
        *fifths, card = pool.map(fitting.fit_judge, rows)
    fitted_on = {"judged": len(articles), "judged_digest": digest(JUDGED)}
    fitted_on |= {"studied": len(studied), "studied_digest": digest(STUDIED)}
    return {**fitted_on, "thresholds": thresholds(found, [Judge.of(fifth) for fifth in fifths]), **card}


def _rows(found: Scored, weight: float, without: int | None) -> Iterator[tuple[Proposal, int, float]]:
    """All proposals but those of one fold, with their weight."""
    for example, made in found:
        if fold_of(example.article.name) != without:
            yield from ((proposal, right, weight) for proposal, right in made)


def scored(found: Iterable[Example], ranker: Ranker, encoder: Encoder, rules: Rules) -> Scored:
    """The proposals of every article, with what of them is right; those that annotators differed on are left out."""
    marked = ((example, _marked(example, ranker, encoder, rules)) for example in found)
    return [(example, [(p, right) for p, right in made if right is not None]) for example, made in marked]


def thresholds(found: Scored, fifths: Sequence[Judge]) -> dict[str, float]:
    """For every relation the probability from which proposals are taken, by judges fitted without each fold."""
    marked: list[tuple[str, float, int]] = []
    for example, made in found:
        judge = fifths[fold_of(example.article.name)]
        rights = {id(proposal): right for proposal, right in made}
        own = [proposal for proposal, _ in made]
        sure = judge.probabilities([proposal.numbers for proposal in own])
        kept = surest(example.analysis, zip(own, sure, strict=True))
        marked += [(p.relation, probability, rights[id(p)]) for p, probability in kept]
    return {relation: _threshold(marked, relation, _count(found, relation)) for relation in RELATIONS}


def _threshold(marked: Sequence[tuple[str, float, int]], relation: str, total: int) -> float:
    """``OF_BEST`` of the best F1 that any threshold reaches."""
    best, right, taken = 0.0, 0, 0
    for _, _, label in sorted((m for m in marked if m[0] == relation), key=lambda m: -m[1]):
        taken, right = taken + 1, right + label
        best = max(best, 2 * right / (taken + total))
    return round(OF_BEST * best, 3)


def _count(found: Scored, relation: str) -> int:
    gold_relations = [r for e, _ in found for r in e.article.document["relations"] if r["relation"] == relation]
    return sum(not r.get("optional") and r["status"] != "negated" for r in gold_relations)


def _marked(example: Example, ranker: Ranker, encoder: Encoder, rules: Rules) -> list[tuple[Proposal, int | None]]:
    parts = example.analysis.contexts, example.analysis.phrases, example.analysis.actors
    made = proposals(ranker.candidates(*parts), *parts, Claimed(*parts, rules), encoder.readings(*parts[:2]))
    made.sort(key=lambda p: -p.candidates[0].probability)
    tops = [(p.relation, p.candidates[0].source, p.candidates[0].target) for p in made]
    return list(zip(made, example.matcher.right(tops), strict=True))


def _told(labels: tuple[Labels, Labels]) -> Tag:
    return lambda _: labels


def card_text(card: Mapping[str, Any]) -> str:
    """The judge's card as JSON, a tree a line."""
    trees = ",\n".join(json.dumps(tree, ensure_ascii=False) for tree in card["trees"])
    rest = json.dumps({key: value for key, value in card.items() if key != "trees"}, indent=1, sort_keys=True)
    return f'{rest[:-2]},\n "trees": [\n{trees}\n]\n}}\n'


def write(folder: Path) -> dict[str, Any]:
    """Fit and write taggers, ranker, encoder and the counts of the rules; gives what they were fitted on."""
    from ingest.encoder import training as encoding

    articles, own, names = list(gold.load(folder)), list(written()), load_names()
    tables = all_taggers(articles, own, names)
    found = examples(articles, jackknife(articles, names, tables), names, load_lookup())
    exact, more = (examples(some, annotated(some), names, load_lookup()) for some in (articles, own))
    OUTER.parent.mkdir(exist_ok=True)
    OUTER.write_text(tables[-1][0], encoding="utf-8")
    INNER.write_text(tables[-1][1], encoding="utf-8")
    table = "".join(f"{feature}\t{weight}\n" for feature, weight in sorted(weights([*found, *exact, *more]).items()))
    RANKER.write_text(table, encoding="utf-8")
    TABLE.write_text("".join(f"{rule}\t{r}\t{w}\n" for rule, (r, w) in counts(found).items()), encoding="utf-8")
    tag = tag_with(Tagger.load(OUTER), Tagger.load(INNER), names)
    tagged = {article.name: tag(gold.token_spans(article)[0]) for article in (*articles, *own)}
    found = examples([*articles, *own], tagged, names, load_lookup())
    learnt = list(encoding.learnt(found))
    encoding.write(*encoding.fit(learnt), learnt)
    return {"articles": len(articles), "digest": fitting.digest(folder), "own": len(own), "own_digest": digest()}


def write_judge(fitted_on: Mapping[str, Any]) -> None:
    """Fit and write the judge, on what the other models say as they are written; keeps what those were fitted on."""
    tag = tag_with(Tagger.load(OUTER), Tagger.load(INNER), load_names())
    own = list(written(JUDGED)), list(written(STUDIED))
    card = judged(*own, tag, Ranker.load(RANKER), Encoder(), Rules.load(TABLE))
    JUDGE.write_text(card_text({**fitted_on, **card}), encoding="utf-8")


if __name__ == "__main__":
    if sys.argv[1:]:
        write_judge(write(Path(sys.argv[1])))
    else:
        write_judge(json.loads(JUDGE.read_text(encoding="utf-8")))
