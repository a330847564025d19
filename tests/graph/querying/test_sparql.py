"""Parameters are terms and nothing else; what does more than read is refused before it is evaluated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import QueryError, QuerySyntaxError
from graph.querying import sparql
from graph.storage.store import Store
from graph.storage.terms import literal, value

UPDATES = {
    "insert-data": ("INSERT DATA { <x:a> <x:b> <x:c> }", "INSERT DATA"),
    "delete-data": ("DELETE DATA { <x:a> <x:b> <x:c> }", "DELETE DATA"),
    "delete-where": ("DELETE WHERE { ?s ?p ?o }", "DELETE WHERE"),
    "delete-insert": ("DELETE { ?s ?p ?o } INSERT { ?o ?p ?s } WHERE { ?s ?p ?o }", "DELETE/INSERT"),
    "insert-where": ("WITH <x:g> INSERT { ?o ?p ?s } WHERE { ?s ?p ?o }", "DELETE/INSERT"),
    "load": ("LOAD <file:///etc/passwd>", "LOAD"),
    "load-silent-into": ("LOAD SILENT <http://127.0.0.1/x> INTO GRAPH <x:g>", "LOAD"),
    "clear": ("CLEAR ALL", "CLEAR"),
    "clear-graph": ("CLEAR GRAPH <x:g>", "CLEAR"),
    "drop": ("DROP ALL", "DROP"),
    "create": ("CREATE GRAPH <x:g>", "CREATE"),
    "copy": ("COPY <x:g> TO <x:h>", "COPY"),
    "move": ("MOVE <x:g> TO <x:h>", "MOVE"),
    "add": ("ADD <x:g> TO <x:h>", "ADD"),
    "with-prefix": ("PREFIX x: <x:> INSERT DATA { x:a x:b x:c }", "INSERT DATA"),
    "after-a-comment": ("# SELECT * {}\nDROP ALL", "DROP"),
}
REACHING = {
    "service": "SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "service-silent": "SELECT * { SERVICE SILENT <http://127.0.0.1/> { ?s ?p ?o } }",
    "service-variable": "SELECT * { ?x ?y ?where SERVICE ?where { ?s ?p ?o } }",
    "service-in-optional": "ASK { ?a ?b ?c OPTIONAL { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
    "service-in-union": "ASK { { ?a ?b ?c } UNION { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
    "service-in-minus": "ASK { ?a ?b ?c MINUS { SERVICE <http://127.0.0.1/> { ?a ?b ?c } } }",
    "service-in-exists": "ASK { ?a ?b ?c FILTER EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
    "service-in-bind": "ASK { BIND(EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } AS ?x) }",
    "service-in-having": "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING(EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } })",
    "service-in-order": "SELECT ?a { ?a ?b ?c } ORDER BY (EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } })",
    "service-in-projection": "SELECT (EXISTS { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } AS ?x) { ?a ?b ?c }",
    "service-in-subquery": "SELECT * { { SELECT * { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } } }",
    "service-in-graph": "SELECT * { GRAPH ?g { SERVICE <http://127.0.0.1/> { ?s ?p ?o } } }",
    "service-in-construct": "CONSTRUCT { ?s ?p ?o } { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "service-in-describe": "DESCRIBE ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "service-lower-case": "select * { service <http://127.0.0.1/> { ?s ?p ?o } }",
    "service-after-a-return": "SELECT * { # \r SERVICE <http://127.0.0.1/> { ?s ?p ?o }\n }",
    "service-behind-an-escaped-quote": 'SELECT * { BIND("\\u0041" AS ?x) SERVICE <http://127.0.0.1/> { ?s ?p ?o } }',
    "service-escaped": r"SELECT * { \u0053ERVICE <http://127.0.0.1/> { ?s ?p ?o } }",
    "from-file": "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
    "from-web": "SELECT * FROM <http://127.0.0.1/> { ?s ?p ?o }",
    "from-named": "SELECT * FROM NAMED <file:///etc/passwd> { GRAPH ?g { ?s ?p ?o } }",
    "describe-from": "DESCRIBE <x:a> FROM <file:///etc/passwd>",
    "ask-from": "ASK FROM <file:///etc/passwd> { ?s ?p ?o }",
    "construct-from": "CONSTRUCT FROM <file:///etc/passwd> WHERE { ?s ?p ?o }",
}
HARMLESS = {
    "word-in-string": 'SELECT * { ?s ?p "SERVICE <http://x/> { } DROP ALL" }',
    "word-in-comment": "SELECT * { ?s ?p ?o } # SERVICE <http://127.0.0.1/> { ?s ?p ?o }",
    "word-in-iri": "SELECT * { ?s <http://x/SERVICE/FROM> ?o }",
    "word-as-variable": "SELECT ?service ?from ?load { ?service ?from ?load }",
    "arabic": "SELECT ?اسم { ?فاعل skos:prefLabel ?اسم }",
}


@pytest.mark.parametrize(("query", "named"), UPDATES.values(), ids=UPDATES)
def test_an_update_is_refused_by_its_name(query: str, named: str) -> None:
    with pytest.raises(QueryError, match=f"queries only read: {named} is an update"):
        sparql.prepared(query)


@pytest.mark.parametrize("query", REACHING.values(), ids=REACHING)
def test_reaching_elsewhere_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match=r"not allowed: (SERVICE|FROM) would"):
        sparql.prepared(query)


@pytest.mark.parametrize("query", HARMLESS.values(), ids=HARMLESS)
def test_a_word_that_only_looks_like_it_is_not(query: str) -> None:
    assert sparql.prepared(query) == query


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("SELECT * {\n  ?s ?p\n}", "line 2, column 3"),
        ("SELECT", "line 1"),
        ("", "line 1"),
        ("SELECT * { ?s ?p ?o } INSERT DATA { <x:a> <x:b> <x:c> }", "line 1, column 23"),
        ("SELECT * { ?s ?p ?o } ; DROP ALL", "line 1, column 23"),
    ],
    ids=["unfinished", "only-a-word", "empty", "update-behind", "update-behind-semicolon"],
)
def test_what_does_not_parse_is_refused_with_its_place(query: str, place: str) -> None:
    with pytest.raises(QuerySyntaxError, match=place):
        sparql.prepared(query)


@pytest.mark.parametrize("escape", [r"\u0022", r"\u0027", r"\u0023", r"\u000A", r"\u005C", r"\U0000007D", r"\u0020"])
def test_what_means_something_to_the_grammar_cannot_be_escaped(escape: str) -> None:
    hidden = f'SELECT * {{ BIND("{escape} AS ?x) }} #" AS ?x) SERVICE <http://127.0.0.1/> {{ ?s ?p ?o }} }}'
    with pytest.raises(QueryError, match="may be escaped"):
        sparql.prepared(hidden)


def test_an_escaped_letter_is_the_letter() -> None:
    assert answered(r'SELECT ?x { BIND("\u0639\U0000064A" AS ?x) }') == "عي"


def test_an_escaped_backslash_escapes_nothing_behind_it() -> None:
    assert answered(r'SELECT ?x { BIND("\\u0022" AS ?x) }') == r"\u0022"


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    with pytest.raises(QueryError):
        sparql.prepared("SELECT * " + "{" * 3000 + "}" * 3000)


def answered(query: str, **parameters: str) -> str:
    """The one value that a query gives."""
    ((found,),) = Store.memory().select(sparql.prepared(query, parameters))
    return value(found)


HOSTILE = (
    r"\u0022 . ?s ?p ?o",
    '" . } ; DROP ALL #',
    '"} SERVICE <http://127.0.0.1/> {?s ?p "',
    "\\",
    '\\" . ?s ?p ?o',
    "?other $other",
    "\n\r\t\b",
    "'''\"\"\"",
    "علي \u202e؟",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_parameter_stays_one_literal(text: str) -> None:
    assert answered("SELECT ?x { BIND(?text AS ?x) }", text=literal(text)) == text


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_any_text_stays_one_literal(text: str) -> None:
    assert answered("SELECT ?x { BIND(?text AS ?x) }", text=literal(text)) == text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?x { ?x ?p $x }", "SELECT <x:1> { <x:1> ?p <x:1> }"),
        ('ASK { ?s ?p "?x" }', 'ASK { ?s ?p "?x" }'),
        ("ASK { ?s ?p '''?x\n?x''' }", "ASK { ?s ?p '''?x\n?x''' }"),
        ("ASK { ?s ?p <x:?x> }", "ASK { ?s ?p <x:?x> }"),
        ("ASK { ?s ?p ?o } # ?x", "ASK { ?s ?p ?o } # ?x"),
        ("ASK { ?xy ?p ?x_ }", "ASK { ?xy ?p ?x_ }"),
        ("ASK { ?s ?p ?o FILTER(1 <?x && ?x> 2) }", "ASK { ?s ?p ?o FILTER(1 <<x:1> && <x:1>> 2) }"),
    ],
    ids=["both-signs", "string", "long-string", "iri", "comment", "longer-name", "less-than"],
)
def test_only_the_variable_is_replaced(query: str, expected: str) -> None:
    assert sparql.substitute(query, {"x": "<x:1>"}) == expected


def test_variables_are_found_as_the_grammar_does() -> None:
    assert sparql.variables('SELECT ?a { $b ?p "?c" } # ?d') == {"a", "b", "p"}


@pytest.mark.parametrize(
    ("query", "form"),
    [
        ("SELECT * {}", "SelectQuery"),
        ("ASK {}", "AskQuery"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "ConstructQuery"),
        ("DESCRIBE <x:a>", "DescribeQuery"),
    ],
)
def test_the_form_of_a_query(query: str, form: str) -> None:
    assert sparql.form(query) == form
