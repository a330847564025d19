"""Teams that meet on the pitch, which is no meeting: التقى المنتخبان، لقاء المنتخب السوري ونظيره.

Takes a context and a trigger, gives yes or no.
"""

from ingest.text import words
from ingest.text.context import Context
from ingest.text.scope import is_in
from ingest.text.triggers import Trigger


def is_match(context: Context, trigger: Trigger) -> bool:
    """Whether a team is who meets, right behind the word; a word behind a title is an adjective (الرئيس المنتخب)."""
    behind = context.tokens[trigger.until : trigger.until + 1]
    return trigger.relation == "meets" and bool(behind) and is_in(words.without_article(behind[0].form), "teams")
