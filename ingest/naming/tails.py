"""Where a person's span goes on over what is no part of his name: the object behind a subject, a place, an act.

Takes the labels of the outer and the inner tagger, gives the outer labels anew. Behind a whole name the span ends
before the act that he affirms or denies (أكد فلان إدانة الهجوم، نفت فلانة الادعاءات) or the verb of two (وفلان الآخر
التقيا), before the people whom a verb has for its object (هنأ فلان الفائزين; Ryding 2005, 3.1) and before where
something lies (السفير جنوب العاصمة). A new one begins behind a free preposition (طلب فلان من فلان), at a joined one
before a title (رحب السفير بالشيخ فلان) and, behind his title, at the name of a known person with another (استقبل فلان
رئيس الدولة فلانا وزير الخارجية). Nobody acts whose name a place bears (مطار فلان) or that is a town: بحث بطرابلس مع.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.naming import definite_masdars
from ingest.text import name_links, name_rules, words
from ingest.text.mentions import spans
from ingest.text.name_rules import ACTS, may_be_of_name
from ingest.text.sentences import Sentence, Token
from ingest.text.triggers import Trigger
from ingest.text.word_classes import word_class
from ontology.function_words import load_function_words, united

Row = Sequence[str]
Named = tuple[int, int, str]  # first token, one behind the last, type
Known = Mapping[str, Mapping[tuple[str, ...], str]]
_CHIEF = frozenset({"كبير", "كبيره"})
_FREE = frozenset({"من", "الي", "عن", "ومن", "وعن"})  # not على, which is spelled like the name علي
_PEOPLE = re.compile(r"ال(?:\wا\w{2}|م\w{3,5})(?:ين|ون)$")  # participles: الفائزين، المشاركين، المحتجين
_COMMAS, _OWN = frozenset("،,"), ("ه", "ها", "هم")
_FAITH = frozenset({"زين", "نور", "عز", "صلاح"})  # زين العابدين is a name


def without_tails(
    split: Sequence[Sentence],
    outer: Sequence[Row],
    inner: Sequence[Row],
    opened: Sequence[Sequence[Trigger]],
    known: Known,
) -> list[list[str]]:
    """The outer labels, one row a sentence, with every person's span ended where it must be; ``known``: the names."""
    return [
        _Row(sentence.tokens, list(over), list(spans(under)), triggers, known).ended()
        for sentence, over, under, triggers in zip(split, outer, inner, opened, strict=True)
    ]


def shortened(inner: Sequence[Row], tagged: Sequence[Row], ended: Sequence[Row]) -> list[list[str]]:
    """The inner labels, one row a sentence, taken from every word that the outer ones lost: ``tagged`` to ``ended``."""
    return [
        ["O" if was != "O" and now == "O" else label for label, was, now in zip(*rows, strict=True)]
        for rows in zip(inner, tagged, ended, strict=True)
    ]


def without_titles(split: Sequence[Sentence], inner: Sequence[Row]) -> list[list[str]]:
    """The inner labels, one row a sentence, of persons without the title behind a name: تشارلز ولي (عهد بريطانيا)."""
    rows, titles = [], load_function_words()["behind_names"]
    for sentence, row in zip(split, inner, strict=True):
        labels = list(row)
        for first, last, kind in spans(row):
            if kind == "person" and last - first > 1 and sentence.tokens[last - 1].form in titles:
                labels[last - 1] = "O"
            chief = (k for k in range(first + 1, last - 1) if kind == "person" and sentence.tokens[k].form in _CHIEF)
            if (k := next(chief, None)) is not None:  # فلان كبير مستشاري الملك
                labels[k:last] = ["O"] * (last - k)
        rows.append(labels)
    return rows


@dataclass(slots=True)
class _Row:
    tokens: Sequence[Token]
    labels: list[str]
    inner: Sequence[Named]
    triggers: Sequence[Trigger]
    known: Known

    def ended(self) -> list[str]:
        """The labels, with every span ended."""
        for k, end in self._places():
            if end < len(self.labels) and self.labels[end][0] == "I":
                self.labels[end] = f"B{self.labels[end][1:]}"
            self.labels[k:end] = ["O" if label[2:] == "person" else label for label in self.labels[k:end]]
        for first, last, kind in list(spans(self.labels)):
            if kind == "group" and self._is_chief(first, last):
                self._label(first, last, "person")
            if kind != "person":
                end = next((k for k in range(first + 1, last) if self._is_felt(first, k)), last)
                end = definite_masdars.begins(self.tokens, first, end, {b for _, b, _ in self._runs(first, end)})
                self.labels[end:last] = ["O"] * (last - end)
                continue
            if self._is_place(first, last):
                self.labels[first:last] = ["O"] * (last - first)
                continue
            runs = [*self._runs(first, last)]
            for k in range(first + 1, last):
                if (begin := self._begins(runs, first, k, last)) is not None:
                    self.labels[k:last] = ["O"] * (last - k)
                    if begin < last:
                        self._label(
                            begin,
                            last,
                            "group"
                            if begin == k and (self._is_people(first, k) or self._is_of_place(k, last))
                            else "person",
                        )
                    break
        return self.labels

    def _label(self, first: int, last: int, kind: str) -> None:
        self.labels[first:last] = [f"B-{kind}", *[f"I-{kind}"] * (last - first - 1)]

    def _places(self) -> Iterator[tuple[int, int]]:
        """Places in the sentence that are named by several words, not behind an honour: سمو الشيخ سعد."""
        classes = load_function_words()
        for k, (one, other) in enumerate(pairwise(token.form for token in self.tokens)):
            named = {f"{words.split(one)[2]}_{other}", f"{one}_{other}"} & classes["place_names"]
            if named and not (k and words.split(self.tokens[k - 1].form)[2] in classes["addresses"]):
                yield k, k + 2

    def _is_chief(self, first: int, last: int) -> bool:
        """Whether a known person's name stands first, who is chief of those behind it: فلان كبير المفاوضين."""
        names = (b for a, b, kind in self._runs(first, last) if kind == "person" and a == first and b < last)
        return any(self.tokens[b].form in _CHIEF for b in names)

    def _is_place(self, first: int, last: int) -> bool:
        """Whether the span is a place's name, or a town behind a preposition."""
        classes, (_, joined, rest) = load_function_words(), words.split(self.tokens[first].form)
        named = rest in classes["named_after"] and joined in {"", "ب", "ل"}
        if named or name_rules.names_place(self.tokens, first):
            return True
        town = rest in classes["cities"] or self.known.get(rest, {}).get((rest,)) == "state"
        return last - first == 1 and joined in {"ب", "ل"} and town and self.tokens[first].form not in self.known

    def _runs(self, first: int, last: int) -> Iterator[Named]:
        """The known names in the span."""
        forms = tuple(token.form for token in self.tokens[first:last])
        for k, form in enumerate(forms):
            for run, kind in self.known.get(form, {}).items():
                if forms[k : k + len(run)] == run:
                    end = first + k + len(run)
                    whole = name_links.completed(self.tokens, end) if kind == "person" else end
                    yield first + k, min(last, whole), kind

    def _begins(self, runs: Sequence[Named], first: int, k: int, last: int) -> int | None:
        """Where another actor begins where the span ends before token ``k``, or ``last`` for none; else None."""
        if any(a < k < b for a, b, _ in runs):
            return None
        form, begin = self.tokens[k].form, None
        if self._is_titled(runs, first, k, last):
            begin = k + (form in _COMMAS)
        elif form == "الي" and any(a == k + 1 and kind == "person" for a, _, kind in self.inner):
            begin = k + 1  # نسب مسؤول فلسطيني إلى فلان
        elif self._is_addressed(runs, k, last) or self._is_of_place(k, last):
            begin = k
        elif (
            self._is_adverb(first, k)
            or self._lies(runs, k)
            or self._is_told_press(runs, first, k)
            or self._is_expressed(first, k)
        ):
            begin = last
        elif self._ends_name(runs, first, k):
            if form in _FREE and k + 1 < last and self._opens(runs, k + 1):
                begin = k + 1
            elif self._is_act(k) or self._is_of_two(k):
                begin = last
            elif self._is_people(first, k):
                begin = k
        return begin

    def _is_addressed(self, runs: Sequence[Named], k: int, last: int) -> bool:
        """Whether a joined preposition with a title follows a definite title: السفير بالشيخ فلان.

        With ب behind any definite word or a known name: أشاد ولي العهد بالرئيس فلان، أمير قطر بسعادة السفير.
        """
        classes, before = load_function_words(), self.tokens[k - 1].form
        _, joined, rest = words.split(self.tokens[k].form)
        if joined in {"ب", "بال"} and rest in united("titles", "addresses") and k + 1 < last:
            ended = before.startswith("ال") or any(b == k for _, b, _ in runs)
            return ended and before not in classes["specifying"]
        title = before.startswith("ال") and before[2:] in classes["titles"] - classes["ranks"]
        return joined in {"بال", "لل"} and title and rest in classes["titles"] and k + 1 < last

    def _is_of_place(self, k: int, last: int) -> bool:
        """Whether a joined preposition with people of a place follows a definite title: أشاد الرئيس بأهل دارفور."""
        before, (_, joined, rest) = self.tokens[k - 1].form, words.split(self.tokens[k].form)
        title = before.startswith("ال") and before[2:] in load_function_words()["titles"]
        return title and joined in {"ب", "ل"} and rest in load_function_words()["of_a_place"] and k + 1 < last

    def _lies(self, runs: Sequence[Named], k: int) -> bool:
        """Whether the word tells where something lies: behind a definite word, and not the first of a known name."""
        named = any(a == k and b > k + 1 for a, b, _ in runs)
        direction = self.tokens[k].form in load_function_words()["directions"]
        return direction and self.tokens[k - 1].form.startswith("ال") and not named

    def _is_adverb(self, first: int, k: int) -> bool:
        """Whether the word tells what, how long or where to behind a definite title: الملك ساعة، الرئيس الى الجنازة."""
        if not self.tokens[k - 1].form.startswith("ال") or not self._is_title(first):
            return False
        stems = {self.tokens[k].form.removesuffix(own) for own in _OWN if self.tokens[k].form.endswith(own)}
        if stems & load_function_words()["deeds"]:  # يواصل القائد مساعيه
            return True
        if self.tokens[k].form in united("places_left", "burdens"):  # غادر رئيس الوزراء البلاد
            return True
        if ACTS.match(self.tokens[k].form):  # خسر مرشح المعارضة الانتخابات
            return not any(b > k for a, b, kind in self.inner if kind == "person" and a >= first)
        if self.tokens[k].form != "الي":
            return self.tokens[k].form in load_function_words()["spans_of_time"]
        behind = self.tokens[k + 1].form if k + 1 < len(self.tokens) else ""
        named = any(a > k for a, b, kind in self.inner if kind == "person")
        place = behind in self.known or behind in load_function_words()["cities"]
        return k == first + 1 and behind.startswith("ال") and not (named or place)

    def _is_told_press(self, runs: Sequence[Named], first: int, k: int) -> bool:
        """Whether لـ with a paper, agency or its reporter follows a whole name: قال فلان لوكالة كذا، لشفق نيوز."""
        (_, joined, rest), classes = words.split(self.tokens[k].form), load_function_words()
        if joined not in {"ل", "لل"}:
            return False
        behind = self.tokens[k + 1].form if k + 1 < len(self.tokens) else ""
        press = rest in classes["to_press"] or behind in classes["press_ends"]
        press |= any(rest.endswith(end) and rest != end for end in classes["press_ends"])  # لآكانيوز
        return press and self._ends_name(runs, first, k)

    def _is_expressed(self, first: int, k: int) -> bool:
        """Whether عن belongs to the verb before the span, whose subject ends here: أعرب المتحدث عن أسفه."""
        verb = self.tokens[first - 1].form.removeprefix("و") if first else ""
        return self.tokens[k].form == "عن" and verb in load_function_words()["with_about"]

    def _is_felt(self, first: int, k: int) -> bool:
        """Whether عن tells what the body before it voices of its own: عبرت الكتلة عن تفهمها."""
        behind = self.tokens[k + 1].form if k + 1 < len(self.tokens) else ""
        return self._is_expressed(first, k) and behind.endswith(("ها", "هم", "ه")) and not behind.startswith("ال")

    def _is_titled(self, runs: Sequence[Named], first: int, k: int, last: int) -> bool:
        """Whether a known person's name with his own title behind begins behind another's, or behind a name's comma.

        استقبل فلان رئيس الدولة فلانا وزير الخارجية; the title before a name without one goes with it.
        """
        comma = self.tokens[k].form in _COMMAS
        begin = k + comma
        end = next((b for a, b, kind in runs if a == begin and kind == "person" and (b - a > 1 or b == last)), None)
        if end is None or (not comma and not (end < last and self._is_office(end))):
            return False
        plain = (run for run in self.inner if not any(self._is_office(j) for j in range(run[0], run[1])))
        names = [b for a, b, kind in (*runs, *plain) if kind == "person" and first <= a and b <= k]
        if comma:
            return k in names
        before = self.tokens[k - 1].form
        bare = words.without_article(before)
        state = any(b == k and kind == "state" for _, b, kind in (*runs, *self.inner))
        ranks = united("titles", "of_ranks")
        definite = (before != bare or state) and bare not in ranks
        return definite and any(b < k and self._is_title(b) for b in names)

    def _is_title(self, k: int) -> bool:
        return words.without_article(self.tokens[k].form) in load_function_words()["titles"]

    def _is_office(self, k: int) -> bool:
        classes = load_function_words()
        return words.without_article(self.tokens[k].form) in classes["titles"] - classes["honorifics"]

    def _ends_name(self, runs: Sequence[Named], first: int, k: int) -> bool:
        """Whether a whole name ends before token ``k``: a known one, one of two words, or a surname behind a verb."""
        if any(b == k and kind == "person" for _, b, kind in runs):
            return True
        before = [token.form for token in self.tokens[max(first, k - 2) : k]]
        if len(before) == 1:
            return may_be_of_name(before[0]) and first > 0 and self._is_verb(first - 1)
        given = before[-1] in load_function_words()["given"] or before[-1].startswith("عبدال")
        return may_be_of_name(before[-1]) and (given or (may_be_of_name(before[0]) and before[0][:2] != "ال"))

    def _is_verb(self, k: int) -> bool:
        return word_class(self.tokens[k].form, self.tokens[k].surface)[-1] == "V"

    def _opens(self, runs: Sequence[Named], k: int) -> bool:
        """Whether an actor begins at token ``k``: a title, or a known or an inner name."""
        return self._is_title(k) or any(a == k for a, _, _ in (*runs, *self.inner))

    def _is_act(self, k: int) -> bool:
        """Whether the word tells what somebody does or says, and stands in no name."""
        form, classes = self.tokens[k].form, load_function_words()
        if form in classes["given"]:
            return False
        masdar = any(t.token == k and t.kind == "M" and not t.pronoun for t in self.triggers)
        return masdar or words.without_article(form) in classes["affirmed"] or bool(ACTS.match(form))

    def _is_of_two(self, k: int) -> bool:
        """Whether the word is the verb of two named before it: فلان الفلاني وفلان الآخر التقيا (Ryding 2005, 21)."""
        kinds = {t.kind for t in self.triggers if t.token == k}
        return kinds == {"V"} and self.tokens[k].form.endswith("ا") and self.tokens[k].surface[-1:] == "ا"

    def _is_people(self, first: int, k: int) -> bool:
        """Whether a definite plural of people, or a delegation, is the object of the verb before the span."""
        if not (first > 0 and self._is_verb(first - 1)):
            return False
        people = bool(_PEOPLE.match(self.tokens[k].form)) and self.tokens[k - 1].form not in _FAITH
        return people or self.tokens[k].form in load_function_words()["delegations"]
