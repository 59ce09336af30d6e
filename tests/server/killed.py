"""A server that is killed at a step of its work, started again, and finished by its client.

Steps are what changes something that outlives the process: a synced file, a link, a removal, an
INSERT, UPDATE or DELETE, a commit. `python -m tests.server.killed --kills 40 --seed 7` does the
same at length and prints what it found; with --serve it is the server.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy import event, select
from sqlalchemy.engine import Engine
from sqlalchemy.orm import Session

from api.meters import Meters
from api.operator.keys import create_key
from api.operator.scopes import Scope
from api.packs import approve_pack, publish_pack, sweep_unpacked
from api.records import Audit, BillVersion, Link, Video, VideoState, open_database
from api.records.migrate import upgrade
from api.server.retention import sweep_objects
from api.server.run import run
from api.services import open_ground
from api.settings import Settings, load_settings
from renderer.script import load_pack
from tests.server.databases import free_port, new_database, postgresql, programs
from tests.server.running import JSON, sample, settings_for

ROOT = Path(__file__).parents[2]
_CHANGES = ("INSERT", "UPDATE", "DELETE")


def serve(kill_at: int) -> int:
    """Be the server, and end at a step of the work; 0 ends never."""
    steps = 0

    def step(*_: Any) -> None:
        nonlocal steps
        steps += 1
        if steps == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    def stepping(inner: Callable[..., Any]) -> Callable[..., Any]:
        def outer(*args: Any, **kwargs: Any) -> Any:
            step()
            found = inner(*args, **kwargs)
            step()
            return found

        return outer

    def statement(*args: Any) -> None:
        if args[2].lstrip().upper().startswith(_CHANGES):
            step()

    settings = load_settings()
    # The tables are not what is tested here.
    open_ground(settings).database.close()
    for name in ("fsync", "link", "unlink"):
        setattr(os, name, stepping(getattr(os, name)))
    event.listen(Engine, "before_cursor_execute", statement)
    event.listen(Session, "after_flush", step)
    event.listen(Session, "after_commit", lambda session: step() if session.info else None)
    event.listen(Session, "after_flush", lambda session, _: session.info.update(wrote=True))
    return run(settings)


@dataclass
class Scenario:
    """What a client does, step by step, whatever happens to the server.

    Args:
        settings: of the server: folder, database, secret.
        kills: at which step each server ends, the first one first; after them one that lasts.
    """

    settings: Settings
    kills: list[int]
    key: str = ""
    pack: str = ""
    killed: int = 0
    process: subprocess.Popen[bytes] | None = None
    answers: dict[str, Any] = field(default_factory=dict)

    def prepare(self) -> None:
        """Publish a pack, and make the client's key."""
        ground, now, pack = open_ground(self.settings), datetime.now(UTC), load_pack("telco")
        with ground.database.writing() as session:
            ines, tomasz, system = (
                create_key(session, ground.vault, "main", name, list(Scope), now)
                for name in ("ines", "tomasz", "system")
            )
        publish_pack(ground.database, ground.objects, ines.record, pack, now)
        with ground.database.writing() as session:
            approve_pack(session, tomasz.record, pack.sha256, now)
        ground.database.close()
        self.key, self.pack = system.secret, pack.sha256

    def start(self) -> None:
        kill_at = self.kills.pop(0) if self.kills else 0
        port = free_port()
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "BILLREEL_DATA": str(self.settings.data),
            "BILLREEL_DATABASE_URL": self.settings.database,
            "BILLREEL_SECRET": str(
                self.settings.secret and self.settings.secret.get_secret_value()
            ),
            "BILLREEL_PORT": str(port),
            "BILLREEL_WORKERS": "1",
            "BILLREEL_KEY_RATE": "1000000",
        }
        command = [sys.executable, "-m", "tests.server.killed", "--serve", str(kill_at)]
        with (self.settings.data / "server.log").open("ab") as log:
            self.process = subprocess.Popen(command, env=environment, cwd=ROOT, stderr=log)
        self.url = f"http://127.0.0.1:{port}"

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(60)

    def ask(self, method: str, path: str, **sent: Any) -> httpx.Response:
        """Send a request until it is answered, by whichever server there is."""
        headers = {"Authorization": f"Bearer {self.key}", **sent.pop("headers", {})}
        until = time.monotonic() + 180
        while time.monotonic() < until:
            if self.process is None or self.process.poll() is not None:
                self.killed += self.process is not None
                self.start()
            try:
                answer = httpx.request(
                    method, self.url + path, headers=headers, timeout=60, trust_env=False, **sent
                )
            except httpx.TransportError:
                time.sleep(0.05)
                continue
            if answer.status_code not in (500, 503):
                return answer
            time.sleep(0.2)
        raise AssertionError(f"{method} {path} was never answered")

    def do(self) -> None:
        """Upload, upload anew, make a video, mint, settle, and erase somebody else."""
        self.put("kept", sample())
        self.put("kept", sample() + b"\n")
        self.put("gone", sample(id="GONE", account="A-gone"))
        self.post("video", "/v1/videos", bill="kept", pack=self.pack, voice="silent")
        for number in range(3):
            self.post(f"link-{number}", "/v1/links", bill="kept")
        self.post("gone-link", "/v1/links", bill="gone")
        balance = {"settlement": "paid", "open": {"unit": "EUR", "value": "0"}}
        tag = self.ask("GET", "/v1/bills/kept").headers["ETag"]
        settled = self.ask("PUT", "/v1/bills/kept/balance", json=balance, headers={"If-Match": tag})
        # 412: it was done, and the answer was lost.
        assert settled.status_code in (200, 412), settled.text
        self.post("erasure", "/v1/erasures", account="A-gone")
        for _ in range(1200):
            video = self.ask("GET", f"/v1/videos/{self.answers['video']['id']}").json()
            if video["state"] != "queued":
                break
            time.sleep(0.1)
        self.answers["made"] = video

    def put(self, reference: str, data: bytes) -> None:
        answer = self.ask("PUT", f"/v1/bills/{reference}", content=data, headers=JSON)
        assert answer.status_code in (200, 201), answer.text

    def post(self, name: str, path: str, **wish: str) -> None:
        """Post with an Idempotency-Key, twice: the second answer is that of the first."""
        for _ in range(2):
            answer = self.ask("POST", path, json=wish, headers={"Idempotency-Key": name})
            assert answer.status_code in (200, 201), answer.text
            assert self.answers.setdefault(name, answer.json()) == answer.json()

    def check(self) -> dict[str, Any]:
        """Check that everything was done once, and nothing is half there; return the counts."""
        ground = open_ground(self.settings)
        try:
            with ground.database.reading() as session:
                acts = Counter(session.scalars(select(Audit.action)))
                versions = session.scalars(select(BillVersion)).all()
                links = session.scalars(select(Link)).all()
                videos = session.scalars(select(Video)).all()
            assert acts == EXPECTED, acts
            assert self.answers["erasure"]["bills"] == 1
            assert [(one.number, one.original) for one in versions] == [(1, None), (2, None)]
            assert {link.id for link in links} == {
                self.answers[f"link-{n}"]["id"] for n in range(3)
            }
            assert [one.state for one in videos] == [VideoState.READY], self.answers["made"]
            refused = self.ask("GET", "/v1/bills/gone")
            assert refused.status_code == 404
            again = sample(id="GONE", account="A-gone")
            buried = self.ask("PUT", "/v1/bills/gone", content=again, headers=JSON)
            assert buried.json()["code"] == "account-erased"
            standing = self.ask("GET", "/v1/bills/kept").json()
            assert (standing["standing"], standing["version"]) == ("paid", 2)
            self._check_objects(ground, [one.document for one in versions])
        finally:
            ground.database.close()
        return {"killed": self.killed, "acts": sum(acts.values())}

    def _check_objects(self, ground: Any, documents: list[str]) -> None:
        """What no record names is removed by retention; what is named is whole."""

        @dataclass(frozen=True)
        class Later:
            database: Any = ground.database
            objects: Any = ground.objects
            meters: Meters = field(default_factory=Meters)

            @staticmethod
            def clock() -> datetime:
                return datetime.now(UTC) + timedelta(hours=2)

        sweep_objects(Later())  # type: ignore[arg-type]
        sweep_unpacked(self.settings.data / "packs", Later.clock())
        assert sorted(one.key for one in ground.objects.walk("accounts/")) == sorted(documents)
        kept = [b"".join(ground.objects.read(one)) for one in documents]
        assert sorted(kept) == sorted([sample(), sample() + b"\n"])
        hidden = [
            path for path in self.settings.data.rglob(".new-*") if "segments" not in path.parts
        ]
        assert hidden == []


EXPECTED = Counter(
    {
        "pack.publish": 1,
        "pack.approve": 1,
        "bill.put": 3,
        "video.make": 1,
        "link.mint": 4,
        "bill.settle": 1,
        "account.erase": 1,
    }
)


def play(settings: Settings, kills: int, seed: int) -> dict[str, Any]:
    """Go through the scenario with so many kills; return what was counted."""
    chance = random.Random(seed)  # noqa: S311
    settings.data.mkdir(parents=True, exist_ok=True)
    scenario = Scenario(settings, [chance.randint(1, 28) for _ in range(kills)])
    scenario.prepare()
    try:
        scenario.do()
        return scenario.check()
    finally:
        scenario.stop()


def main() -> int:
    """Run as a command."""
    options = argparse.ArgumentParser()
    options.add_argument("--serve", type=int)
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--postgres", action="store_true", help="instead of SQLite")
    given = options.parse_args()
    if given.serve is not None:
        return serve(given.serve)
    with ExitStack() as stack:
        folder, url = stack.enter_context(tempfile.TemporaryDirectory()), None
        if given.postgres:
            bin_ = programs()
            assert bin_ is not None, "PostgreSQL is not installed"
            url = new_database(stack.enter_context(postgresql(bin_)))
            database = open_database(url)
            upgrade(database)
            database.close()
        found = play(settings_for(Path(folder) / "data", url), given.kills, given.seed)
    sys.stdout.write(json.dumps({"seed": given.seed, "postgres": given.postgres, **found}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
