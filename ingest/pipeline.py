"""Reads one article: the steps in order and nothing else.

Sentences, tokens, actor phrases, who is who, contexts and triggers (``analyse``); candidates, ranked and
judged, with status, speaker and evidence (``relations``); actors with their ids; dates (``linked``);
affiliations. A pure function of the article and of the data that comes with Shabaka, so that it can run
anywhere and gives the same reading everywhere; a higher rung than the embedded one takes what the user has
installed into account (``disambiguation``) and is told in the reading.
"""

from ingest.acts.claims import load_rules
from ingest.analysis import analyse
from ingest.article import Article
from ingest.cast.actors import actors
from ingest.cast.affiliations import affiliations, implied
from ingest.disambiguation import disambiguated, named, recorded
from ingest.fitted.models import load_models
from ingest.linking import linked, merged, taking_part
from ingest.naming.names import load_names
from ingest.reading import Reading
from ingest.relations import relations
from ingest.rules import rule_relations
from ingest.text.lookup import load_lookup


def read(article: Article, *, rules_only: bool = False, rung: str = "embedded") -> Reading:
    """Everything that ``article`` says; an article without Arabic text gives an empty reading.

    With ``rules_only`` the grammar alone decides on relations; actor phrases come from the taggers all the same.
    ``rung``: a rung of the ladder or auto, the highest that is installed. Raises ``MorphologyError`` for an unknown
    rung and for one that is not installed.
    """
    models, names = load_models(), load_names().on(article.date)
    used = recorded(rung)
    analysis = disambiguated(analyse(article.text, named(models.tag, rung), names, load_lookup()), rung)
    numbered = actors(article, analysis, names)
    findings = rule_relations(analysis, load_rules()) if rules_only else relations(analysis, models)
    found = linked(article, analysis, numbered, findings)
    offices = affiliations(analysis, numbered)
    mentioned = merged(taking_part(analysis, numbered, found, offices))
    return Reading(article, mentioned + implied(offices, mentioned), found, offices, used)
