"""From what a user wrote to the result: text or name, parameters, actors by their names, evaluation.

Order: the text is found and its parameters become terms (names of actors are looked up in the source), the
query is checked, and a query process answers. An ``Asker`` serves any number of questions to one source.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from graph.errors import QueryError, QuerySyntaxError
from graph.querying import sparql
from graph.querying.canned import CannedQuery, canned_queries, read_query
from graph.querying.evaluation import Evaluator
from graph.querying.query_process import Job
from graph.querying.sources import Source

# How a query without braces begins (DESCRIBE), and the updates of which the user is to be told that they are.
_OPENING = re.compile(r"\s*(?:DESCRIBE|PREFIX|BASE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a query may cost: seconds, and megabytes of memory."""

    timeout: float = 30.0
    memory: int = 2048


@cache
def known_prefixes() -> dict[str, str]:
    """The prefixes that need no declaration: the vocabulary's."""
    from rdflib import Graph

    from ontology import vocabulary

    namespaces = Graph(bind_namespaces="none")
    vocabulary.bind(namespaces)
    return {prefix: str(name) for prefix, name in namespaces.namespaces()}


def find_query(text: str) -> CannedQuery:
    """The query that ``text`` is, or names: ``-`` for standard input, a file, a canned query, or itself.

    Raises ``QueryError`` where it is none of these.
    """
    if not text.strip():
        raise QueryError("the query is empty; shabaka queries lists the canned ones")
    if text == "-":
        return read_query("standard input", sys.stdin.read())
    if any(c in text for c in "{\n") or _OPENING.match(text):
        return read_query("the query", text)
    if (path := Path(text)).is_file():
        return _read_file(path)
    if found := canned_queries().get(text):
        return found
    near = get_close_matches(text, canned_queries())
    hint = f"did you mean {near[0]}?" if near else "shabaka queries lists the canned ones"
    raise QueryError(f"{text}: neither a query nor a file nor a canned query; {hint}")


def _read_file(path: Path) -> CannedQuery:
    try:
        return read_query(path.name, path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: not UTF-8 text") from error
    except OSError as error:
        raise QueryError(f"{path}: {error.strerror}") from error


class Asker:
    """Asks one source by ``standby``; ``actors`` gives the graph in which names of actors are looked up, if another."""

    def __init__(
        self,
        source: Source,
        standby: Evaluator,
        limits: Limits | None = None,
        *,
        actors: Callable[[], Source] | None = None,
    ) -> None:
        self._source = source
        self._standby = standby
        self._limits = limits or Limits()
        self._actors = actors

    def ask(self, query: CannedQuery, given: Mapping[str, str], form: str = "json") -> Iterator[bytes]:
        """The result in chunks, for ``given`` parameters as the user wrote them. Raises ``QueryError``."""
        return self.ask_text(self.filled(query, given), form=form)

    def ask_text(self, text: str, terms: Mapping[str, str] | None = None, form: str = "json") -> Iterator[bytes]:
        """The result of a query with parameters given as terms. Raises ``QueryError``."""
        return self._standby.evaluate(self._job(self.prepared(text, terms), form))

    def prepared(self, text: str, terms: Mapping[str, str] | None = None) -> str:
        """The query as it will be evaluated. Raises ``QueryError`` where it may not be."""
        try:
            return sparql.prepared(text, terms)
        except QuerySyntaxError as error:
            raise self._better(sparql.substitute(text, terms or {}), error) from error

    def filled(self, query: CannedQuery, given: Mapping[str, str]) -> str:
        """The text of a query with ``given`` parameters, as the user wrote them, in their places."""
        return sparql.substitute(query.text, query.terms(self._resolved(query, given)))

    def _resolved(self, query: CannedQuery, given: Mapping[str, str]) -> dict[str, str]:
        from graph.querying.actor_search import resolve_actor, resolve_article

        resolve = {"actor": resolve_actor, "article": resolve_article}
        types = {parameter.name: parameter.type for parameter in query.parameters}
        found = dict(given)
        for name, text in given.items():
            sparql.require_text(text, f"--{name}")
            if (type_ := types.get(name)) in resolve:
                found[name] = resolve[type_](self._directory() if type_ == "actor" else self, text)
        return found

    def _directory(self) -> "Asker":
        """Who knows the names of actors: ourselves, or a copy of their graph where the source cannot fold names."""
        return Asker(self._actors(), self._standby, self._limits) if self._actors else self

    def _job(self, query: str, form: str) -> Job:
        prefixes = known_prefixes()
        return Job(
            query,
            self._source.path,
            form,
            self._source.file_form,
            timeout=self._limits.timeout,
            memory=self._limits.memory,
            fold=f"{prefixes['sb']}fold",
            prefixes=prefixes,
        )

    def _better(self, query: str, error: QuerySyntaxError) -> QueryError:
        """The evaluator's message on what does not parse, which says where; asked of an empty store.

        A lone backslash at the end keeps it from parsing in any case: what SPARQL 1.1 does not know, the
        evaluator may, and nothing is evaluated that was not looked at.
        """
        unparsable = f"{query}\n\\"
        try:
            self._standby.answer(Job(unparsable, "", prefixes=known_prefixes(), timeout=self._limits.timeout))
        except QueryError as better:
            beyond = f"line {unparsable.count(chr(10)) + 1},"
            return error if str(better).startswith(beyond) else better
        return error
