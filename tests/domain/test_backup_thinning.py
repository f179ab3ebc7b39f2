"""Which backups may go: by what they hold and by the calendar, never because a clock was wrong."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners_app.domain.backup_reason import BackupReason
from partners_app.domain.backup_thinning import NEWEST_KEPT, DatedBackup, surplus

NOW = datetime(2026, 11, 24, 18, 0, tzinfo=timezone(timedelta(hours=3)))


def backups_of(
    *ages: float, reason: BackupReason = BackupReason.AUTOMATIC, now: datetime = NOW
) -> list[DatedBackup]:
    """Return backups of these ages in days; the number of steps grows as they get younger."""
    count = len(ages)
    return [
        DatedBackup((0, count - place), now - timedelta(days=age), reason, f"{age}")
        for place, age in enumerate(ages)
    ]


def kept(backups: Sequence[DatedBackup], now: datetime = NOW) -> list[str]:
    gone = surplus(backups, now)
    return [each.name for each in backups if each not in gone]


def test_everything_of_two_days_is_kept() -> None:
    every_half_hour = backups_of(*(hours / 48 for hours in range(1, 80)))
    assert surplus(every_half_hour, NOW) == []


def test_then_one_a_day_a_week_a_month() -> None:
    four_a_day = backups_of(*(quarter / 4 for quarter in range(4 * 500)))
    ages = [float(name) for name in kept(four_a_day)]
    recent = [age for age in ages if age <= 1.75]
    assert len(recent) == 8, "all of today and yesterday"
    days, weeks, months = ages[8:20], ages[20:30], ages[30:]
    assert [round(age - days[0]) for age in days] == list(range(12))
    assert {round(later - earlier) for earlier, later in pairwise(weeks)} == {7}
    assert len(months) == 9
    assert {round(later - earlier) for earlier, later in pairwise(months)} <= {
        28,
        30,
        31,
    }


def test_of_a_day_the_one_with_most_in_it_stays() -> None:
    three = backups_of(0, 1, 1.1, 10.0, 10.1, 10.2)
    assert kept(three) == ["0", "1", "1.1", "10.0"]


def test_nothing_goes_while_nobody_writes() -> None:
    old = backups_of(700, 730, 760, 790)
    assert kept(old) == kept(old, NOW + timedelta(days=3650)) == ["700", "730", "760", "790"]


def test_the_newest_three_stay_though_they_are_of_one_old_day() -> None:
    assert kept(backups_of(400.0, 400.1, 400.2, 400.3, 400.4)) == ["400.0", "400.1", "400.2"]


@pytest.mark.parametrize("reason", [BackupReason.MIGRATION, BackupReason.RESTORE])
def test_what_was_before_a_migration_or_a_restore_stays_for_90_days(reason: BackupReason) -> None:
    newer = [DatedBackup((9, number), NOW, BackupReason.MANUAL) for number in range(3)]
    old = backups_of(80.0, 80.1, 80.2, 91.0, 91.1, 91.2, reason=reason)
    assert kept([*newer, *old])[3:] == ["80.0", "80.1", "80.2", "91.0"]
    other = backups_of(80.0, 80.1, 80.2, 91.0, 91.1, 91.2, reason=BackupReason.IMPORT)
    assert kept([*newer, *other])[3:] == ["80.0", "91.0"]


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_ten_years_wrong_takes_away_no_more_than_a_right_one(years: int) -> None:
    daily = backups_of(*(float(day) for day in range(40)))
    wrong = NOW + timedelta(days=365 * years)
    assert kept(daily, wrong)[:3] == ["0.0", "1.0", "2.0"]
    assert len(kept(daily, wrong)) >= len(kept(daily)) - 2


def test_what_a_wrong_clock_dated_is_in_order_of_its_steps() -> None:
    # For three days the clock stood ten years back, then it was put right.
    right = [NOW - timedelta(days=age) for age in (5, 4, 3)]
    wrong = [
        NOW - timedelta(days=3650 + age, minutes=minutes) for age in (2, 1) for minutes in (9, 0)
    ]
    backups = [
        DatedBackup((0, number), at, BackupReason.AUTOMATIC, str(number))
        for number, at in enumerate([*right, *wrong])
    ]
    assert kept(backups) == ["0", "1", "2", "4", "5", "6"], "5 is one of the newest three"


def test_summer_time_changes_nothing() -> None:
    summer = NOW.replace(tzinfo=timezone(timedelta(hours=4)))
    # Noon of each day: an hour more or less is still that day.
    at_noon = backups_of(*(number / 2 for number in range(60)), now=NOW.replace(hour=12))
    assert kept(at_noon, NOW) == kept(at_noon, summer)


_dates = st.datetimes(datetime(1990, 1, 1), datetime(2080, 1, 1), timezones=st.just(UTC))
_backups = st.lists(
    st.builds(
        DatedBackup,
        st.tuples(st.integers(0, 2), st.integers(1, 60)),
        _dates,
        st.sampled_from(BackupReason),
        st.text("ab", max_size=6),
    ),
    unique_by=lambda each: (each.order, each.name),
    max_size=60,
)


@given(_backups, _dates)
def test_whatever_the_dates_are(backups: list[DatedBackup], now: datetime) -> None:
    gone = surplus(backups, now)
    stay = [each for each in backups if each not in gone]
    newest = sorted(backups, key=lambda each: (each.order, each.name))[-NEWEST_KEPT:]
    assert all(each in stay for each in newest)
    for each in gone:
        assert each.written.date() < now.date() - timedelta(days=1)
        if each.reason in (BackupReason.MIGRATION, BackupReason.RESTORE):
            assert now - each.written >= timedelta(days=90)
    assert surplus(stay, now) == [], "what is thinned out stays so"
    short = [each for each in stay if each not in newest]
    short = [
        each
        for each in short
        if each.written.date() < now.date() - timedelta(days=1)
        and each.reason not in (BackupReason.MIGRATION, BackupReason.RESTORE)
    ]
    assert len(short) <= 12 + 10 + 9
