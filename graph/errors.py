"""The errors of the layer that stores, queries, draws and serves.

ShabakaError
+-- GraphError                  something in graph/ went wrong
    +-- OutputError             an output could not be written; nothing is left half-written
    +-- StoreError              a store cannot be opened, read or written
    |   +-- StatementError      statements cannot be stored as they are
    +-- IngestionError          a run was to stop at the first failure, and did
    +-- ClusterError            a Dask scheduler or its workers cannot be used
    +-- QueryError              a query is malformed or not allowed
    |   +-- QuerySyntaxError    a query does not parse
    |   +-- QueryTimeoutError   a query ran longer than allowed and was stopped
    |   +-- QueryMemoryError    a query took more memory than allowed and was stopped
    +-- DrawingError            a network cannot be drawn as asked
    +-- EvaluationError         predictions cannot be measured against gold annotations
"""

from ontology.errors import ShabakaError


class GraphError(ShabakaError):
    """Something in ``graph/`` went wrong."""


class OutputError(GraphError):
    """An output could not be written; what was there before is unchanged."""


class StoreError(GraphError):
    """A store cannot be opened, read or written."""


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


class QueryTimeoutError(QueryError):
    """A query ran longer than allowed and was stopped."""

    exit_status = 1


class QueryMemoryError(QueryError):
    """A query took more memory than allowed and was stopped."""

    exit_status = 1


class DrawingError(GraphError):
    """A network cannot be drawn as asked."""


class EvaluationError(GraphError):
    """Predictions cannot be measured against gold annotations; names the file."""
