"""The class of a word by its form alone, one letter: enough to tell where a clause or an argument begins.

    V verb   p preposition   b preposition joined to a definite noun   C that   R relative   J subordinator
    N negative   A circumstance (مطالباً)   n other word   , . " ( ) - signs

A conjunction joined to the word stands before its letter as ``&``. A verb is a known perfect with its endings
(Ryding 2005, 21), or a word with the prefix of the imperfect: ``ي`` and the future ``سـ`` hardly begin anything
else, ``ت`` and ``ن`` count before the letters of a known verb only (تعاون is a noun as well).
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from ingest.text import words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united
from ontology.verbs import load_verbs

_SIGNS = {
    **dict.fromkeys("،,:", ","),
    **dict.fromkeys('«»"“”‹›', '"'),
    **{sign: sign for sign in "()-"},
}
_ENDINGS = ("ت", "وا", "ها", "هم", "هما", "تا", "ته", "تها", "تهم", "نا", "ون")  # not ه, which is ta marbuta too
_WEAK = ("ت", "وا")  # endings before which a weak final radical falls away: التقت
_SUBORDINATORS = frozenset("كما حيث بينما فيما لكن اذ اذا عندما بعدما قبل حين لان لكي كي حتي مما خلال لو".split())
_PERSONS = frozenset("يتن")
SHORTEST, LONGEST = 4, 10  # letters of an imperfect
_MASDAR = re.compile(r"ت\w\wي\w$|ا(?!سلام$|يران$|نسان$)\w\wا\w$|است\w\wا\w$|ا\wت\wا\w$|ات\wا\w$|ا\w[طد]\wا\w$")


@lru_cache(words.MEMO)
def word_class(form: str, surface: str) -> str:
    """The class of the folded word ``form``; ``surface`` is looked at for signs."""
    if not form.isalnum():
        return _SIGNS.get(surface, ".")
    bare = form[1:] if form[0] in "وف" and len(form) > 2 else form
    joined = "&" if form[0] == "و" and bare != form else ""
    for letter, known in _closed():
        if form in known or bare in known:
            return joined + letter if letter == "p" and form not in known else letter
    if {form, bare} & load_function_words()["verb_like_names"]:
        return _noun(form, joined)
    if is_verb(bare):
        return joined + "V"
    return "V" if is_verb(form) else _noun(form, joined)


def _noun(form: str, joined: str) -> str:
    preposition = words.split(form)[1]
    if len(preposition) > 1 and preposition[0] in "بلك":
        return joined + "b"
    return "A" if form[0] == "م" and form[-1] == "ا" and len(form) > 4 else joined + "n"


@lru_cache(words.MEMO)
def is_verb(form: str) -> bool:
    """Whether the folded word, without conjunction, is rather a verb; nothing is none."""
    classes, known = load_function_words(), load_verbs()
    named = form in classes["verb_like_names"]
    if form[:1] == "س" and form[1:2] in _PERSONS and len(form) > SHORTEST:
        other = named or form in classes["not_future_words"]
        return not (other or form.startswith(tuple(classes["not_future"])))
    stems = [form, *(form.removesuffix(ending) for ending in _ENDINGS if form.endswith(ending))]
    if any(stem in known or (stem[-1:] == "ا" and f"{stem[:-1]}ي" in known) for stem in stems):
        return True
    if any(f"{form.removesuffix(ending)}ي" in known for ending in _WEAK if form.endswith(ending)):
        return True
    if named or form[:1] not in _PERSONS or not SHORTEST <= len(form) <= LONGEST:
        return False
    if form[0] == "ي" and len(form) > SHORTEST and form[-1] != "ه":
        return form not in united("times", "given")
    return any(_imperfect(stem[1:]) for stem in stems if len(stem) > 3)


def is_short_future(form: str) -> bool:
    """Whether the folded word of four letters can be a verb of the future, which ``is_verb`` leaves open: سيرد."""
    return len(form) == SHORTEST and form[0] == "س" and form[1] in _PERSONS and _imperfect(form[2:])


def _imperfect(rest: str) -> bool:
    """Whether ``rest``, an imperfect without its prefix, has the letters of a known verb (قال: تقول, شكا: يشكو)."""
    hollow = f"{rest[0]}ا{rest[2:]}" if len(rest) == 3 and rest[1] in "وي" else rest
    final = f"{rest[:-1]}ا" if rest.endswith("و") else rest
    return any(verb in load_verbs() for verb in (rest, f"ا{rest}", f"{rest[:-1]}ي", hollow, final))


@lru_cache(1)
def _closed() -> tuple[tuple[str, frozenset[str]], ...]:
    classes = load_function_words()
    return (
        ("C", classes["complementizers"]),
        ("R", classes["relatives"]),
        ("J", _SUBORDINATORS),
        ("p", classes["prepositions"]),
        ("N", classes["negatives"]),
    )


@lru_cache(words.MEMO)
def is_masdar(form: str, surface: str) -> bool:
    """Whether the word behind its preposition is a masdar by its form (Ryding 5.1): تقديم، إعداد، استئناف، احترام.

    ``form`` and ``surface``: folded and as printed, without the preposition; a body or a name of that form is none.
    """
    classes = load_function_words()
    hamza = form[:1] != "ا" or (surface[:1] == "إ" if "ت" not in form[1:3] else surface[:1] != "أ")  # not أحزاب
    if not hamza or not _MASDAR.match(form):
        return False
    return not any(form in classes[kind] for kind in ("given", "construct_bodies", "bodies", "forces", "unjoined"))


def ends_title(tokens: Sequence[Token], k: int) -> bool:
    """Whether the full stop or stroke at token ``k`` stands between a title's first letter and a name: د. فلان."""
    if tokens[k].surface not in {".", "/"} or not 0 < k < len(tokens) - 1:
        return False
    classes, form = load_function_words(), tokens[k + 1].form
    letter = tokens[k - 1].form.removeprefix("و") in classes["title_letters"]
    return letter and (form in classes["given"] or (form.startswith("ال") and len(form) > 3))
