"""What a phrase calls its actor: the name in it without title, or nothing where it names nobody.

Takes the phrases of an article with their gazetteer ids, gives a phrase's name as folded words without article:
empty for a role (وزير الخارجية), a lone word for a body (الحركة) or for a state (الحكومة، بلاده).
"""

import re
from collections.abc import Sequence

from ingest.naming.names import Names
from ingest.naming.roles import honoured, inflected_titles, is_title, role, states
from ingest.text import words
from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words, united

_SERVANT = re.compile(r"\bعبد (?=\S)")
BODIES = frozenset({"organization", "armed_group", "group"})
_SON = frozenset({"بن", "ابن", "بنت"})
_SEVERAL = ("يين", "يون")  # the endings of a nisba in the plural
_OWN_PEOPLE = frozenset({"شعبنا", "شعبه", "شعبها", "شعبهم"})
_WHOLE = 2  # words of a name
_REACH = 8  # phrases behind one in which those that it holds stand


class Appellations:
    """The names in the phrases of an article."""

    def __init__(self, phrases: Sequence[Phrase], known: Sequence[str | None], names: Names) -> None:
        """Collect the words that stand in persons' names, up to an office behind one: حاتم نصار محافظ الحديدة."""
        self._phrases, self._known, self._gazetteer = phrases, known, names
        named = [words_of(p) for p in phrases if p.type == "person" and not _titled(p)]
        ends = [next((k for k in range(1, len(row)) if is_title_at(row, k)), len(row)) for row in named]
        self._name_words = {word for row, end in zip(named, ends, strict=True) for word in row[:end]}

    def name(self, i: int) -> tuple[str, ...]:
        """The name in phrase ``i`` without its title: empty for what names nobody."""
        phrase = self._phrases[i]
        if self.is_generic(i) or self._is_lone_body(i) or (phrase.type == "person" and honoured(phrase.form)):
            return ()
        if phrase.type != "person" or self._known[i] is not None:
            return collective(self._people(core(phrase))) if phrase.type == "group" else core(phrase)
        inside = [
            (self._phrases[j], self._known[j] is not None)
            for j in range(i + 1, min(i + _REACH, len(self._phrases)))
            if phrase.holds(self._phrases[j]) and self._phrases[j].type == "person"
        ]
        row = phrase.form.split()
        surname = len(row) == 1 and _titled(phrase) and self._name_words.issuperset(words_of(phrase))  # الشيخ
        if surname and row[0].startswith("ال"):
            return words_of(phrase)
        owned = bool(inside) and row[0].endswith("ه") and is_title(row[0][:-1])  # زعيمه فلان
        owned |= any(p.first == phrase.first + 1 for p, _ in inside) and self._is_nisba(row[0])  # السعودي فلان
        if not owned and not any(is_title_at(row, k) for k in range(len(row))) and not _titled(phrase):
            return words_of(phrase)
        plain = self._plain(phrase)
        if inside and (len(plain) < _WHOLE or any(set(plain) & set(words_of(p)) for p, _ in inside)):
            plain = ()  # but السيد فلان الفلاني مبعوث الرئيس كافي
        named = [
            (*self._given(phrase, p), *words_of(p))
            for p, known in inside
            if (known or not _is_role(p)) and not _owned(phrase, p) and self._gazetteer.state(p.form) is None
        ]
        if plain or named:
            return plain or self._opening(i) or max(named, key=len)
        behind = [word for word in row if words.without_article(word) not in united("honorifics", "presences")]
        opening = row[: row.index(behind[0]) + 1] if behind else row  # سمو الأمير
        titled = any(map(is_title, opening))  # معالي وزير الخارجية، سمو أمير البلاد
        return self._tail(phrase, [p for p, _ in inside]) if titled else words_of(phrase)

    def _is_nisba(self, word: str) -> bool:
        return word.startswith("ال") and self._gazetteer.nisba(word) is not None

    def _people(self, row: tuple[str, ...]) -> tuple[str, ...]:
        """The words of a group, a people under one name: الفلسطينيون and شعبنا الفلسطيني are الشعب الفلسطيني."""
        if len(row) == 1 and row[0].endswith(_SEVERAL) and self._gazetteer.nisba(row[0]) is not None:
            return "شعب", row[0][:-2]
        return ("شعب", *row[1:]) if len(row) > 1 and row[0] in _OWN_PEOPLE else row

    def _opening(self, i: int) -> tuple[str, ...]:
        """The name that the phrase begins with, where that of another ends it: السيد فلان الفلاني مبعوث الرئيس كافي."""
        j = i + 1
        opens = j < len(self._phrases) and self._phrases[i].holds(self._phrases[j])
        opens = opens and self._phrases[j].first == self._phrases[i].first and self._phrases[j].type == "person"
        name = self.name(j) if opens else ()
        return name if len(name) > 1 and len(words_of(self._phrases[j])) <= len(name) + 1 else ()

    def identity(self, i: int, name: tuple[str, ...]) -> str | None:
        """The gazetteer's id of phrase ``i``, or of the known person whose ``name`` its title stands before."""
        if self._known[i] is not None or self._phrases[i].type != "person" or not name:
            return self._known[i]
        behind = range(i + 1, min(i + _REACH, len(self._phrases)))
        inside = (j for j in behind if self._known[j] is not None and self._phrases[i].holds(self._phrases[j]))
        return next((self._known[j] for j in inside if words_of(self._phrases[j]) == name), None)

    def is_generic(self, i: int) -> bool:
        """A word for state or government that names no state: الحكومة الشرعية، بلاده; not السلطات الأوروبية."""
        phrase = self._phrases[i]
        if phrase.type != "state" or self._known[i] is not None:
            return False
        classes, head = load_function_words(), words_of(phrase)[0]
        if head in classes["own_states"] or (phrase.length == 1 and head in classes["lone_states"]):
            return True
        if any(
            words.without_article(word).removesuffix("ه") in classes["regional"] for word in phrase.form.split()[1:]
        ):
            return False
        return head in classes["state_heads"] and not states(role(phrase.form.split(), self._gazetteer))

    def is_bare(self, i: int) -> bool:
        """Whether the phrase names a person without an office, by nothing more than an honorific: الأمير فلان."""
        phrase = self._phrases[i]
        honorifics = united("honorifics", "military_ranks", "of_ranks", "clerical")
        said = words_of(phrase)  # عبد and the name behind it are one word, as in the name
        honours = sum(word in honorifics for word in said)
        return phrase.type == "person" and phrase.within is None and len(self.name(i)) >= len(said) - honours

    def _is_lone_body(self, i: int) -> bool:
        """A definite word for a kind of body, alone: الحركة، التحالف، المتمردون."""
        phrase, classes = self._phrases[i], load_function_words()
        word, *rest = core(phrase)
        called = len(rest) == 1 and rest[0] in classes["epithets"] and word not in classes["own_forces"]
        alone = not rest or called  # القوات المسلحة are the army, whatever forces were named before
        lone = phrase.type in BODIES and alone and self._known[i] is None
        definite = phrase.form.split()[-1 - len(rest)] != word
        return lone and definite and (word in classes["bodies"] or word in classes["people"])

    def _plain(self, phrase: Phrase) -> tuple[str, ...]:
        """A name between honorifics and a title in apposition: الدكتور أحمد المساري رئيس الكتلة; else nothing."""
        words_, honorifics = words_of(phrase), united("honorifics", "presences")
        start = next((i for i, word in enumerate(words_) if word not in honorifics), len(words_))
        stop = next((i for i in range(start, len(words_)) if is_title_at(words_, i)), len(words_))
        found = words_[start:stop] if (start or stop < len(words_)) and stop > start else ()
        of_land = load_function_words()["lone_states"].issuperset(found)
        of_land |= 0 < start < len(words_) and self._is_construct(joined(phrase), start)
        return () if of_land or states(role(found, self._gazetteer)) else found  # سمو أمير البلاد، أمير قطر

    def _is_construct(self, row: Sequence[str], start: int) -> bool:
        """Whether an office stands in construct with the word behind it: سمو أمير المنطقة، شيخ الأزهر (Ryding 8.1)."""
        classes, before = load_function_words(), row[start - 1]
        definite = before in united("rulers", "of_bodies") and row[start][:2] == "ال"
        return before in classes["whole_roles"] or definite or row[start] in classes["districts"]

    def _given(self, phrase: Phrase, name: Phrase) -> tuple[str, ...]:
        """The words before a name that belong to it: indefinite ones behind a title that ends definite or in a state.

        الرئيس التركي طارق اوزغور, of which اوزغور alone was told to be a name (Ryding 2005, 8.5).
        """
        whole, known = joined(phrase), joined(name)
        ends = (i for i in range(len(whole) - len(known), 0, -1) if whole[i : i + len(known)] == known)
        before = whole[: next(ends, 0)]
        ends_title = (
            i for i in range(len(before), 0, -1) if self._ends_title(before[i - 1]) and not _in_names(before, i)
        )
        start = next(ends_title, 0)
        given = before[start:] if start else ()
        row, frames = (*given, known[0]), load_function_words()["role_frames"]
        framed = any(word in frames and not _is_basim(before, start + i) for i, word in enumerate(given))
        plain = not framed and not any(is_title_at(row, i) for i in range(len(given)))
        return given if plain else ()

    def _ends_title(self, word: str) -> bool:
        state = self._gazetteer.nisba(word) or self._gazetteer.state(word)
        return words.without_article(word) != word or state is not None or word in load_function_words()["honorifics"]

    def _tail(self, phrase: Phrase, inside: list[Phrase]) -> tuple[str, ...]:
        """The run of words at the end that other phrases of the article use as names: الوزير الجبير."""
        words_, run = words_of(phrase), 0
        owned = any(_owned(phrase, p) for p in inside)
        while not owned and run < len(words_) - 1 and self._in_name(words_[-1 - run]):
            run += 1
        return words_[len(words_) - run :]

    def _in_name(self, word: str) -> bool:
        state = self._gazetteer.nisba(word) or self._gazetteer.state(word)
        return word in self._name_words and not is_title(word) and state is None


def joined(phrase: Phrase) -> tuple[str, ...]:
    """The folded words of a phrase, عبد joined to the name behind it."""
    return tuple(_SERVANT.sub("عبد", phrase.form).split())


def title_of(phrase: Phrase, name: Sequence[str]) -> list[str]:
    """The folded words of a phrase that are not the name in it: of الأمين العام لحزب الله حسن نصر الله, God stays."""
    row, length = joined(phrase), len(name)
    bare = [words.without_article(word) for word in row]
    at = next((i for i in range(len(row) - length, -1, -1) if tuple(bare[i : i + length]) == tuple(name)), None)
    if at is None:
        return [word for word, plain in zip(row, bare, strict=True) if plain not in name]
    return [*row[:at], *row[at + length :]]


def is_title_at(words_: Sequence[str], i: int) -> bool:
    """Whether the word at ``i`` is a title, and no name that is spelled like one: مساعد بن، ولد الشيخ، طارق أمين."""
    return is_title(words_[i]) and not (_is_fathered(words_, i) or _is_given(words_, i) or _is_surname(words_, i))


def _is_fathered(words_: Sequence[str], i: int) -> bool:
    """Whether the word at ``i`` is somebody's father or son: مساعد بن، ولد الشيخ (Ryding 2005, 8.1)."""
    behind = words_[i + 1] if i + 1 < len(words_) else ""
    own = behind == "ولد" or (behind in _SON and not words_[i].startswith("ال"))  # محمد الشيخ ولد سيد
    return own or (i > 0 and words_[i - 1] == "ولد")


def _is_given(words_: Sequence[str], i: int) -> bool:
    """Whether a word that is also a given name stands among a person's names: رائد أبو حصيرة، طارق أمين الهلالي."""
    classes, bare = load_function_words(), words.without_article(words_[i])
    if bare not in classes["given"] or i + 1 == len(words_):
        return False
    behind, before = words_[i + 1], words_[i - 1] if i else ""
    if bare == words_[i] and (behind in classes["given"] or behind == "ابو"):
        return True
    offices = united("role_frames", "bodies", "titles")
    return before in classes["given"] and words.without_article(behind) not in offices


def _is_surname(words_: Sequence[str], i: int) -> bool:
    """Whether the word is of honour and ends a name behind a given one: عمر السيد، عبد الله الشيخ."""
    classes, last = load_function_words(), i and i == len(words_) - 1
    behind = words_[i - 1] in classes["given"] or words_[i - 1].startswith("عبد") if last else False
    return behind and words_[i].startswith("ال") and words_[i][2:] in classes["honorifics"]


def _in_names(row: Sequence[str], end: int) -> bool:
    """Whether the definite word before ``end`` is itself a name behind a given one: محمد الأمين، عبد الله الصادق."""
    word, classes = row[end - 1], load_function_words()
    plain = word[2:] not in united("honorifics", "titles")
    return end > 1 and word.startswith("ال") and plain and row[end - 2] in classes["given"]


def _is_basim(row: Sequence[str], i: int) -> bool:
    """Whether باسم is the name Basim behind an honorific, and does not tell whose words these are: المهندس باسم."""
    return i > 0 and row[i] == "باسم" and words.without_article(row[i - 1]) in load_function_words()["honorifics"]


def words_of(phrase: Phrase) -> tuple[str, ...]:
    """The words of a phrase without article; عبد is joined to the name behind it, as half of all papers do."""
    return tuple(words.without_article(w) for w in _SERVANT.sub("عبد", phrase.form).split())


def core(phrase: Phrase) -> tuple[str, ...]:
    """The words of a phrase without those for all of it or for which: كافة الأطراف، هذه القوى (Ryding 10.4, 13)."""
    found, totals = words_of(phrase), united("totals", "demonstratives")
    if phrase.type in BODIES:
        while len(found) > 1 and found[0] in totals:
            found = found[1:]
        if found[0][-1] == "ا" and found[0][:-1] in load_function_words()["delegations"]:  # وفدا من التجار
            found = (found[0][:-1], *found[1:])
    return found


def collective(row: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a group with the states that it is from under one name: وزراء الخارجية الخليجيون.

    They are وزراء خارجية دول مجلس التعاون الخليجي too; a group of no such states is as it was.
    """
    classes = load_function_words()
    blocs = dict(pair.split("=") for pair in classes["blocs"])
    told = list(dict.fromkeys(blocs[word] for word in row[1:] if word in blocs))
    if not told or row[0] not in classes["people"] | classes["peers_in_plural"]:
        return row
    if told[0] != "عرب" and "عرب" in told:  # دول الخليج العربية
        told.remove("عرب")
    return (*(word for word in row if word not in blocs and word not in classes["bloc_words"]), *told)


def _owned(holder: Phrase, name: Phrase) -> bool:
    """Whether the title stands in construct with the name: نائب البشير is not البشير (Ryding 2005, 8.1).

    Nor is المتحدث باسم البشير, or مبعوث من الرئيس فلان.
    """
    head, before = _head(holder), holder.form.split()[: name.first - holder.first]
    if before[1:2] == ["من"] and head.removesuffix("ا") in load_function_words()["envoys"]:
        return True
    if before and before[-1] in load_function_words()["owning"] and not _is_basim(before, len(before) - 1):
        return True
    classes = load_function_words()
    free = head.startswith("ال") or head in classes["counterparts"] | classes["peers"]  # نظيره بول بيا
    free |= head in inflected_titles() and head.endswith(("ها", "هم", "هما"))
    free |= name.length > 1 and head.endswith("ه") and is_title(head[:-1])  # نائبه خالد بحاح, but نائبة ترامب
    return name.first == holder.first + 1 and not free and is_title(head)


def _is_role(phrase: Phrase) -> bool:
    """Whether the phrase begins with a title, perhaps behind an honorific: معالي وزير الخارجية."""
    row = phrase.form.split()
    honoured_ = words.without_article(row[0]) in load_function_words()["honorifics"]
    return is_title_at(row, 0) or (honoured_ and any(is_title_at(row, k) for k in range(1, len(row))))


def _head(phrase: Phrase) -> str:
    return phrase.form.split()[0]


def _titled(phrase: Phrase) -> bool:
    honoured_ = words.without_article(_head(phrase)) in united("honorifics", "presences")
    return is_title_at(phrase.form.split(), 0) or honoured_
