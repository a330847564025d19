"""Where the name begins in a person's title phrase: وزير الخارجية الفلبيني ألبرتو ديلاروسا.

Takes the folded words of the phrase and where the bodies named in it end, gives the words of the name, or None. A
name begins behind a nisba, a body or an honorific, or with a known given name; it ends before the next title. A
phrase over two persons, each with title and name, is cut between them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ingest.naming.bounds import is_unknown
from ingest.naming.partitives import human_plural
from ingest.naming.roles import inflected_titles
from ingest.text import words
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

_LONGEST = 7  # words of a name with its fathers
_CHIEF = frozenset({"كبير", "كبيره"})
_LETTERS = frozenset("دما")  # doctor, engineer, professor
_ENDING = ("titles", "honorifics", "prepositions", "role_frames", "times", "complementizers", "relatives", "speech")


def name_in(
    forms: Sequence[str], definite: Sequence[bool], bodies: Sequence[int], nisba: Callable[[str], object]
) -> tuple[int, int] | None:
    """The first run ``[start, stop)`` of words that can be the name; ``bodies``: the ends of bodies named before it."""
    for start in _starts(forms, bodies, nisba):
        stop = start
        while stop < len(forms) and stop - start < _LONGEST and (_in_name(forms, stop) or _joins(forms, start, stop)):
            stop += 1
        land = forms[start] in load_function_words()["districts"]  # سمو أمير منطقة القصيم
        if stop - start == 1 and forms[start] in load_function_words()["high"]:  # مسؤول أمريكي كبير
            continue
        if stop > start and not definite[start] and len(forms[start]) > 1 and not land:
            return start, stop
    return None


def _starts(forms: Sequence[str], bodies: Sequence[int], nisba: Callable[[str], object]) -> Iterator[int]:
    classes = load_function_words()
    titles = classes["titles"] | classes["peers"] | inflected_titles()
    if _is_son(forms, 0) or not titles & {forms[0], words.without_article(forms[0])}:
        yield 0
    for k in range(1, len(forms)):
        if _is_of_rank(forms, k):
            continue
        before = forms[k - 1]
        behind_body = k in bodies or (not before.isalnum() and k - 1 in bodies)
        behind_nisba = k > 1 and nisba(before) is not None
        behind_honorific = words.without_article(before) in classes["honorifics"]
        behind_title = _is_ranked(forms, k) or _is_of_rank(forms, k - 1)
        given = _is_son(forms, k) or (forms[k] in classes["given"] and forms[k] not in classes["titles"])
        if behind_body or behind_nisba or behind_honorific or behind_title or given:
            yield k


def _is_ranked(forms: Sequence[str], k: int) -> bool:
    """Whether a definite title, or the letter for a doctor, stands right before the word: الجنرال فلان، د. فلان."""
    letter = k > 1 and forms[k - 1] == "." and forms[k - 2] in _LETTERS
    titled = forms[k - 1].startswith("ال") and words.without_article(forms[k - 1]) in load_function_words()["titles"]
    return letter or (titled and not _is_governed(forms[k]))


def _is_governed(form: str) -> bool:
    """Whether a preposition stands here: free, or joined to a word that the language knows, not the ب of بهروز."""
    _, joined, rest = words.split(form)
    plain = joined in {"ب", "ل", "ك"} and is_unknown(form) and not rest.startswith("اسم")  # الناطق باسمها
    return bool(preposition_of(form)) and not plain


def _is_of_rank(forms: Sequence[str], k: int) -> bool:
    """Whether the word only describes the rank before it: الفريق ركن فلان، اللواء الركن بحري فلان."""
    classes, j = load_function_words(), k
    while j > 0 and words.without_article(forms[j]) in classes["of_ranks"]:
        j -= 1
    return j < k and words.without_article(forms[j]) in classes["military_ranks"]


def _joins(forms: Sequence[str], start: int, stop: int) -> bool:
    """Whether the word belongs to the one before it in the name, title or not: عبد الملك, ولد الشيخ."""
    return start < stop and forms[stop].isalpha() and forms[stop - 1] in load_function_words()["name_links"]


def _is_son(forms: Sequence[str], k: int) -> bool:
    """Whether بن stands behind the word, which then is a name, title or not: سلطان بن صالح, مساعد بن محمد."""
    return k + 1 < len(forms) and forms[k + 1] in {"بن", "بنت"} and not forms[k].startswith("ال") and forms[k].isalpha()


def _in_name(forms: Sequence[str], k: int) -> bool:
    classes, form = load_function_words(), forms[k]
    if not form.isalpha() or (form[:1] == "و" and form[1:] in classes["prepositions"]):
        return False
    if form in _CHIEF and k + 1 < len(forms) and _are_several(forms[k + 1]):
        return False  # فلان كبير المفاوضين، كبير مستشاري الملك
    bare = words.without_article(form)
    ends = k > 0 and k == len(forms) - 1 and bare != form and bare in united("honorifics", "title_surnames")
    if _is_son(forms, k) or (ends and (forms[k - 1] in classes["given"] or forms[k - 2 : k - 1] == ["عبد"])):
        return True  # سلطان بن صالح، عبد الله الشيخ، نايف القاضي
    return not any(form in classes[name] or bare in classes[name] for name in _ENDING) or form in classes["given"]


def _are_several(form: str) -> bool:
    """Whether the word is a plural of people, with the article or in construct: المفاوضين، مستشاري الملك."""
    bare = words.without_article(form)
    return human_plural(bare) or human_plural(f"{bare}ن")


def is_titled(form: str) -> bool:
    """Whether the folded phrase begins with a title, or with whose guest or rival somebody is: ضيفه فلان."""
    classes, head = load_function_words(), form.split(maxsplit=1)[0]
    return words.without_article(head) in classes["titles"] or head in classes["peers"] or head in inflected_titles()


def beside(tokens: Sequence[Token], phrase: Phrase, here: Iterable[Phrase]) -> list[tuple[int, int]]:
    """The two parts of a phrase over subject and object, each a title with a name: الوزير حاتم الزين نظيره رامي."""
    names = sorted(
        (p for p in here if p.type == "person" and phrase.holds(p) and not is_titled(p.form)), key=lambda p: p.first
    )
    classes = load_function_words()
    titles = united("titles", "counterparts") | inflected_titles()
    titles |= {f"ال{title}" for title in classes["titles"] - classes["honorifics"]}  # فلان الفلاني السفير المصري فلان
    for one, other in pairwise(names):
        k = one.last
        if k < other.first and other.last == phrase.last and tokens[k].form in titles:
            return [(phrase.first, k), (k, phrase.last)]
    return []
