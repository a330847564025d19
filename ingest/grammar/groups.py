"""What a group may have among its members: lands or bands (Ryding 2005, 16).

Takes phrases, gives yes or no.
"""

from ingest.text import words
from ingest.text.mentions import Phrase
from ingest.text.scope import is_in


def is_stray(group: Phrase, member: Phrase) -> bool:
    """Whether who is named behind the group cannot be of it: a land of bands, or who is no land of lands."""
    head = words.without_article(group.form.split()[0])
    return is_in(head, "bands") if member.type == "state" else is_in(head, "lands")
