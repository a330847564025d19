"""Where the name of one ends in a span that goes on with another's, or with what he is asked.

Takes the tokens of a sentence with the places of a span, gives yes or no, or a token.
"""

from collections.abc import Sequence

from ingest.naming import receptions
from ingest.naming.bounds import is_unknown
from ingest.naming.names import load_names
from ingest.naming.partitives import human_plural
from ingest.naming.roles import honoured, is_title
from ingest.text import name_rules, words
from ingest.text.sentences import Token
from ontology.function_words import load_function_words, united

Named = tuple[int, int, str]  # first token, one behind the last, type


def names_two(tokens: Sequence[Token], named: Sequence[Named], first: int, k: int, last: int) -> bool:
    """Whether a comma before token ``k`` parts two persons' names in a span: النائب فلان الفلاني، فلان الفلاني."""
    persons = [(a, b) for a, b, kind in named if kind == "person" and not is_title(tokens[a].form)]
    before = any(first <= a and b == k - 1 for a, b in persons) or receptions.is_full_name(tokens, first, k - 1)
    opens = tokens[k].form in load_function_words()["given"]
    opens |= words.without_article(tokens[k].form) in load_function_words()["titles"]
    return before and any(k <= a < last and (a == k or opens) for a, _ in persons)


def is_surname(tokens: Sequence[Token], first: int, k: int) -> bool:
    """Whether a name ends before token ``k``: two words that no class knows, or a surname at the head of the span."""
    before = [token.form for token in tokens[max(first, k - 2) : k]]
    if len(before) == 1:
        return before[0].startswith("ال") and name_rules.may_name(before[0])
    return all(not form.startswith("ال") and name_rules.may_name(form) for form in before)


def is_lone(form: str) -> bool:
    """Whether a word alone before a title is a name, unknown or a nationality: التقى السوداني السفيرة (10.2)."""
    nisba = form.startswith("ال") and form.endswith("ي")
    named = form in load_function_words()["given"]
    return named or is_unknown(form) or (nisba and load_names().nisba(form) is not None)


def is_told(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether a name can stand behind the title at token ``k``, of one word without article: السفيرة رومانوسكي."""
    foreign = k + 2 == last and load_names().nisba(tokens[k + 1].form) is not None  # باسيل | السفيرة الأميركية
    return k + 2 < last or foreign or (k + 2 == last and not tokens[k + 1].form.startswith("ال"))


def is_hailed(tokens: Sequence[Token], first: int, k: int, *, meets: bool, free: bool) -> bool:
    """Whether the title at token ``k`` is another's: استقبل سموه | وزير, or ناشدت النقابة العامة | المبعوث.

    ``free``: no person's name and nothing in construct with it stands before it.
    """
    if meets:
        sent = free and words.without_article(tokens[first].form) in load_function_words()["delegations"]
        return k == first + 1 and (sent or bool(honoured(tokens[first].form)))
    return free and tokens[k].form.startswith("ال") and tokens[k].form not in load_function_words()["ruling"]


def before_call(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where whom a call is made on ends before what he is to do, else ``last``: طالب الحزب الرئيس | بإقالة الحكومة."""
    acts = load_function_words()["acts"]
    split = ((k, words.split(tokens[k].form)[1:]) for k in range(first + 1, last))
    return next((k for k, (joined, rest) in split if joined == "ب" and rest in acts), last)


def before_vow(tokens: Sequence[Token], first: int, last: int) -> int:
    """Where an indefinite plural ends before what its people threaten or call for: هدد محتجون | بإغلاق الحقول."""
    k = first + 1
    if k >= last or not human_plural(tokens[first].form) or tokens[first].form.startswith("ال"):
        return last
    joined, rest = words.split(tokens[k].form)[1:]
    return k if joined == "ب" and rest in united("acts", "harms") else last
