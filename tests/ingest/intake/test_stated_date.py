import datetime as dt

import pytest

from ingest.intake.stated_date import stated_date

DAY = dt.date(2024, 3, 2)


@pytest.mark.parametrize(
    "value",
    [
        "2024-03-02",
        " 2024-03-02T23:30:00+03:00",
        "2024/3/2",
        "20240302",
        "20240302T101500",
        "Sat, 02 Mar 2024 10:00:00 GMT",
        DAY,
        dt.datetime(2024, 3, 2, 23, 59, tzinfo=dt.UTC),
    ],
)
def test_a_date_that_reads_one_way_is_taken(value: object) -> None:
    assert stated_date(value) == DAY


@pytest.mark.parametrize(
    "value", ["", "03/02/2024", "2024-13-02", "2024-02-30", "2024-03-021", "أمس", "0000-00-00", 20240302, None, True]
)
def test_a_date_that_is_none_or_could_be_two_is_left_out(value: object) -> None:
    assert stated_date(value) is None
