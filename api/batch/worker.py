"""The process that makes films: asked a line at a time, answering a line at a time.

It reads JSON from a socket: first what the cycle is, then items; it answers that it is ready, or
why not, and then with outcomes. It ends when the socket does. Nothing here imports a stage before
the process is bound (`bounds.py`).
"""

from __future__ import annotations

import faulthandler
import json
import os
import signal
import socket
from collections.abc import Callable
from io import BufferedReader
from pathlib import Path
from typing import TYPE_CHECKING, Any

from api.batch.bounds import bind_cpu, bind_memory, die_with, leave_no_dump
from renderer.memory import give_back

if TYPE_CHECKING:
    from api.batch.cycle import Cycle
    from api.batch.maker import Maker

OpenMaker = Callable[["Cycle", str], "Maker"]


def serve(
    descriptor: int, black_box: int, parent: int, open_maker: OpenMaker | None = None
) -> None:
    """Be the worker at the other end of a socket, until it is closed.

    Args:
        descriptor: of the socket.
        black_box: of a file, where it stood is written when the process is ended by a signal.
        parent: process id of the driver.
        open_maker: in place of `Maker`, in tests.
    """
    die_with(parent)
    leave_no_dump()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the driver's to handle
    faulthandler.enable(black_box)
    faulthandler.register(signal.SIGXCPU, black_box, chain=True)
    with socket.socket(fileno=descriptor) as connection, connection.makefile("rb") as lines:
        told = _read(lines)
        if told is None:
            return
        bind_memory(told["memory_mb"])
        try:
            maker = _open(told, open_maker)
        except Exception as error:
            _say(connection, {"failed": _failure(error)})
            return
        _say(connection, {"ready": os.getpid()})
        while (told_next := _read(lines)) is not None:
            _answer(connection, maker, told_next, told)


def _open(told: dict[str, Any], open_maker: OpenMaker | None) -> Maker:
    from api.batch.cycle import read_cycle

    cycle = read_cycle(told["text"].encode(), Path(told["file"]))
    if open_maker is None:
        from api.batch.maker import Maker

        open_maker = Maker
    return open_maker(cycle, told["order"])


def _answer(
    connection: socket.socket, maker: Maker, told: dict[str, Any], bounds: dict[str, Any]
) -> None:
    from api.batch.model import Item

    bind_cpu(bounds["cpu_s"])
    if told["expect"]:
        maker.expect(tuple(told["expect"]))
    outcome = maker.make(Item(**told["item"]))
    # Giving back takes milliseconds, being ended and started anew a second.
    give_back(bounds["memory_mb"] * 1_000_000 // 2)
    _say(connection, {"outcome": outcome.as_json()})


def _failure(error: Exception) -> dict[str, Any]:
    """Say why there is no maker; of an error that is not ours to word, only its kind."""
    from renderer.errors import RenderError

    if isinstance(error, RenderError):
        return {
            "code": error.code,
            "message": error.message,
            "where": error.where,
            "remedy": error.remedy,
            "ours": error.ours,
        }
    return {"kind": type(error).__name__}


def _read(lines: BufferedReader) -> dict[str, Any] | None:
    try:
        line = lines.readline()
    except OSError:
        return None
    return json.loads(line) if line else None


def _say(connection: socket.socket, message: dict[str, Any]) -> None:
    connection.sendall(json.dumps(message).encode() + b"\n")
