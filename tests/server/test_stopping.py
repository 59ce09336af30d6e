"""A server that is told to stop ends its work, its workers and itself, and says so."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from tests.server.databases import free_port

ROOT = Path(__file__).parents[2]


@contextmanager
def started(folder: Path, *options: str) -> Iterator[subprocess.Popen[str]]:
    environment = {**os.environ, "BILLREEL_DATA": str(folder), "BILLREEL_WORKERS": "1"}
    server = subprocess.Popen(
        [sys.executable, "-m", "api.cli", "serve", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with server:
        try:
            yield server
        finally:
            server.kill()


def children_of(pid: int) -> list[str]:
    """List the processes that any thread of a process started."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return [child for task in tasks for child in (task / "children").read_text().split()]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_server_ends_well_and_leaves_no_process(tmp_path: Path, number: int):
    port = free_port()
    with started(tmp_path, "--demo", "--port", str(port)) as server:
        for _ in range(1200):
            try:
                if httpx.get(f"http://127.0.0.1:{port}/readyz", trust_env=False).is_success:
                    break
            except httpx.TransportError:
                time.sleep(0.1)
        children = children_of(server.pid)
        assert len(children) >= 2
        server.send_signal(number)
        out, err = server.communicate(timeout=90)
    assert server.returncode == 0, err
    assert out.count(f"http://127.0.0.1:{port}/b/") == 6
    events = [json.loads(line).get("event") for line in err.splitlines()]
    assert events[-1] == "server.stopped", err
    assert "duty.failed" not in events
    for _ in range(100):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return
        time.sleep(0.1)
    pytest.fail("a worker outlived its server")


def test_a_port_that_is_taken_is_said_so(tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        with started(tmp_path, "--port", port) as server:
            _, err = server.communicate(timeout=90)
    assert server.returncode == 2
    assert "address-in-use" in err


def test_a_setting_that_cannot_be_used_is_said_before_anything_starts(tmp_path: Path):
    environment = {"BILLREEL_DATABASE_URL": "mysql://root:hunter2@host/x", "PATH": "/usr/bin"}
    done = subprocess.run(
        [sys.executable, "-m", "api.cli", "serve"],
        cwd=ROOT,
        env={**environment, "BILLREEL_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=90,
    )
    assert done.returncode == 2
    assert "database-unusable" in done.stderr
    assert "hunter2" not in done.stderr + done.stdout
