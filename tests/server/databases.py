"""A real PostgreSQL in a folder of its own, on loopback, for as long as tests need it."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


def programs() -> Path | None:
    """Return the folder of PostgreSQL's programs, newest version first."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    if found:
        return found[0].parent
    named = shutil.which("initdb")
    return Path(named).resolve().parent if named else None


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def postgresql(bin_: Path) -> Iterator[str]:
    """Run a server; give the URL of its maintenance database."""
    folder = Path(tempfile.mkdtemp(prefix="billreel-postgres-"))
    user = {"user": "postgres"} if os.geteuid() == 0 else {}
    try:
        if user:
            entry = pwd.getpwnam("postgres")
            os.chown(folder, entry.pw_uid, entry.pw_gid)
        password = secrets.token_hex(16)
        secret = folder / "password"
        secret.write_text(password)
        secret.chmod(0o644)
        data, port = folder / "data", free_port()
        run = {"check": True, "capture_output": True, "cwd": folder, **user}
        options = ("-U", "billreel", "-A", "scram-sha-256", "--pwfile", str(secret), "-E", "UTF8")
        subprocess.run([bin_ / "initdb", "-D", data, "--no-sync", *options], **run)
        listen = f"-p {port} -h 127.0.0.1 -k {folder} -c fsync=off -c max_connections=200"
        log = str(folder / "log")
        subprocess.run([bin_ / "pg_ctl", "-D", data, "-w", "-l", log, "-o", listen, "start"], **run)
        try:
            yield f"postgresql://billreel:{password}@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop"], **run)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def new_database(maintenance: str) -> str:
    """Make an empty database, and return its URL."""
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(maintenance, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return maintenance.rsplit("/", 1)[0] + f"/{name}"
