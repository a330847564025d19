"""Of which state the leader of a delegation is: وفد أميركي برئاسة المبعوث الخاص توماس ويست (Ryding 2005, 10.2).

Takes an actor of the cast, gives the state that the delegation before its name tells, so that بلاده in his mouth is
that state where neither his titles nor the gazetteer know one.
"""

from collections.abc import Sequence

from ingest.cast.cast_index import CastIndex
from ingest.cast.coreference import Cast
from ingest.naming.names import Names
from ingest.naming.roles import role, states
from ingest.text.context import Context
from ontology.function_words import load_function_words


def sent_by(cast: Cast, index: CastIndex, contexts: Sequence[Context], names: Names, actor: int) -> str | None:
    """The state whose delegation the actor leads; None for one that leads none."""
    classes = load_function_words()
    for phrase in (cast.phrases[i] for i in index.phrases(actor)):
        k = phrase.first - 1
        if phrase.type != "person" or k < 1 or contexts[phrase.sentence].tokens[k].form not in classes["leading"]:
            continue
        before = next((cast.phrases[i] for i in index.before(phrase.sentence, k)), None)
        if before is None or (before.sentence, before.last) != (phrase.sentence, k):
            continue
        if before.form.split(maxsplit=1)[0] in classes["delegations"]:
            for state in sorted(states(role(before.form.split(), names))):
                return state[1:]
    return None
