"""Of which state somebody is who meets or attends, as the article calls him.

Takes an article's phrases with their actors, gives state ids: the state that a phrase names first, by a nisba or
itself, or that its actor is known to be of; none where one only lives there (السفير لدى بغداد).
"""

from collections.abc import Sequence

from ingest.naming.names import load_names
from ingest.text.context import PREPOSITIONS
from ingest.text.mentions import Phrase


class Homes:
    """The states of an article's actors."""

    def __init__(self, phrases: Sequence[Phrase], actors: Sequence[int]) -> None:
        self._phrases, self._actors = phrases, actors

    def of_actor(self, phrase: int) -> str | None:
        """The state of an actor, by all that the article calls it."""
        mine = (i for i, actor in enumerate(self._actors) if actor == self._actors[phrase])
        return next((state for i in mine if (state := self.of_phrase(i)) is not None), None)

    def of_phrase(self, phrase: int) -> str | None:
        """The state that the phrase names first or is known to be of."""
        names, here = load_names(), self._phrases[phrase]
        known = names.identify(here)
        forms = ("", *here.form.split(), "")
        if known is not None:
            return known if names.type(known) == "state" else names.home(known)
        for before, form, behind in zip(forms, forms[1:], forms[2:], strict=False):
            state = names.nisba(form) or names.state(form) or names.state(f"{form} {behind}")  # المملكة المتحدة
            if before not in PREPOSITIONS and state is not None:
                return state
        return None
