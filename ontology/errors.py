"""The errors of Shabaka, from the root of the tree to the errors of this layer.

    ShabakaError                    anything Shabaka itself reports
    +-- OntologyError               something in ontology/ is wrong
        +-- DataFileError           a data file breaks a rule: says file, entry and mend

The other layers add their own below ``ShabakaError`` in ``ingest/errors.py`` and ``graph/errors.py``.
"""

from pathlib import Path


class ShabakaError(Exception):
    """Anything Shabaka itself reports; ``exit_status`` is what the command line exits with."""

    exit_status = 2


class OntologyError(ShabakaError):
    """Something that ``ontology/`` holds is wrong."""

    exit_status = 1


class DataFileError(OntologyError):
    """A data file breaks a rule of its loader."""

    def __init__(self, path: Path | str, entry: str, problem: str, mend: str) -> None:
        """Keep the four parts of the message: where (file, entry), what is wrong, and how to mend it."""
        super().__init__(f"{Path(path).name}: {entry}: {problem}; {mend}")
