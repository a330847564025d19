"""Parquet files, read in small batches by pyarrow, which is an extra."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from ingest.article import Article
from ingest.errors import PARSER_DEFECTS, ArticleError
from ingest.intake.inputs import PACKED_LIMIT, Input
from ingest.intake.notices import Notice
from ingest.intake.records import FIELDS, FieldMap, record_articles, without_text

_ROWS = 64  # articles in memory at a time


def read_parquet(document: Input, fields: FieldMap) -> Iterator[Article | Notice]:
    """The articles of a Parquet file, one a row. Raises ``ArticleError`` where it is none or pyarrow is absent."""
    with document.open() as stream:
        for row, record in enumerate(_records(_seekable(stream, document), fields), 1):
            source = f"{document.source}: row {row}"
            yield from record_articles(record, fields, name=f"{document.name}-{row}", source=source)


def _records(stream: BinaryIO, fields: FieldMap) -> Iterator[dict[str, object]]:
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ArticleError("reading Parquet needs pyarrow: pip install 'shabaka[parquet]'") from error
    try:
        table = parquet.ParquetFile(stream)
        names = table.schema_arrow.names
        if fields.name("text") not in names:
            raise ArticleError(without_text(names, fields))
        wanted = [name for name in map(fields.name, FIELDS) if name in names]
        for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
            yield from batch.to_pylist()
    except (pa.ArrowException, OSError, *PARSER_DEFECTS) as error:
        raise ArticleError(f"no Parquet file that can be read ({error})") from error


def _seekable(stream: BinaryIO, document: Input) -> BinaryIO:
    return stream if stream.seekable() else io.BytesIO(document.read(PACKED_LIMIT))
