"""The errors of the layer that stores, queries, draws and serves.

ShabakaError
+-- GraphError                  something in graph/ went wrong
    +-- OutputError             an output could not be written; nothing is left half-written
    +-- StoreError              a store cannot be opened, read or written
    |   +-- StatementError      statements cannot be stored as they are
    |   +-- RemoteError         a store on another machine refused, failed or went away
    +-- IngestionError          a run was to stop at the first failure, and did
    +-- ClusterError            a Dask scheduler or its workers cannot be used
    +-- QueryError              a query is malformed or not allowed
    |   +-- QuerySyntaxError    a query does not parse
    |   +-- QueryRefusedError   a query would change something, or reach for data elsewhere
    |   +-- QueryStoppedError   a query was stopped before its result was complete
    |       +-- QueryTimeoutError   it ran longer than allowed
    |       +-- QueryMemoryError    it took more memory than allowed
    +-- RequestError            an HTTP request that cannot be answered as it is
    +-- DrawingError            a network cannot be drawn as asked
    +-- EvaluationError         predictions cannot be measured against gold annotations
"""

from collections.abc import Mapping

from ontology.errors import ShabakaError


class GraphError(ShabakaError):
    """Something in ``graph/`` went wrong."""


class OutputError(GraphError):
    """An output could not be written; what was there before is unchanged."""


class StoreError(GraphError):
    """A store cannot be opened, read or written."""


class RemoteError(StoreError):
    """A store on another machine refused, failed or went away; what was being written is there whole or not at all."""

    exit_status = 1


class StatementError(StoreError):
    """Statements that do not parse, or that could not be replaced exactly."""


class IngestionError(GraphError):
    """A run was to stop at the first failure, and did."""

    exit_status = 1


class ClusterError(GraphError):
    """A Dask scheduler or its workers cannot be used; says what is missing."""

    exit_status = 1


class QueryError(GraphError):
    """A query is malformed or asks for what is not allowed."""


class QuerySyntaxError(QueryError):
    """A query does not parse; says where."""


class QueryStoppedError(QueryError):
    """A query was stopped before its result was complete: it needed too much, or its process failed."""

    exit_status = 1


class QueryTimeoutError(QueryStoppedError):
    """A query ran longer than allowed and was stopped."""


class QueryMemoryError(QueryStoppedError):
    """A query took more memory than allowed and was stopped."""


class QueryRefusedError(QueryError):
    """A query would change something, or reach for data elsewhere."""


class RequestError(GraphError):
    """An HTTP request that cannot be answered as it is."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.headers = dict(headers or {})


class DrawingError(GraphError):
    """A network cannot be drawn as asked."""


class EvaluationError(GraphError):
    """Predictions cannot be measured against gold annotations; names the file."""
