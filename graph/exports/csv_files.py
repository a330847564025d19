"""Actors and events as two CSV files, for spreadsheets and for programs that read node and edge lists."""

from collections.abc import Mapping

from graph.exports.csv_text import for_spreadsheets, picked
from graph.exports.rows import ACTOR, EVENT, Rows


def texts(rows: Rows) -> Mapping[str, str]:
    """``actors.csv`` and ``events.csv``."""
    return {
        "actors.csv": for_spreadsheets(list(ACTOR), picked(rows.actors, ACTOR)),
        "events.csv": for_spreadsheets(list(EVENT), picked(rows.events, EVENT)),
    }
