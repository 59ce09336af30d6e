"""Eight processes on one store, killed at random, its files damaged: nothing wrong is read."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from hashlib import sha256
from pathlib import Path

from renderer.store import FolderStore

PROCESSES, KILLS, KEYS = 8, 24, 48
MOST = 600_000
WORKER = """
import random, sys
from pathlib import Path
sys.path.insert(0, sys.argv[4])
from tests.store.test_hammer import body_of, key_of, KEYS, MOST
from renderer.store import FolderStore

folder, seed, wrong = Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
rng, store, read = random.Random(seed), FolderStore(folder, MOST), 0
print("ready", flush=True)
while True:
    number = rng.randrange(KEYS)
    body = store.get(key_of(number))
    if body is None:
        store.put(key_of(number), body_of(number))
    elif body != body_of(number):
        wrong.touch()
    else:
        read += 1
        if read % 50 == 0:
            print(read, flush=True)
"""


def key_of(number: int) -> str:
    return sha256(str(number).encode()).hexdigest()


def body_of(number: int) -> bytes:
    return random.Random(number).randbytes(3_000 + 700 * number)  # noqa: S311


def start(folder: Path, seed: int, wrong: Path) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER, str(folder), str(seed), str(wrong), root],
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def damage(folder: Path, rng: random.Random) -> bool:
    """Flip a bit of some entry, or cut it short, in place, as a bad disk would."""
    entries = [path for path in (folder / "entries").rglob("*") if path.name[:1] != "."]
    entries = [path for path in entries if path.is_file()]
    if not entries:
        return False
    path = rng.choice(entries)
    try:
        size = path.stat().st_size
        if rng.random() < 0.3:
            os.truncate(path, rng.randrange(size))
        else:
            with path.open("r+b") as file:
                file.seek(at := rng.randrange(size))
                bit = file.read(1)[0] ^ (1 << rng.randrange(8))
                file.seek(at)
                file.write(bytes((bit,)))
    except (OSError, IndexError, ValueError):
        return False
    return True


def test_killed_writers_and_a_bad_disk_never_make_a_wrong_entry_be_read(tmp_path: Path) -> None:
    rng = random.Random(4711)  # noqa: S311
    folder, wrong = tmp_path / "store", tmp_path / "wrong"
    folder.mkdir()
    running = [start(folder, seed, wrong) for seed in range(PROCESSES)]
    damaged, killed = 0, 0
    try:
        while killed < KILLS:
            time.sleep(rng.random() * 0.05)
            for _ in range(4):
                damaged += damage(folder, rng)
            at = rng.randrange(PROCESSES)
            running[at].send_signal(signal.SIGKILL)
            running[at].communicate()
            killed += 1
            running[at] = start(folder, 100 + killed, wrong)
    finally:
        outputs = []
        for process in running:
            process.kill()
            outputs.append(process.communicate()[0])
    assert not wrong.exists()
    assert damaged > KILLS
    assert b"".join(outputs).strip()
    store = FolderStore(folder, MOST)
    for number in range(KEYS):
        assert store.get(key_of(number)) in (None, body_of(number))
    for number in range(0, KEYS, 8):
        store.put(key_of(number), body_of(number))
        assert store.get(key_of(number)) == body_of(number)
