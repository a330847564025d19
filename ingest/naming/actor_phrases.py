"""Noun phrases that stand for actors, found in the sentences of an article.

Takes sentences, gives ``Phrase`` after ``Phrase``. Order: the outer tagger marks whole phrases (title,
nationality and name together), the inner tagger the shortest names in them; the gazetteer adds strong
names that both missed; names found once are looked for again in the rest of the article, whole and by
their last word, since a paper introduces an actor in full and then calls it short.
"""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace

from ingest.naming import governed, whoever
from ingest.naming.called import called
from ingest.naming.complements import complements
from ingest.naming.counted_groups import counted_end, with_number
from ingest.naming.crowds import crowds
from ingest.naming.described_ends import adverbs
from ingest.naming.nobody import is_nobody
from ingest.naming.partitives import parted_groups
from ingest.naming.radicals import radicals
from ingest.naming.repeated import known_names, repeated, surnames
from ingest.naming.roles import inflected_titles
from ingest.naming.runs import Known
from ingest.naming.short_names import short_names
from ingest.naming.tellers import heading, tellers
from ingest.naming.titled_names import is_titled
from ingest.naming.titled_persons import mend
from ingest.naming.unnamed import unnamed
from ingest.naming.whole_clauses import whole_clauses
from ingest.reading import ActorType
from ingest.text import name_links, name_rules
from ingest.text.mentions import GRAMMAR, UNNAMED, Phrase, Vocabulary, phrase_at, spans
from ingest.text.sentences import Sentence, Token
from ingest.text.shortened_titles import shortened
from ingest.text.triggers import Trigger
from ontology.function_words import load_function_words, united

_HOUSE = "آل"
_ONE = frozenset({"احد", "احدي"})
_ANYONE = frozenset({"من", "ومن", "فمن", "كل من", "وكل من"})


def phrases(
    sentences: Sequence[Sentence],
    outer: Sequence[Sequence[str]],
    inner: Sequence[Sequence[str]],
    names: Known,
    nisba: Callable[[str], object],
    opened: Sequence[Sequence[Trigger]] = (),
) -> tuple[Phrase, ...]:
    """All phrases in text order, outer before inner; ``opened``: the triggers of every sentence.

    ``names``: first word to known names and their type; ``nisba``: gives None for a word that is no nisba of a state.
    """
    vocabulary = Vocabulary(sentences, names, frozenset(radicals(sentences, (inner, outer))))
    places: list[dict[tuple[int, int, int], Phrase]] = [{} for _ in sentences]
    _add_tagged(places, sentences, outer, vocabulary)
    _add_tagged(places, sentences, inner, vocabulary)
    told = [adverbs(sentence.tokens, row) for sentence, row in zip(sentences, opened, strict=False)]
    for phrase in list(known_names(sentences, names, vocabulary)):
        if not (told and phrase.length == 1 and phrase.first in told[phrase.sentence]):
            _add(places, phrase)
    for number, here in enumerate(places):
        _part(here, sentences[number].tokens)
        for phrase in list(here.values()):
            first, last = name_rules.widened(sentences[number].tokens, phrase.first, phrase.last)
            first = with_number(sentences[number].tokens, first) if phrase.type == "group" else first
            if (first, last) != (phrase.first, phrase.last):
                here.pop(phrase.place)
                _add(places, phrase_at(sentences, number, first, last, phrase.type, phrase.basis, vocabulary))
        _name_titles(here, sentences[number].tokens, vocabulary, sentences)
        _complete(here, sentences[number].tokens, vocabulary, sentences)
        for first, last, kind in _told(sentences[number].tokens, here):
            _add(places, phrase_at(sentences, number, first, last, kind, GRAMMAR, vocabulary))
        taken = {k for p in here.values() for k in range(p.first, p.last)}
        for k, name in short_names(sentences[number].tokens, opened[number] if opened else (), taken):
            joined = sentences[number].tokens[k].form[: sentences[number].tokens[k].form != name]
            _add(places, Phrase(number, k, k + 1, "person", joined, name, basis=GRAMMAR))
        whole_clauses(here, sentences, number, vocabulary)
    for here in places:
        mend(here, vocabulary, nisba, sentences)
    _look_again(sentences, places, vocabulary, nisba, names)
    for phrase in list(_arguments(sentences, places, opened, vocabulary)):
        _add(places, phrase)
    return _nest(places)


def _add_tagged(
    places: list[dict[tuple[int, int, int], Phrase]],
    sentences: Sequence[Sentence],
    layer: Sequence[Sequence[str]],
    vocabulary: Vocabulary,
) -> None:
    """The spans of a tagger, none that goes on over a deed at which an earlier one is cut: القيادة للدعم."""
    for number, labels in enumerate(layer):
        cut = {p.first: p.last for p in places[number].values()}
        for first, last, kind in spans(labels):
            end = cut.get(first, last)
            verb = kind != "person" and last - first == 1 and whoever.acts(sentences[number].tokens, first)
            verb |= is_nobody(sentences[number].tokens, first, last, kind)
            verb |= sentences[number].tokens[first].form in load_function_words()["relatives"]  # التي يرأسها بري
            if not (verb or (end < last and governed.opens_deed(sentences[number].tokens[end]))):
                _add(places, phrase_at(sentences, number, first, last, kind, "tagger", vocabulary))


def _look_again(
    sentences: Sequence[Sentence],
    places: list[dict[tuple[int, int, int], Phrase]],
    known: Vocabulary,
    nisba: Callable[[str], object],
    names: Container[str],
) -> None:
    """Persons by their last names, also where a tagger took one for a body, and every name in the rest of the text."""
    for phrase, person in list(surnames(places, nisba, names)):
        places[phrase.sentence][phrase.place] = person
    for phrase in list(repeated(sentences, places, known, nisba)):
        _add(places, phrase)


def _add(places: list[dict[tuple[int, int, int], Phrase]], phrase: Phrase) -> None:
    """Keep what nests; what crosses another, has no letter, is of the page or says نحن, for a speaker, is left out."""
    if sum(map(str.isalnum, phrase.form)) < 2 or phrase.form.split()[0] in united("page_words", "we", "handed_in"):
        return
    alone = phrase.type == "person" and phrase.form in load_function_words()["whole_roles"]
    if phrase.form in _ANYONE or alone:  # من يهاجم, of which the tagger sees the first word; رئيس وفد
        return
    here = places[phrase.sentence]
    crosses = any(
        p.first < phrase.last
        and phrase.first < p.last
        and not (p.holds(phrase) or phrase.holds(p) or p.place == phrase.place)
        for p in here.values()
    )
    if not crosses:
        here.setdefault(phrase.place, phrase)


def _part(here: dict[tuple[int, int, int], Phrase], tokens: Sequence[Token]) -> None:
    """Take out what holds two names as if they were one, the first and و with the other known (بوتين وأردوغان)."""
    owned = inflected_titles()
    persons = [p for p in here.values() if p.type == "person"]
    known = [(p.first, p.last) for p in persons if p.basis == "gazetteer" or (p.clitics == "و" and p.length == 1)]
    for phrase in [p for p in persons if not is_titled(p.form) or p.form.split()[0] in owned]:
        if name_rules.glued(tokens, known, phrase.first, phrase.last):
            here.pop(phrase.place)


def _whole_shares(here: dict[tuple[int, int, int], Phrase], known: Vocabulary, split: Sequence[Sentence]) -> None:
    """A word for which of them with the people behind it, which the tagger parts: أحد قادة الجماعة (Ryding 10.4)."""
    groups = {p.first: p for p in here.values() if p.type == "group"}
    for phrase in [p for p in here.values() if p.length == 1 and name_rules.share_of(p.form)]:
        whose = groups.get(phrase.last)
        if whose is not None and not whose.clitics:
            kind: ActorType = "person" if phrase.form in _ONE else "group"
            whole = phrase_at(split, phrase.sentence, phrase.first, whose.last, kind, phrase.basis, known)
            here.pop(whose.place)
            _replace(here, phrase, whole)


def _name_titles(
    here: dict[tuple[int, int, int], Phrase], tokens: Sequence[Token], known: Vocabulary, split: Sequence[Sentence]
) -> None:
    """A title with the name that stands behind it in quotation marks, in apposition (Ryding 8.5): اللواء «فلان»."""
    _whole_shares(here, known, split)
    persons = {p.first: p for p in here.values() if p.type == "person" and not is_titled(p.form)}
    for phrase in [p for p in here.values() if p.type == "person" and is_titled(p.form)]:
        _name_quoted(here, phrase, tokens, known, split)
        end = name_rules.quoted_name(tokens, phrase.last)
        named = any(phrase.first <= p.first and p.last <= phrase.last for p in persons.values())
        within = persons.get(phrase.last + 1)
        if end is None or named or (within is not None and within.last > end):
            continue
        given = tokens[phrase.last + 1].form in load_function_words()["given"]
        seen = any((p.first, p.last) == (phrase.last + 1, end) for p in here.values())
        seen |= phrase.length == 1 or phrase.form.split()[0] in load_function_words()["counterparts"]
        if within is not None or given or (seen and name_rules.is_quoted_person(tokens, phrase.last, end)):
            whole = phrase_at(split, phrase.sentence, phrase.first, end, "person", phrase.basis, known)
            _replace(here, phrase, whole)
            name = phrase_at(split, phrase.sentence, phrase.last + 1, end, "person", phrase.basis, known)
            if within is None and whole.place in here:  # a tagger took it for a body
                here[name.place] = name


def _name_quoted(
    here: dict[tuple[int, int, int], Phrase],
    phrase: Phrase,
    tokens: Sequence[Token],
    known: Vocabulary,
    split: Sequence[Sentence],
) -> None:
    """Make a person of the name in quotation marks that a title's phrase ends in, which a tagger took for a body."""
    for k in range(phrase.first + 1, phrase.last):
        end = name_rules.quoted_name(tokens, k)
        seen = any((p.first, p.last) == (k + 1, end) for p in here.values())
        if seen and end is not None and end - phrase.last in {0, -1} and name_rules.is_quoted_person(tokens, k, end):
            name = phrase_at(split, phrase.sentence, k + 1, end, "person", phrase.basis, known)
            here[name.place] = name


def _complete(
    here: dict[tuple[int, int, int], Phrase], tokens: Sequence[Token], known: Vocabulary, split: Sequence[Sentence]
) -> None:
    """Names whole (محمد بن زايد آل نهيان); an address before a phrase (معالي الوزير) is no phrase of its own."""
    for phrase in [p for p in here.values() if p.type == "person"]:
        least = min((p.first for p in here.values() if p.holds(phrase)), default=phrase.first)
        first = name_links.begun(tokens, phrase.first, least)
        if first != phrase.first:
            longer = phrase_at(split, phrase.sentence, first, phrase.last, "person", phrase.basis, known)
            _replace(here, phrase, longer)
            if any(p.holds(phrase) for p in here.values()):
                here.pop(phrase.place, None)
    for phrase in list(here.values()):
        persons = [p for p in here.values() if p.type == "person" and p.first > phrase.first]
        last = name_links.completed(tokens, phrase.last) if phrase.type == "person" else phrase.last
        if phrase.type == "person" and name_rules.addresses(phrase.form):
            if any(p.holds(phrase) for p in here.values()):
                here.pop(phrase.place)
                continue
            last = max((p.last for p in persons if p.first == last), default=last)
        if last != phrase.last:
            last = max([last, *(p.last for p in persons if p.first < last)])
            _replace(
                here, phrase, phrase_at(split, phrase.sentence, phrase.first, last, phrase.type, phrase.basis, known)
            )
    for phrase in list(here.values()):  # the house alone, at the end of a name
        house = _HOUSE in {tokens[phrase.first].surface, tokens[phrase.first - 1].surface if phrase.first else ""}
        if house and any(p.holds(phrase) and p.type == "person" for p in here.values()):
            here.pop(phrase.place)


def _replace(here: dict[tuple[int, int, int], Phrase], phrase: Phrase, longer: Phrase) -> None:
    """Put ``longer`` in the place of ``phrase`` where it crosses none."""
    others = [p for p in here.values() if p is not phrase]
    if not any(
        p.first < longer.first < p.last < longer.last or longer.first < p.first < longer.last < p.last for p in others
    ):
        here.pop(phrase.place)
        here.setdefault(longer.place, longer)


def _told(tokens: Sequence[Token], here: Mapping[tuple[int, int, int], Phrase]) -> Iterator[tuple[int, int, ActorType]]:
    """What the grammar tells to be an actor, where no phrase is yet."""
    taken = {k for p in here.values() for k in range(p.first, p.last)}
    told: list[tuple[int, int, ActorType]] = [(*run, "person") for run in name_rules.said_names(tokens)]
    told += [(*run, "person") for run in shortened(tokens)]
    told += [(*run, "person") for run in (heading(tokens, taken),) if run is not None]
    told += [(*run, "group") for run in name_rules.described_groups(tokens)]
    yield from (run for run in told if not taken & set(range(run[0], run[1])))
    starts = {p.first: p.last for p in sorted(here.values(), key=lambda p: p.length)}
    for first, whole in name_rules.plural_groups(tokens, starts):
        last = counted_end(tokens, first, whole)
        if first not in taken and (
            last == first + 1 or last in taken or last - 1 not in taken or last in starts.values()
        ):
            yield with_number(tokens, first), last, "group"


def _arguments(
    sentences: Sequence[Sentence],
    places: list[dict[tuple[int, int, int], Phrase]],
    opened: Sequence[Sequence[Trigger]],
    known: Vocabulary,
) -> Iterator[Phrase]:
    """What stands without a name at the place of a trigger's argument."""
    for number, found in enumerate(opened):
        here = sorted(places[number].values(), key=lambda p: p.length)
        taken = {k for p in here for k in range(p.first, p.last)}
        starts = {p.first: p.last for p in here}
        for first, last in parted_groups(sentences[number].tokens, starts) if found else ():
            if first not in taken or starts.get(first, last) < last:  # ناشطون, of ناشطون من تعز
                yield phrase_at(sentences, number, first, last, "group", UNNAMED, known)
                starts[first] = last
                taken.update(range(first, last))
        for first, last, kind in complements(sentences[number].tokens, found, [(p.first, p.last) for p in here]):
            yield phrase_at(sentences, number, first, last, kind, UNNAMED, known)
        for first, last, kind in (*crowds(sentences[number].tokens, found, starts),) if found else ():
            if first not in taken:
                yield phrase_at(sentences, number, first, last, kind, UNNAMED, known)
                starts[first] = last
                taken.update(range(first, last))
        for first, last, kind in unnamed(sentences[number].tokens, found, starts, taken):
            yield phrase_at(sentences, number, first, last, kind, UNNAMED, known)
        for first, last, kind in tellers(sentences[number].tokens, taken) if found else ():
            yield phrase_at(sentences, number, first, last, kind, UNNAMED, known)
        for first, last, kind in called(sentences[number].tokens, found, starts, taken):
            yield phrase_at(sentences, number, first, last, kind, UNNAMED, known)


def _nest(places: list[dict[tuple[int, int, int], Phrase]]) -> tuple[Phrase, ...]:
    """All phrases in text order, each with the index of the shortest phrase that holds it."""
    nested: list[Phrase] = []
    for here in places:
        base, ordered = len(nested), sorted(here.values(), key=lambda p: p.place)
        for phrase in ordered:
            holders = [i for i, other in enumerate(ordered) if other.holds(phrase)]
            within = base + min(holders, key=lambda i: ordered[i].length) if holders else None
            nested.append(replace(phrase, within=within))
    return tuple(nested)
