"""Reads one article: the steps in order and nothing else.

Sentences, tokens, actor phrases, who is who, contexts and triggers (``analyse``); candidates, ranked and
judged, with status, speaker and evidence (``relations``); actors with their ids; dates (``linked``);
affiliations. A pure function of the article and of the data that comes with Shabaka, so that it can run
anywhere and gives the same reading everywhere.
"""

from ingest.actors import actors
from ingest.affiliations import affiliations, implied
from ingest.analysis import analyse
from ingest.article import Article
from ingest.claims import load_rules
from ingest.linking import linked, merged
from ingest.lookup import load_lookup
from ingest.models import load_models
from ingest.names import load_names
from ingest.reading import Reading
from ingest.relations import relations
from ingest.rules import rule_relations


def read(article: Article, *, rules_only: bool = False) -> Reading:
    """Everything that ``article`` says; an article without Arabic text gives an empty reading.

    With ``rules_only`` the grammar alone decides on relations; actor phrases come from the taggers all the same.
    """
    models, names = load_models(), load_names()
    analysis = analyse(article.text, models.tag, names, load_lookup())
    numbered = actors(article, analysis, names)
    findings = rule_relations(analysis, load_rules()) if rules_only else relations(analysis, models)
    found = linked(article, analysis, numbered, findings)
    offices = affiliations(analysis, numbered)
    return Reading(article, merged(numbered) + implied(offices, numbered), found, offices)
