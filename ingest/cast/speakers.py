"""Who goes on speaking and is called nothing but the speaker: وأضاف المتحدث، أكد المتحدث ذاته.

Takes the phrases of an article and one of them, gives the phrase of the person that opens the nearest sentence before,
who is its subject (Ryding 2005, 3.1). Papers of the Maghreb so call whoever they quote, be he no spokesman.
"""

from collections.abc import Sequence

from ingest.text.mentions import Phrase
from ontology.function_words import load_function_words

OPENING, BACK = 8, 40  # tokens of a sentence in which its subject stands; phrases before one in which he is sought


def speaker_before(phrases: Sequence[Phrase], i: int) -> int:
    """The person who opens the nearest sentence before phrase ``i``; -1 for another word."""
    here = phrases[i]
    if here.length != 1 or here.form not in load_function_words()["the_speaker"]:
        return -1
    opening: dict[int, int] = {}  # by sentence, its first person
    for j in range(max(0, i - BACK), i):
        phrase = phrases[j]
        told = phrase.type == "person" and phrase.within is None
        if told and phrase.sentence < here.sentence and phrase.first < OPENING:
            opening.setdefault(phrase.sentence, j)
    return opening[max(opening)] if opening else -1
