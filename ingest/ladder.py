"""The ladder of analysis: what camel-tools' installed packages add to the lexicon that comes with Shabaka.

embedded (our lexicon) -> calima (morphology of all words) -> mle (most likely analysis of a word) -> bert
(of a word in its sentence); beside it ner, spans of names. A rung is there if its files are; each step
needs those below it. Asking for one that is not there is an error that names the package; ``auto`` goes
as high as it can. Nothing is loaded here, so looking costs nothing.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from ingest.errors import MorphologyError
from ingest.text.catalogue import dataset

Rung = Literal["embedded", "calima", "mle", "bert"]
_WEIGHTS = ("model.safetensors", "pytorch_model.bin")  # the latter in older installations


@dataclass(frozen=True, slots=True)
class Step:
    """A rung: the package that brings it (empty for ours), where it stands, what it gives."""

    name: str
    package: str
    gives: str
    component: str = ""
    dataset: str = ""
    files: tuple[tuple[str, ...], ...] = ()  # each one of these
    needs: tuple[str, ...] = ()

    @property
    def folder(self) -> Path:
        """Where the package's files are looked for."""
        return dataset(self.component, self.dataset)

    @property
    def installed(self) -> bool:
        """Whether all its files are there."""
        return not self.package or all(any((self.folder / name).is_file() for name in names) for names in self.files)


LADDER = (
    Step("embedded", "", "triggers, with all their inflected forms"),
    Step(
        "calima",
        "morphology-db-msa-r13",
        "parts of speech and clitics of all words",
        "MorphologyDB",
        "calima-msa-r13",
        (("morphology.db",),),
    ),
    Step(
        "mle",
        "disambig-mle-calima-msa-r13",
        "the most likely analysis of a word",
        "DisambigMLE",
        "calima-msa-r13",
        (("model.json",),),
        ("calima",),
    ),
    Step(
        "bert",
        "disambig-bert-unfactored-msa",
        "the analysis of a word in its sentence",
        "DisambigBertUnfactored",
        "msa",
        (("config.json",), ("vocab.txt",), ("mle_model.json",), _WEIGHTS),
        ("calima",),
    ),
    Step(
        "ner",
        "ner-arabert",
        "spans of names",
        "NamedEntityRecognition",
        "arabert",
        (("config.json",), ("vocab.txt",), _WEIGHTS),
    ),
)
STEPS = {step.name: step for step in LADDER}


def missing(name: str) -> tuple[str, ...]:
    """The packages that rung ``name`` still needs; none where it can be used."""
    step = STEPS[name]
    return tuple(STEPS[n].package for n in (*step.needs, name) if not STEPS[n].installed)


def choose(asked: str = "auto") -> Rung:
    """The rung that is asked for, or with ``auto`` the highest there is.

    Raises ``MorphologyError`` for an unknown rung and for one that is not installed.
    """
    rungs: tuple[Rung, ...] = get_args(Rung)
    if asked == "auto":
        return next(rung for rung in reversed(rungs) if not missing(rung))
    if asked not in rungs:
        raise MorphologyError(f'no analysis rung "{asked}"; use auto, {", ".join(rungs)}')
    require(asked)
    return asked


def require(name: str) -> None:
    """Raise ``MorphologyError`` with the command that installs it where ``name`` cannot be used."""
    if packages := missing(name):
        commands = " and ".join(f"camel_data -i {package}" for package in packages)
        raise MorphologyError(f'the analysis rung "{name}" is not installed; run {commands}')
