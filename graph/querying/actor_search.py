"""Finds the actor or article a user means, by name, in what the source says.

Names are compared in folded spelling, Arabic or English, label or alias; the name of an actor that is another finds
that one. A name that fits several actors is an error that lists them: a wrong guess would answer another question
without a word.
"""

import json
from typing import TYPE_CHECKING

from graph.errors import QueryError
from graph.querying.sparql import require_text
from graph.storage.store import is_iri
from graph.storage.terms import iri, literal, names
from ingest.addresses import web_address
from ontology.spelling import fold

if TYPE_CHECKING:
    from graph.querying.asking import Asker

_SHOWN = 12  # candidates that a message lists

_BY_NAME = """
SELECT DISTINCT ?found ?name WHERE {
  ?named sb:inGazetteer ?known ; skos:prefLabel|skos:altLabel ?label .
  BIND(sb:fold(?label) AS ?folded)
  FILTER(?folded = ?wanted || CONTAINS(CONCAT(" ", ?folded, " "), ?part))
  BIND(IF(?folded = ?wanted, 0, 1) AS ?rank)
  OPTIONAL { ?named sb:resolvedAs ?is }
  BIND(COALESCE(?is, ?named) AS ?found)
  ?found skos:prefLabel ?name
}
ORDER BY ?rank ?found ?name
"""
_EXACT = """
SELECT DISTINCT ?found WHERE {
  ?named sb:inGazetteer ?known ; skos:prefLabel|skos:altLabel ?label .
  FILTER(sb:fold(?label) = ?wanted)
  OPTIONAL { ?named sb:resolvedAs ?is }
  BIND(COALESCE(?is, ?named) AS ?found)
}
"""
_RESOLVED = "SELECT ?found { ?named sb:resolvedAs ?found }"
_IS_ACTOR = "ASK { { ?found sb:inGazetteer ?known } UNION { ?event sb:source|sb:target ?found } }"
_ARTICLES = """
SELECT DISTINCT ?found WHERE {
  ?found a schema:NewsArticle .
  { ?found schema:identifier ?wanted } UNION { ?found schema:url ?page FILTER(STR(?page) = ?address) }
}
ORDER BY ?found
"""
# What tells articles of one name apart: what is stated about each, and where there is no headline, words of it.
_STATED = """
SELECT ?found ?name WHERE {
  VALUES ?found { ?article }
  { ?found schema:headline ?name BIND(1 AS ?rank) }
  UNION { ?found schema:publisher/schema:name ?name BIND(2 AS ?rank) }
  UNION { ?found schema:datePublished ?name BIND(3 AS ?rank) }
  UNION { ?found schema:url ?name BIND(4 AS ?rank) }
  UNION { ?event prov:wasDerivedFrom ?found ; sb:evidence/oa:exact ?name
          FILTER NOT EXISTS { ?found schema:headline ?headline } BIND(5 AS ?rank) }
}
ORDER BY ?rank ?name
LIMIT 5
"""
_IS_ARTICLE = "ASK { ?found a schema:NewsArticle }"


def resolve_actor(asker: "Asker", text: str) -> str:
    """The IRI of the actor that ``text`` names: by IRI, id or name. Raises ``QueryError``."""
    require_text(text, "the name of an actor")
    for direct in _direct(text, names().actor_base):
        if _true(asker, _IS_ACTOR, {"found": iri(direct)}):
            return next(iter(_found(asker, _RESOLVED, {"named": iri(direct)})), direct)
    wanted = fold(" ".join(text.split()))
    exact = _found(asker, _EXACT, {"wanted": literal(wanted)})
    if len(exact) == 1:
        return next(iter(exact))
    parameters = {"wanted": literal(wanted), "part": literal(f" {wanted} ")}
    near = _found(asker, _BY_NAME, parameters)
    candidates = {found: near[found] for found in exact} or near
    return _only("actor", text, candidates, names().actor_base)


def resolve_article(asker: "Asker", text: str) -> str:
    """The IRI of the article that ``text`` names: by IRI, id, URL or name. Raises ``QueryError``."""
    require_text(text, "the name of an article")
    for direct in _direct(text, names().article_base):
        if _true(asker, _IS_ARTICLE, {"found": iri(direct)}):
            return direct
    found = _found(asker, _ARTICLES, {"wanted": literal(text), "address": literal(web_address(text) or text)})
    if len(found) > 1:
        for one in list(found)[:_SHOWN]:
            found |= _found(asker, _STATED, {"article": iri(one)})
    return _only("article", text, found, names().article_base)


def _direct(text: str, base: str) -> list[str]:
    return [name for name in (text, base + text) if is_iri(name)]


def _true(asker: "Asker", query: str, terms: dict[str, str]) -> bool:
    return bool(json.loads(b"".join(asker.ask_text(query, terms)))["boolean"])


def _found(asker: "Asker", query: str, terms: dict[str, str]) -> dict[str, list[str]]:
    """The names of everything found, by IRI, in the order of the query."""
    found: dict[str, list[str]] = {}
    for row in json.loads(b"".join(asker.ask_text(query, terms)))["results"]["bindings"]:
        listed = found.setdefault(row["found"]["value"], [])
        if "name" in row and row["name"]["value"] not in listed:
            listed.append(row["name"]["value"])
    return found


def _only(kind: str, text: str, found: dict[str, list[str]], base: str) -> str:
    if len(found) == 1:
        return next(iter(found))
    if not found:
        raise QueryError(f'no {kind} is called "{text}"')
    listed = [key.removeprefix(base) + (f" ({', '.join(named)})" if named else "") for key, named in found.items()]
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    raise QueryError(f'"{text}" fits several {kind}s, name one by its id: {"; ".join(listed[:_SHOWN])}{more}')
