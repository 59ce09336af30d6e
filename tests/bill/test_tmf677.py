"""TMF677 buckets become allowances, or say which counters disagree."""

from __future__ import annotations

from typing import Any

import pytest

from renderer.errors import BillError


def counter(kind: str, value: float, units: str = "GB", **more: Any) -> dict[str, Any]:
    return {"counterType": kind, "value": {"amount": value, "units": units}} | more


def week(first: int, last: int) -> dict[str, Any]:
    return {
        "consumptionPeriod": {
            "startDateTime": f"2026-11-{first:02}T00:00:00Z",
            "endDateTime": f"2026-11-{last:02}T23:59:59Z",
        }
    }


def bucket(*counters: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "K", "usageType": "data", "bucketCounter": list(counters)} | more


def left(value: float, units: str = "GB") -> dict[str, Any]:
    return {"remainingValue": {"amount": value, "units": units}}


@pytest.fixture
def usage(tmf):
    def load(*buckets: dict[str, Any]) -> list[tuple[str, str, str | None, int]]:
        bill = tmf(reports=[{"bucket": list(buckets)}])
        return [
            (one.kind, f"{one.used.amount} {one.used.unit}",
             f"{one.included.amount}" if one.included else None, len(one.periods))
            for one in bill.usage
        ]  # fmt: skip

    return load


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (bucket(counter("used", 1.2, "Go"), **left(1.8, "Go")), ("data", "1.2 GB", "3.0", 0)),
        (bucket(counter("used", 1.2)), ("data", "1.2 GB", None, 0)),
        (
            bucket(counter("used", 25), counter("outOfBucket", 2.3), **left(0)),
            ("data", "27.3 GB", "25", 0),
        ),
        (
            bucket(
                counter("used", 1, user={"role": "a"}),
                counter("used", 0.7, user={"role": "b"}),
                counter("remaining", 4, user={"role": "a"}),
                counter("remaining", 4.3, user={"role": "b"}),
            ),
            ("data", "1.7 GB", "10.0", 0),
        ),
        (
            bucket(
                counter("used", 5, **week(1, 30)),
                counter("used", 3, **week(16, 30)),
                counter("used", 2, **week(1, 15)),
                **left(5),
            ),
            ("data", "5 GB", "10", 2),
        ),
        (
            bucket(
                counter("used", 3, **week(16, 30)), counter("used", 2, **week(1, 15)), **left(5)
            ),
            ("data", "5 GB", "10", 2),
        ),
        (
            bucket(counter("used", 40, "mins"), usageType="national voice"),
            ("voice", "40 min", None, 0),
        ),
        (bucket(counter("used", 9, "sms"), usageType="sms"), ("messages", "9 message", None, 0)),
        (bucket(counter("used", 9, "points"), usageType="loyalty"), ("other", "9 points", None, 0)),
    ],
)  # fmt: skip
def test_counters_of_a_bucket_become_one_allowance(given, told, usage):
    assert usage(given) == [told]


def test_an_unlimited_bucket_says_so(tmf):
    given = bucket(counter("used", 64, "sms"), remainingValueName="Unlimited")
    (allowance,) = tmf(reports=[{"bucket": [given]}]).usage
    assert (allowance.unlimited, allowance.included) == (True, None)


def test_a_bucket_that_does_not_say_what_was_used_is_left_out(usage):
    assert usage(bucket(), bucket(counter("remaining", 3)), bucket(**left(3))) == []


def test_periods_are_in_order_and_span_the_allowance(tmf):
    given = bucket(counter("used", 3, **week(16, 30)), counter("used", 2, **week(1, 15)))
    (allowance,) = tmf(reports=[{"bucket": [given]}]).usage
    assert [period.start.day for period, _ in allowance.periods] == [1, 16]
    assert allowance.period is not None
    assert (allowance.period.start.day, allowance.period.end.day) == (1, 30)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (bucket(counter("used", 5200, "MB"), **left(19.8)), "usage-units-differ"),
        (bucket(counter("used", 1), counter("outOfBucket", 1, "MB")), "usage-units-differ"),
        (bucket(counter("used", 1), counter("used", 2)), "usage-does-not-add-up"),
        (
            bucket(counter("used", 1, **week(1, 15)), counter("used", 2, **week(15, 30))),
            "usage-does-not-add-up",
        ),
        (
            bucket(counter("used", 9, **week(1, 30)), counter("used", 2, **week(1, 15))),
            "usage-does-not-add-up",
        ),
        (bucket(counter("used", 1, **week(15, 1))), "period-reversed"),
        (bucket({"counterType": "used", "value": {"units": "GB"}}), "value-not-readable"),
    ],
)
def test_counters_that_disagree_are_refused(given, code, usage):
    with pytest.raises(BillError) as caught:
        usage(given)
    assert caught.value.code == code
    assert caught.value.where is not None
    assert caught.value.where.startswith("bill.json#/usageConsumptionReport/0/bucket/0")


def test_the_phone_number_is_told_where_all_of_the_bill_is_about_one(tmf):
    def numbered(*numbers: str) -> str | None:
        resources = [{"@referredType": "MSISDN", "value": number} for number in numbers]
        return tmf(reports=[{"logicalResource": resources, "bucket": []}]).customer.subscription

    assert numbered("0171 3920047") == "0171 3920047"
    assert numbered("0171 3920047", "0171 3920048") is None
    assert numbered() is None
