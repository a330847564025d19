"""The lexicon as a morphology database in the ALMOR format, ``lexicon/shabaka.db``.

Takes the lexicon's entries, gives the text that camel-tools' ``MorphologyDB`` reads: sections in fixed
order, keys unvowelled and folded as its ``Analyzer`` folds a word. Feature values are CALIMA's; two
features are ours, ``entry`` (the id in the lexicon) and ``deriv`` (verb, masdar, active, passive, base).
The file is committed; after a change of the TOML run ``python -m ontology.morphology_db``.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from ontology import affixes
from ontology.derivation import SHADDA, letters, spell
from ontology.inflection import Stem, stems
from ontology.lexicon import FOLDER, Entry, load_lexicon

PATH: Path = FOLDER / "shabaka.db"

_OPEN = ("diac", "lex", "root", "entry", "source", "gloss", "bw")
_CLOSED = {
    "pos": "verb noun adj part noun_prop digit punc latin",
    "deriv": "verb masdar active passive base",
    "asp": "p i c na",
    "vox": "a p na",
    "mod": "u na",
    "per": "1 2 3 na",
    "gen": "m f na",
    "num": "s d p na",
    "stt": "i d c na",
    "cas": "a u na",
    "prc3": "0 na",
    "prc2": "0 wa_conj fa_conj na",
    "prc1": "0 bi_prep li_prep ka_prep sa_fut li_jus na",
    "prc0": "0 Al_det na",
    "enc0": "*open*",
}
_NONE = dict.fromkeys(_CLOSED, "na") | {"prc3": "0", "prc2": "0", "prc1": "0", "prc0": "0", "enc0": "0"}
_KEY = str.maketrans("أإآٱىة", "اااايه")


def compile_db(entries: Iterable[Entry]) -> str:
    """The database of ``entries``; the same entries give the same text."""
    rows = [*_head(), "###PREFIXES###", *(_affix(x, "Pref-") for x in affixes.prefixes())]
    rows += ["###SUFFIXES###", *(_affix(x, "") for x in affixes.suffixes())]
    rows += ["###STEMS###", _unknown(), *sorted({_stem(entry, stem) for entry in entries for stem in stems(entry)})]
    rows += ["###TABLE AB###", *(f"Pref-{a} {b}" for a, b in affixes.prefix_stem())]
    rows += ["###TABLE BC###", *(f"{b} {c}" for b, c in affixes.stem_suffix())]
    rows += ["###TABLE AC###", *(f"Pref-{a} {c}" for a, c in affixes.prefix_suffix())]
    return "\n".join(rows) + "\n"


def _head() -> Iterator[str]:
    yield "###DEFINES###"
    for name in _OPEN:
        yield f"DEFINE {name} {name}:*open*"
    for name, values in _CLOSED.items():
        yield " ".join(["DEFINE", name, *(f"{name}:{value}" for value in values.split())])
    yield "###DEFAULTS###"
    for pos in _CLOSED["pos"].split():
        yield " ".join(["DEFAULT", *(f"{name}:{value}" for name, value in (_NONE | {"pos": pos}).items())])
    yield "###ORDER###"
    yield " ".join(["ORDER", *_OPEN[:-2], *_CLOSED])
    yield "###TOKENIZATIONS###"
    yield "TOKENIZATION diac"
    yield "###STEMBACKOFF###"
    yield "STEMBACKOFF ALL NOAN"
    yield "STEMBACKOFF PROP NOAN"


def _affix(affix: affixes.Affix, label: str) -> str:
    features = [("diac", affix.diac), *affix.features]
    return f"{key(affix.diac)}\t{label}{affix.category}\t{_joined(features)}"


def _stem(entry: Entry, stem: Stem) -> str:
    verbal = stem.pos == "verb"
    features = {
        "diac": stem.diac,
        "lex": spell(letters(entry.lemma or stem.diac)),
        "root": entry.root or "na",
        "entry": entry.id,
        "source": "lex",
        **_NONE,
        "pos": stem.pos,
        "deriv": stem.deriv,
        "asp": stem.aspect,
        "vox": stem.voice,
        "mod": "u" if stem.aspect == "i" else "na",
        "per": "3" if verbal else "na",
        "gen": stem.gender,
        "num": stem.number,
        "stt": "na" if verbal else "i",
        "cas": "na" if verbal else "u",
    }
    return f"{key(stem.diac)}\t{stem.category}\t{_joined(features.items())}"


def _unknown() -> str:
    """The stem by which an Analyzer with backoff reads a word of no entry: a name with its clitics."""
    features = {
        "diac": "NOAN",
        "lex": "NOAN",
        "root": "na",
        "source": "lex",
        "gloss": "NO_ANALYSIS",
        "bw": "NOAN/NOUN_PROP",
        **_NONE,
        "pos": "noun_prop",
        "deriv": "base",
        "stt": "i",
    }
    return f"NOAN\tNOAN\t{_joined(features.items())}"


def _joined(features: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{name}:{value}" for name, value in features)


def key(diac: str) -> str:
    """The key of a vowelled text: without vowels, shadda and sign of the article, folded as the Analyzer folds."""
    return re.sub(f"[\u064b-\u0650{SHADDA}\u0652#]", "", diac).translate(_KEY)


if __name__ == "__main__":
    PATH.write_text(compile_db(load_lexicon().values()), encoding="utf-8", newline="\n")
