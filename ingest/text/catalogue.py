"""The guard around importing camel-tools, which otherwise reaches for the network and the user's home.

``camel_tools.data`` makes a folder in the home and fetches a catalogue when it is imported: offline it
raises, behind a silent firewall it hangs, with a damaged catalogue or an unwritable home it raises again.
Inside ``guarded()`` the home is a temporary folder; where the user's own catalogue is sound it is used,
else a stub whose datasets are the user's real folders. The environment is as before afterwards, and
nothing is written into the user's folder (a stub there would break ``camel_data -i``).
"""

import json
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# camel-tools 1.6: component -> dataset -> folder below data/.
_DATASETS = {
    "MorphologyDB": {"calima-msa-r13": "morphology_db/calima-msa-r13"},
    "DisambigMLE": {"calima-msa-r13": "disambig_mle/calima-msa-r13"},
    "DisambigBertUnfactored": {"msa": "disambig_bert_unfactored/msa"},
    "NamedEntityRecognition": {"arabert": "ner/arabert"},
}
_HOMES = ("HOME", "USERPROFILE")  # what Path.home() looks at


def data_folder() -> Path:
    """Where camel-tools keeps its data: ``$CAMELTOOLS_DATA`` or its folder in the home; it need not exist."""
    if own := os.environ.get("CAMELTOOLS_DATA"):
        return Path(own).expanduser().absolute()
    home = Path(os.path.expanduser("~"))  # noqa: PTH111  # unlike Path.home() never raises
    return home / ("AppData/Roaming/camel_tools" if sys.platform == "win32" else ".camel_tools")


def dataset(component: str, name: str) -> Path:
    """The folder in which the user's copy of a dataset stands, if it is installed."""
    return data_folder() / "data" / _DATASETS[component][name]


@contextmanager
def guarded() -> Iterator[None]:
    """Within it camel-tools can be imported, whatever the state of the home, catalogue and network."""
    folder = data_folder()
    before = {name: os.environ.get(name) for name in ("CAMELTOOLS_DATA", *_HOMES)}
    with tempfile.TemporaryDirectory(prefix="shabaka-") as temporary:
        if not _is_sound(folder / "catalogue.json"):
            (Path(temporary) / "catalogue.json").write_text(json.dumps(_stub(folder)), encoding="utf-8")
            folder = Path(temporary)
        os.environ.update({"CAMELTOOLS_DATA": str(folder)} | dict.fromkeys(_HOMES, temporary))
        try:
            yield
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value


def _is_sound(path: Path) -> bool:
    """Whether the file is a catalogue as camel-tools reads it."""
    try:
        catalogue = json.loads(path.read_text(encoding="utf-8"))
        packages, components = catalogue["packages"].values(), catalogue["components"].values()
        datasets = [dataset["path"] for component in components for dataset in component["datasets"].values()]
        kinds = {package["package_type"].upper() for package in packages if package["private"] in {True, False}}
        defaults = [component["default"] for component in components]
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False
    texts = [*datasets, *defaults]
    return "version" in catalogue and kinds <= {"META", "HTTP"} and all(isinstance(text, str) for text in texts)


def _stub(folder: Path) -> dict[str, object]:
    components = {
        component: {
            "default": next(iter(datasets)),
            "datasets": {name: {"path": str(folder / "data" / path)} for name, path in datasets.items()},
        }
        for component, datasets in _DATASETS.items()
    }
    return {"version": "1.6.0", "packages": {}, "components": components}
