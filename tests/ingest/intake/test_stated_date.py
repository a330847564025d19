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
        "2 Mar 2024",
        "March 2, 2024",
        "السبت 2 آذار/مارس 2024",
        "٢ مارس ٢٠٢٤",
        "1445-08-21",
        "21 شعبان 1445",
        "1709337600",
        1709337600,
        1709337600.5,
        1709337600000,
        DAY,
        dt.datetime(2024, 3, 2, 23, 59, tzinfo=dt.UTC),
    ],
)
def test_a_date_that_reads_one_way_is_taken(value: object) -> None:
    assert stated_date(value) == DAY


@pytest.mark.parametrize(
    "value",
    [
        *("", "03/02/2024", "2024-13-02", "2024-02-30", "2024-03-021", "أمس", "0000-00-00", 20240302, None, True),
        *("2024-03", "2024", "03/29/2024", "من 2 مارس 2024 إلى 5 مارس 2024", float("nan"), float("inf"), 10**20),
    ],
)
def test_a_date_that_is_none_or_could_be_two_is_left_out(value: object) -> None:
    assert stated_date(value) is None


@pytest.mark.parametrize(("value", "day"), [("29/08/2023", dt.date(2023, 8, 29)), ("3.3.2024", dt.date(2024, 3, 3))])
def test_day_and_month_in_figures_are_read_where_their_order_is_plain(value: str, day: dt.date) -> None:
    assert stated_date(value) == day


def test_an_old_paper_has_its_day() -> None:
    assert stated_date("1875-12-27") == dt.date(1875, 12, 27)
