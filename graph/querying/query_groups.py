"""What the groups of a query hold, and where in its text: triple patterns, filters, optional parts.

Takes SPARQL that has been checked (``sparql``), reads its groups by the grammar of SPARQL 1.1 (section 19.8) and
gives those that are evaluated whole and by themselves: of a SELECT and its subqueries and unions, none below a LIMIT
that ends before all is read. Only what is needed to join patterns otherwise is understood; on anything beyond, such
as blank nodes, ``NotUnderstoodError`` is raised or the group left out. Nothing but the standard library is imported,
since every query pays for it.
"""

from dataclasses import dataclass, field
from itertools import pairwise

from graph.querying.terminals import NotUnderstoodError, Token, tokens

_CLOSING = {"(": ")", "{": "}", "[": "]"}
_PATH_MARKS = {"*", "+", "?"}
_TERMS = {"variable", "iri", "name", "string", "number"}
# What depends on the order of rows gives another answer when patterns are joined otherwise, and what is new at every
# call another when a filter is applied twice.
_UNSTEADY = {"GROUP_CONCAT", "SAMPLE", "RAND", "UUID", "STRUUID", "BNODE"}
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class Triple:
    """A triple pattern: terms as text, in ``steps`` the predicates of a sequence path, each perhaps inverse."""

    subject: str
    steps: tuple[tuple[str, bool], ...]
    object: str

    def __str__(self) -> str:
        path = "/".join("^" * inverse + step for step, inverse in self.steps)
        return f"{self.subject} {path} {self.object}"

    @property
    def variables(self) -> tuple[str, ...]:
        """Those that the pattern binds, each once."""
        return variables(self.subject, *(step for step, _ in self.steps), self.object)

    def parts(self, hidden: str) -> list["Triple"]:
        """The pattern step by step; ``hidden`` begins the names of the variables between the steps."""
        between = [self.subject, *(f"?{hidden}{n}" for n in range(1, len(self.steps))), self.object]
        links = zip(pairwise(between), self.steps, strict=True)
        return [
            Triple(b, ((p, False),), a) if inverse else Triple(a, ((p, False),), b) for (a, b), (p, inverse) in links
        ]


@dataclass(frozen=True, slots=True)
class Block:
    """The triple patterns that stand together, ``start`` to ``end`` in the query's text."""

    start: int
    end: int
    triples: tuple[Triple, ...]


@dataclass(slots=True)
class Group:
    """What stands between two braces; ``whole`` as long as all of it is understood."""

    blocks: list[Block] = field(default_factory=list)
    filters: list[tuple[str, set[str]]] = field(default_factory=list)  # each with its variables
    optional: list["Group"] = field(default_factory=list)
    unions: list[list["Group"]] = field(default_factory=list)
    bound: set[str] = field(default_factory=set)  # by BIND
    whole: bool = True

    @property
    def triples(self) -> list[Triple]:
        """All its triple patterns, those of optional parts aside."""
        return [triple for block in self.blocks for triple in block.triples]


@dataclass(frozen=True, slots=True)
class Query:
    """A query's prologue, all its variables and the groups that are evaluated whole."""

    prologue: str
    variables: frozenset[str]
    groups: tuple[Group, ...]


def variables(*terms: str) -> tuple[str, ...]:
    """The variables among terms, in order, each once."""
    return tuple(dict.fromkeys(term for term in terms if term[0] == "?"))


def read(query: str) -> Query:
    """The query's groups. Raises ``NotUnderstoodError``, also for all that is not a SELECT."""
    return _Reader(query).query()


class _Reader:
    """Reads the groups of one query, token by token."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [*tokens(text), Token("end", "", len(text), len(text))]
        self._at = 0
        self._depth = 0
        self._found: list[Group] = []

    def query(self) -> Query:
        if any(token.kind == "word" and token.text.upper() in _UNSTEADY for token in self._tokens):
            raise NotUnderstoodError
        while not self._is("SELECT"):
            if self._next.kind == "end" or self._is("ASK", "CONSTRUCT", "DESCRIBE"):
                raise NotUnderstoodError
            self._at += 1
        prologue = self._text[: self._next.start]
        self._select()
        return Query(prologue, frozenset(self._variables()), tuple(self._found))

    @property
    def _next(self) -> Token:
        return self._tokens[self._at]

    def _is(self, *words: str) -> bool:
        return self._next.kind in {"word", "mark"} and self._next.text.upper() in words

    def _is_term(self) -> bool:
        return self._next.kind in _TERMS or self._is("TRUE", "FALSE")

    def _variables(self, first: int = 0) -> set[str]:
        """The variables in the tokens from number ``first`` to the one before the present."""
        return set(variables(*(token.text for token in self._tokens[first : self._at] if token.kind == "variable")))

    def _take(self, *words: str) -> str:
        """The present token, which must be one of ``words`` where some are given; on to the next."""
        if self._next.kind == "end" or (words and not self._is(*words)):
            raise NotUnderstoodError
        self._at += 1
        return self._tokens[self._at - 1].text

    def _slice(self, first: int) -> str:
        """The text from token number ``first`` to the one before the present."""
        return self._text[self._tokens[first].start : self._tokens[self._at - 1].end]

    def _brackets(self) -> set[str]:
        """Pass over brackets and all that is in them; gives the variables."""
        closing, first = [_CLOSING[self._take("(", "{")]], self._at
        while closing:
            token = self._take()
            if self._tokens[self._at - 1].kind == "mark":
                if token in _CLOSING:
                    closing.append(_CLOSING[token])
                elif token == closing[-1]:
                    closing.pop()
        return self._variables(first)

    def _select(self) -> None:
        self._take("SELECT")
        before = len(self._found)
        while not self._is("{"):
            if self._is("("):
                self._brackets()
            elif self._is("FROM"):
                raise NotUnderstoodError
            else:
                self._take()
        group = self._group()
        modifiers = set()
        while not (self._is("}") or self._next.kind == "end"):
            if self._is("(", "{"):
                self._brackets()
            else:
                modifiers.add(self._take().upper())
        self._accept(group)
        if "VALUES" in modifiers or ("LIMIT" in modifiers and not modifiers & {"ORDER", "GROUP"}):
            del self._found[before:]

    def _accept(self, group: Group) -> None:
        """Note a group that nothing outside is joined to, or the branches of the union that is all it has."""
        joined = {name for triple in group.triples for name in triple.variables}
        if not group.whole or joined & group.bound:
            return
        if group.blocks and not group.unions:
            self._found.append(group)
        elif not group.blocks and len(group.unions) == 1:
            for branch in group.unions[0]:
                self._accept(branch)

    def _group(self) -> Group:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotUnderstoodError
        self._take("{")
        group = Group()
        while not self._is("}"):
            self._element(group)
        self._take()
        self._depth -= 1
        return group

    def _element(self, group: Group) -> None:
        if self._is("{"):
            self._nested(group)
        elif self._is("SELECT"):
            self._select()
            group.whole = False
        elif self._is("OPTIONAL"):
            self._take()
            before = len(self._found)
            group.optional.append(self._group())
            del self._found[before:]
        elif self._is("FILTER"):
            self._filter(group)
        elif self._is("BIND"):
            self._take()
            self._brackets()
            group.bound.update(variables(self._tokens[self._at - 2].text))
        elif self._is("MINUS"):
            self._take()
            self._brackets()
        elif self._is("."):
            self._take()
        elif self._is_term():
            group.blocks.append(self._block(group))
        else:
            raise NotUnderstoodError

    def _nested(self, group: Group) -> None:
        branches = [self._group()]
        while self._is("UNION"):
            self._take()
            branches.append(self._group())
        group.unions.append(branches)

    def _filter(self, group: Group) -> None:
        first = self._at
        self._take("FILTER")
        while not self._is("(", "{"):  # the name of a function, or NOT EXISTS
            self._take()
        names = self._brackets()
        group.filters.append((self._slice(first), names))
        group.whole &= not any(token.kind == "mark" and token.text == "{" for token in self._tokens[first : self._at])

    def _block(self, group: Group) -> Block:
        start, triples = self._next.start, list[Triple]()
        while self._is_term():
            subject = self._term()
            while self._next.kind in _TERMS or self._is("A", "^", "!", "("):
                steps = self._path()
                group.whole &= bool(steps)
                triples.append(Triple(subject, steps, self._term()))
                while self._is(","):
                    self._take()
                    triples.append(Triple(subject, steps, self._term()))
                while self._is(";"):
                    self._take()
            if not self._is("."):
                break
            self._take()
        group.whole &= all(triple.variables for triple in triples)
        return Block(start, self._tokens[self._at - 1].end, tuple(triples))

    def _path(self) -> tuple[tuple[str, bool], ...]:
        """The predicates of a sequence; none of any other path."""
        steps, simple = [], True
        while True:
            inverse = self._is("^")
            if inverse:
                self._take()
            if self._is("!"):
                self._take()
                simple = False
            if self._is("("):
                self._brackets()
                simple = False
            else:
                steps.append((self._take(), inverse))
            while self._is(*_PATH_MARKS):
                self._take()
                simple = False
            if not self._is("/", "|"):
                return tuple(steps) if simple else ()
            simple &= self._take() == "/"

    def _term(self) -> str:
        """The text of a variable, an IRI or a literal."""
        first, is_string = self._at, self._next.kind == "string"
        if not self._is_term():
            raise NotUnderstoodError
        token = self._take()
        if is_string and self._next.kind == "language":
            self._take()
        elif is_string and self._is("^^"):
            self._take()
            self._take()
        return self._slice(first) if is_string else token
