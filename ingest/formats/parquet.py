"""Parquet files, read in small batches by pyarrow, which is an extra."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from ingest.article import Article
from ingest.errors import ArticleError
from ingest.inputs import PACKED_LIMIT, Input
from ingest.notices import Notice
from ingest.records import FIELDS, FieldMap, record_articles, without_text

_ROWS = 64  # articles in memory at a time


def read_parquet(document: Input, fields: FieldMap) -> Iterator[Article | Notice]:
    """The articles of a Parquet file, one a row. Raises ``ArticleError`` where it is none or pyarrow is absent."""
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise ArticleError("reading Parquet needs pyarrow: pip install 'shabaka[parquet]'") from error
    try:
        with document.open() as stream:
            table = parquet.ParquetFile(_seekable(stream, document))
            names = table.schema_arrow.names
            if fields.name("text") not in names:
                yield Notice(document.source, "malformed", without_text(names, fields))
                return
            wanted = [name for name in map(fields.name, FIELDS) if name in names]
            row = 0
            for batch in table.iter_batches(batch_size=_ROWS, columns=wanted):
                for record in batch.to_pylist():
                    row += 1
                    source = f"{document.source}: row {row}"
                    yield from record_articles(record, fields, name=f"{document.name}-{row}", source=source)
    except pa.ArrowException as error:
        raise ArticleError(f"no Parquet file that can be read ({str(error).splitlines()[0]})") from error


def _seekable(stream: BinaryIO, document: Input) -> BinaryIO:
    return stream if stream.seekable() else io.BytesIO(document.read(PACKED_LIMIT))
