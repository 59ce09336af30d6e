"""More than can be served is sent away with the seconds to wait, and slow senders are let go."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.http.gate import Lane
from api.http.limits import LANES, lane_of
from tests.http.test_ground import raw
from tests.own_loop import run_in_own_loop
from tests.server.running import Running, serving, settings_for


@pytest.fixture(scope="module")
def narrow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server that does little at a time and waits for nobody."""
    settings = settings_for(
        tmp_path_factory.mktemp("narrow"),
        concurrency=4,
        queue=4,
        queue_seconds=0.2,
        body_seconds=1.0,
        key_rate=30,
    )
    with serving(settings) as found:
        yield found


def test_ten_times_too_much_is_answered_or_sent_away_with_a_time(narrow: Running):
    client_count, each = 40, 12
    start = threading.Barrier(client_count)

    def ask(_: int) -> list[tuple[int, str | None]]:
        with narrow.client() as client:
            start.wait()
            return [
                (answer.status_code, answer.headers.get("Retry-After"))
                for answer in (client.get("/errors/pool-full") for _ in range(each))
            ]

    with ThreadPoolExecutor(client_count) as threads:
        answers = [one for found in threads.map(ask, range(client_count)) for one in found]
    assert {status for status, _ in answers} <= {200, 503}
    assert (200, None) in answers
    assert all(1 <= int(after or 0) <= 30 for status, after in answers if status == 503)
    assert narrow.client().get("/livez").status_code == 200


def test_a_key_that_sends_too_much_is_told_when_to_come_back(narrow: Running):
    client = narrow.operator().client()
    answers = [client.get("/v1/packs") for _ in range(8)]
    assert answers[0].status_code == 200
    last = answers[-1]
    assert (last.status_code, last.json()["code"]) == (429, "too-many-requests")
    assert int(last.headers["Retry-After"]) >= 1


def test_a_body_that_does_not_arrive_ends_the_request(narrow: Running):
    key = narrow.operator().key()
    head = (
        f"POST /v1/links HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {key}\r\n"
        "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n"
    )
    began = time.monotonic()
    answer = raw(narrow, head.encode(), b'{"bill"')
    assert answer.startswith(b"HTTP/1.1 408")
    assert b"body-too-slow" in answer
    assert time.monotonic() - began < 30


def test_a_lane_lets_so_many_in_and_so_many_wait_in_order():
    async def run() -> None:
        lane = Lane(concurrency=1, queue=2, wait_s=30)
        assert await lane.enter()
        order: list[str] = []

        async def come(name: str) -> None:
            assert await lane.enter()
            order.append(name)
            lane.leave(0.1)

        first, second = asyncio.create_task(come("first")), asyncio.create_task(come("second"))
        await asyncio.sleep(0)
        assert not await lane.enter()
        lane.leave(0.1)
        await asyncio.gather(first, second)
        assert order == ["first", "second"]
        assert lane.working == 0

    run_in_own_loop(run())


def test_who_waits_too_long_or_leaves_takes_no_place():
    async def run() -> None:
        lane = Lane(concurrency=1, queue=2, wait_s=0.01)
        assert await lane.enter()
        assert not await lane.enter()
        patient = Lane(concurrency=1, queue=2, wait_s=30)
        assert await patient.enter()
        leaver = asyncio.create_task(patient.enter())
        await asyncio.sleep(0)
        leaver.cancel()
        await asyncio.gather(leaver, return_exceptions=True)
        for one in (lane, patient):
            assert not one.waiting
            one.leave(0.1)
            assert one.working == 0
            assert await one.enter()

    run_in_own_loop(run())


def test_the_time_to_come_back_follows_what_requests_take():
    lane = Lane(concurrency=2, queue=10, wait_s=1)
    lane.working = 2
    assert lane.retry_s() == 1
    for _ in range(200):
        lane.mean_s += 0.1 * (20 - lane.mean_s)
    assert lane.retry_s() == 20
    lane.mean_s = 1000
    assert lane.retry_s() == 30


def test_an_operators_uploads_do_not_stand_before_customers():
    assert lane_of("/v1/bills/x") == "operator"
    assert lane_of("/b/AAAA") == "pages"
    assert lane_of("/livez") is None
    assert LANES["operator"] < LANES["pages"] == 1.0
