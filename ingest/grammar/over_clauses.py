"""Whom a call is made on behind a clause that describes the subject or an adjunct of the verb.

طالب الحزب الذي قاطع الانتخابات الحكومة بإلغاء القانون; طالب الحزب في بيان أصدره أمس الحكومة بوقف الحملة. Takes a
context, the phrases and a verb of demanding, gives a ``Filler``: the phrase right before the preposition of what is
called for, where the clause between is one of a relative pronoun or of an indefinite noun that its verb takes up again
(Ryding 2005, 14.1 and 14.3). Right behind a verb stands what that verb governs (الذي اتهم الحكومة بالتزوير), and behind
the act that is called for nobody is asked any more.
"""

from collections.abc import Sequence

from ingest.grammar.carried import Filler
from ingest.grammar.clauses import Clauses
from ingest.grammar.lists import Lists
from ingest.grammar.parted_objects import content_openers, is_called_upon
from ingest.text import words
from ingest.text.context import Context
from ingest.text.mentions import Phrase
from ingest.text.prepositions import preposition_of
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger
from ingest.text.word_classes import is_verb, word_class

REACH = 36  # tokens from the verb's subject over the clause to whom it calls upon
SHORTEST = 5  # letters of a masdar that is told by its form: إلغاء، تسليم
_AND = "و"
_PRONOUNS = ("ه", "ها", "هم")


def called_over_clause(context: Context, phrases: Sequence[Phrase], trigger: Trigger, edge: int) -> Filler | None:
    """The phrase called upon behind token ``edge``, where the subject ends; None where no clause stands between."""
    openers = content_openers(trigger) if trigger.relation == "demands" and trigger.kind == "V" else frozenset[str]()
    if not openers or edge + 2 >= len(context.tokens):
        return None
    clauses, lists = Clauses.of(context, phrases), Lists.of(context, phrases)
    for i in context.outer:
        first = phrases[i].first
        if first < edge + 2 or lists.head(i) != i:
            continue
        if first - edge > REACH or any(_closes(context, clauses, k, openers) for k in range(edge, first)):
            return None
        free = clauses.government(i) == ("", False) and not _is_verb(context, first - 1)
        if free and is_called_upon(context, phrases, trigger, i) and _is_clause(context, edge, first):
            return Filler(i, "far")
    return None


def _closes(context: Context, clauses: Clauses, k: int, openers: frozenset[str]) -> bool:
    """Whether nobody behind the token can be called upon: it is a stop, أن, or opens the act that is called for."""
    tokens = context.tokens
    if clauses.is_stop(k) or is_in(tokens[k].form, "complementizers"):
        return True
    joined, rest = words.split(tokens[k].form)[1:]
    behind = tokens[k + 1].form if k + 1 < len(tokens) else ""
    return (joined == "ب" and joined in openers and _is_act(rest)) or (tokens[k].form in openers and _is_act(behind))


def _is_act(form: str) -> bool:
    """Whether the word is an act that may be called for: of the closed classes, or a masdar by its form."""
    return is_in(form, "acts", "cessations", "aims") or (
        form[:1] in "ات" and form[:2] != "ال" and len(form) >= SHORTEST
    )


def _is_verb(context: Context, k: int) -> bool:
    token = context.tokens[k]
    return word_class(token.form, token.surface) in {"V", "&V"} or _has_own(token.form)


def _is_clause(context: Context, low: int, high: int) -> bool:
    """Whether a clause that describes a noun stands between the tokens: of a relative pronoun, or with its pronoun.

    Behind a verb with that pronoun its adverbials stand, else its subject: في رسائل حملها معاونه فلان إلى.
    """
    forms = [token.form for token in context.tokens[low:high]]
    own = next((k for k, form in enumerate(forms) if _has_own(form)), len(forms))
    return any(is_in(form, "relatives") for form in forms) or any(map(_is_adverbial, forms[own + 1 :]))


def _is_adverbial(form: str) -> bool:
    return is_in(form, "prepositions", "times", "temporals", "spans_of_time", "adverbs") or preposition_of(form) == "ب"


def _has_own(form: str) -> bool:
    """Whether the word is a verb that takes a noun up by its pronoun: بيان أصدره، كلمة ألقاها."""
    stems = (form.removesuffix(own) for own in _PRONOUNS if form.endswith(own))
    return not form.startswith(_AND) and any(is_verb(stem) for stem in stems)
