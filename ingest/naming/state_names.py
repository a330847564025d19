"""Where a state's name begins in a span that it can be no part of: الخارجية الروسية | تركيا.

Takes the tokens of a span and the gazetteer's index, gives tokens. A construct ends with its definite word (Ryding
2005, 8.1), and a name of two definite words is no adjective of what stands before it (10.1).
"""

from collections.abc import Iterator, Sequence

from ingest.naming import seams
from ingest.naming.partitives import human_plural
from ingest.naming.roles import is_title
from ingest.naming.runs import Known, known_runs
from ingest.text import words
from ingest.text.name_rules import adjectives
from ingest.text.sentences import Token
from ontology.function_words import load_function_words


def begins(tokens: Sequence[Token], known: Known, span: tuple[int, int, str]) -> Iterator[tuple[int, str]]:
    """Where a state's name begins that can be no part of what stands before it in the span, و joined or not.

    So does a body's of two definite words, which are no adjectives: هاجمت جبهة البوليساريو الأمم المتحدة; so does a
    person's behind a body, or whom a title tells behind a state: دعا نواب في مجلس الشيوخ بايدن، أيدت بيرو المعارض.
    """
    first, last, whole = span
    human = load_function_words()["human_stems"]
    runs = [*known_runs(tokens, known, first, last)]
    for k in range(first + 1, last):
        rest = (tokens[k].form[1:],)
        if words.split(tokens[k].form)[0] == "و" and rest in known.get(rest[0], {}):
            runs.append((k, k + 1, known[rest[0]][rest]))
    for k, end, kind in runs:
        behind = tokens[end].form if k == first and kind == "state" and whole != "person" and end < last else ""
        if behind.startswith("ال") and (is_title(behind) or behind[2:] in human):
            yield end, "person"
        before = tokens[k - 1].form
        definite = seams.is_definite(before) and before not in load_function_words()["apposed"]
        body = kind == "organization" and end - k > 1 and tokens[k].form.startswith("ال")
        governed = tokens[k].form not in known and words.split(tokens[k].form)[1] not in {"", "ال"}  # السفير لفرنسا
        titled = is_title(before) or before in load_function_words()["given"]
        follows = whole == "organization" or (whole == "group" and _follows_body(tokens, first, k))
        body |= kind == "person" and whole != "person" and follows and definite and not titled and k > first + 1
        longer = any((a == k and b > end) or a < k < b for a, b, _ in runs)  # جورجيا ميلوني, who is no Georgia
        if k == first or governed or not (kind == "state" or body) or longer:
            continue
        described = kind == "state" and tokens[k].form[:1] == "و" and _is_described(tokens, first, k)
        if definite or described or any(b == k for _, b, _ in runs):
            yield k, kind


def _is_described(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether an indefinite plural with its adjectives ends before the token: دول خليجية | وتركيا (Ryding 18.1)."""
    head = words.split(tokens[first].form)[2]
    several = head in load_function_words()["sides_in_plural"] or human_plural(head)
    return several and k > first + 1 and adjectives(tokens, first + 1, definite=False) == k


def _follows_body(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether people are told as of a body that ends before token ``k``, no title between: نواب في المجلس | بايدن."""
    for j in range(k - 1, first, -1):
        bare = words.without_article(tokens[j].form)
        if is_title(bare):
            return False
        if bare in load_function_words()["bodies"]:
            return True
    return False
