"""bill-30: our film cold, warm and for a second customer, and the other tools' films, in turn."""

from __future__ import annotations

import json
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any

from api.bench.peers import Peer
from api.bench.spent import Spent, middle, run

HEIGHTS = (720, 1080)
ONCE = ("moviepy_layered",)
"""Peers that are measured in the first run only: they take minutes."""
Tell = Callable[[str], None]


@dataclass
class Films:
    """What was measured, run by run.

    Args:
        ours: by "cold", "warm", "second", "cold_1080".
        stages: CPU seconds by the same names, one mapping a run.
        peers: by name.
        sizes: bytes of the video by "bill30" and by peer.
        facts: of our film: frames, segments.
    """

    ours: dict[str, list[Spent]] = field(default_factory=lambda: defaultdict(list))
    stages: dict[str, list[dict[str, float]]] = field(default_factory=lambda: defaultdict(list))
    peers: dict[str, list[Spent]] = field(default_factory=lambda: defaultdict(list))
    sizes: dict[str, int] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Bench:
    """bill-30 set out in a folder, and how it is run.

    Args:
        root: the checkout.
        work: what `tests.bench.workload` set out.
        scratch: for films; emptied as they are measured.
    """

    root: Path
    work: Path
    scratch: Path

    def bill(self, customer: int) -> Path:
        """Return a customer's bill."""
        return self.work / f"bills/{customer}/bill.json"

    def set_out(self) -> None:
        """Write the workload, and our bytecode, as installing does."""
        run([sys.executable, "-m", "compileall", "-q", "renderer", "api"], self.root)
        run([sys.executable, "-m", "tests.bench.workload", self.work], self.root)

    def measure(self, runs: int, peers: Sequence[Peer], tell: Tell) -> Films:
        """Measure everything `runs` times, one after another, so that a busy spell hits all.

        `tell` hears what is measured next: `steps` times, with the likeness.
        """
        films = Films()
        for number in range(runs):
            for height in HEIGHTS:
                tell(f"bill-30, cold, {height}p")
                self._cold(films, height)
            tell("bill-30, warm and second")
            self._session(films)
            for peer in peers:
                if number == 0 or peer.name not in ONCE:
                    tell(peer.name)
                    self._peer(films, peer)
        return films

    def quality(self, films: Films, tell: Tell) -> dict[str, Any]:
        """Compare our film, and the last one of each peer, with our uncompressed frames."""
        tell("likeness")
        command: list[str | Path] = [sys.executable, "-m", "tests.bench.quality"]
        command += [self.work, self._kept("bill30")]
        command += [self._kept(name) for name in films.peers]
        _, said = run(command, self.root)
        found: list[dict[str, Any]] = json.loads(said)
        return dict(zip(["bill30", *films.peers], found, strict=True))

    def _cold(self, films: Films, height: int) -> None:
        out = self.scratch / "cold"
        bill = self.bill(1)
        command: list[str | Path] = [sys.executable, "-m", "api.cli", "render", bill]
        command += ["--previous", bill.parent / "previous", "--pack", self.work / "pack"]
        command += ["--height", str(height), "--json", "-o", out]
        spent, said = run(command, self.root)
        told = json.loads(said)
        name = "cold" if height == HEIGHTS[0] else f"cold_{height}"
        films.ours[name].append(spent)
        stages = {stage: cost["cpu_s"] for stage, cost in told["cost"]["stages"].items()}
        # What is left is Python's start, imports, and reading options, bills and earlier bills.
        films.stages[name].append({"start": spent.cpu_s - sum(stages.values()), **stages})
        if height == HEIGHTS[0]:
            films.sizes["bill30"] = told["bytes"]["video.mp4"]
            films.facts["frames"] = told["frames"]
            (out / "video.mp4").replace(self._kept("bill30"))
        else:
            films.sizes[f"bill30_{height}"] = told["bytes"]["video.mp4"]
        shutil.rmtree(out)

    def _session(self, films: Films) -> None:
        out, store = self.scratch / "session", self.scratch / "store"
        order = self.scratch / "order.json"
        wanted = [
            {"bill": str(self.bill(customer)), "store": str(store) if kept else None}
            for customer, kept in ((1, False), (1, False), (1, True), (2, True))
        ]
        order.write_text(
            json.dumps({"pack": str(self.work / "pack"), "out": str(out), "films": wanted})
        )
        spent, said = run([sys.executable, "-m", "api.bench.session", order], self.root)
        told = json.loads(said)
        for name, film in (("warm", told[1]), ("second", told[3])):
            films.ours[name].append(Spent(film["cpu_s"], film["wall_s"], spent.peak_mb))
            rest = film["cpu_s"] - sum(film["stages"].values())
            films.stages[name].append({"start": rest, **film["stages"]})
        films.facts["second_segments"] = told[3]["segments"]
        shutil.rmtree(out)
        shutil.rmtree(store, ignore_errors=True)

    def _peer(self, films: Films, peer: Peer) -> None:
        kept = self._kept(peer.name)
        spent, _ = run(peer.film(self.work, 1, kept), self.scratch)
        films.peers[peer.name].append(spent)
        films.sizes[peer.name] = kept.stat().st_size

    def _kept(self, name: str) -> Path:
        return self.scratch / f"{name}.mp4"


def steps(runs: int, peers: Sequence[Peer]) -> int:
    """Return how many things are measured."""
    return runs * (len(HEIGHTS) + 1) + sum(1 if p.name in ONCE else runs for p in peers) + 1


def result(films: Films, quality: dict[str, Any], unable: dict[str, str]) -> dict[str, Any]:
    """Put the medians under their names."""
    cold = middle(films.ours["cold"])
    ours: dict[str, Any] = {
        name: {**middle(runs).as_json(), "stages": _stages(films.stages[name])}
        for name, runs in films.ours.items()
    }
    large = ours.pop("cold_1080")
    peers = {
        name: {
            **middle(runs).as_json(),
            "runs": len(runs),
            "bytes": films.sizes[name],
            "ratio": round(cold.cpu_s / middle(runs).cpu_s, 3),
            "likeness": quality.get(name),
        }
        for name, runs in films.peers.items()
    }
    ratios = [peer["ratio"] for peer in peers.values()]
    return {
        "bill30": {
            **ours,
            "bytes": films.sizes["bill30"],
            "ssim": quality["bill30"]["ssim"],
            "ssim_by_scene": quality["bill30"]["scenes"],
            "frames": films.facts["frames"],
            "second_segments": films.facts["second_segments"],
            "p1080": {
                "cold": large,
                "bytes": films.sizes["bill30_1080"],
                "ratio_to_720": round(middle(films.ours["cold_1080"]).cpu_s / cold.cpu_s, 2),
            },
        },
        "peers": peers,
        "peers_not_run": unable,
        "ratio_to_best_peer": max(ratios) if ratios else None,
        "runs": len(films.ours["cold"]),
    }


def _stages(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    return {stage: round(median(run[stage] for run in runs), 3) for stage in runs[0]}
