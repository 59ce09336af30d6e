"""A real server on loopback, in a thread of the test's own process, and those who call it."""

from __future__ import annotations

import io
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import httpx
import uvicorn

from api.http.log import start_logging
from api.operator.keys import create_key
from api.operator.scopes import Scope
from api.packs import approve_pack, publish_pack
from api.records import Key
from api.server.run import config
from api.services import Services
from api.settings import Settings
from renderer.script import load_pack

SAMPLES = Path(__file__).parents[2] / "scenes/telco/samples"


@dataclass
class MovingClock:
    """A clock that tests move; it goes on by itself too."""

    ahead: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


def sample(language: str = "fr", **changes: str) -> bytes:
    """Return a sample customer's bill, with each text of `changes` in place of another.

    `sample(id="X")` gives it another bill id and `account="Y"` another account.
    """
    text = (SAMPLES / language / "bill.json").read_text("utf-8")
    bill = json.loads(text)
    old = {
        "id": bill["customerBill"]["id"],
        "account": bill["customerBill"]["billingAccount"]["id"],
    }
    for name, value in changes.items():
        text = text.replace(f'"{old[name]}"', json.dumps(value))
    return text.encode()


@dataclass(frozen=True)
class Operator:
    """An operator of the server's, with a key of its own for each purpose."""

    running: Running
    name: str

    def key(self, *scopes: Scope, name: str = "system") -> str:
        services = self.running.services
        with services.database.writing() as session:
            made = create_key(
                session, services.vault, self.name, name, scopes or list(Scope), services.clock()
            )
        return made.secret

    def client(self, *scopes: Scope, name: str = "system") -> httpx.Client:
        """Return a client with a key of these scopes, or of all."""
        return self.running.client(self.key(*scopes, name=name))

    @cached_property
    def everything(self) -> httpx.Client:
        return self.client()

    @cached_property
    def pack(self) -> str:
        """Publish and approve the telco pack, by two people; return its hash."""
        services = self.running.services
        sha256, approver = self.publish("ines"), self.record("tomasz")
        with services.database.writing() as session:
            approve_pack(session, approver, sha256, services.clock())
        return sha256

    def publish(self, name: str) -> str:
        """Publish the telco pack as somebody; return its hash."""
        services, pack = self.running.services, load_pack("telco")
        publish_pack(services.database, services.objects, self.record(name), pack, services.clock())
        return pack.sha256

    def record(self, name: str) -> Key:
        """Return the record of a new key of somebody's."""
        services = self.running.services
        with services.database.writing() as session:
            return create_key(
                session, services.vault, self.name, name, list(Scope), services.clock()
            ).record

    def upload(self, reference: str | None = None, data: bytes | None = None) -> str:
        """Put a bill of an account of its own; return its reference."""
        reference = reference or f"b-{secrets.token_hex(6)}"
        given = data or sample(id=reference, account=f"A-{reference}")
        answer = self.everything.put(f"/v1/bills/{reference}", content=given, headers=JSON)
        assert answer.status_code in (200, 201), answer.text
        return reference

    def video(self, reference: str, **wish: str) -> dict[str, Any]:
        """Have a video made, and wait until it is ready or failed."""
        asked = {"bill": reference, "pack": self.pack, "voice": "silent", **wish}
        answer = self.everything.post("/v1/videos", json=asked)
        assert answer.status_code in (200, 201), answer.text
        for _ in range(600):
            found = self.everything.get(f"/v1/videos/{answer.json()['id']}").json()
            if found["state"] != "queued":
                return dict(found)
            time.sleep(0.05)
        raise AssertionError("a video stayed queued")

    def link(self, reference: str) -> dict[str, Any]:
        answer = self.everything.post("/v1/links", json={"bill": reference})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())


LOGS = io.StringIO()
"""What all servers of the tests log: a process has one log."""
JSON = {"Content-Type": "application/json"}


@dataclass
class Running:
    """A running server."""

    settings: Settings
    clock: MovingClock
    server: uvicorn.Server
    logs: io.StringIO
    url: str
    clients: list[httpx.Client] = field(default_factory=list)

    @property
    def services(self) -> Services:
        found: Services = self.server.config.app.state.services  # type: ignore[union-attr]
        return found

    def client(self, key: str | None = None) -> httpx.Client:
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        made = httpx.Client(base_url=self.url, headers=headers, timeout=60, trust_env=False)
        self.clients.append(made)
        return made

    def logged(self, request: str) -> dict[str, Any]:
        """Return the line that the log has of a request, which comes after its answer."""
        for _ in range(400):
            lines = [json.loads(line) for line in self.logs.getvalue().splitlines()]
            if found := [line for line in lines if line.get("request") == request]:
                return dict(found[0])
            time.sleep(0.025)
        raise AssertionError("a request is not in the log")

    def operator(self, name: str | None = None) -> Operator:
        """Return an operator that no other test has."""
        return Operator(self, name or f"op-{secrets.token_hex(6)}")


def settings_for(folder: Path, database: str | None = None, **given: Any) -> Settings:
    """Return settings of a server for tests: everything in a folder, any port."""
    values: dict[str, Any] = {
        "data": folder,
        "port": 0,
        "base_url": "http://127.0.0.1:8470",
        "secret": "0123456789abcdef0123456789abcdef",
        "database_url": database,
        "workers": 1,
        "key_rate": 1_000_000,
        "metrics_token": "token-of-the-metrics",
        **given,
    }
    return Settings(**values)


@contextmanager
def serving(settings: Settings) -> Iterator[Running]:
    """Run a server until the block ends."""
    clock = MovingClock()
    start_logging(LOGS)
    server = uvicorn.Server(config(settings, clock))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    until = time.monotonic() + 90
    while not server.started and thread.is_alive() and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started, LOGS.getvalue()
    port = server.servers[0].sockets[0].getsockname()[1]
    running = Running(settings, clock, server, LOGS, f"http://127.0.0.1:{port}")
    try:
        yield running
    finally:
        for client in running.clients:
            client.close()
        server.should_exit = True
        thread.join(60)
        assert not thread.is_alive()
