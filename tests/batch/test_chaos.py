"""Drivers and workers killed at random, poison among the customers: nothing lost, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.batch.chaos import Order, chaos


@pytest.mark.parametrize("seed", [3])
def test_a_cycle_survives_kills_and_poison(tmp_path: Path, seed: int) -> None:
    order = Order(customers=24, kills=6, seed=seed, wall_s=8.0, attempts=2)
    figures = chaos(tmp_path, order)
    assert figures.right, figures
    assert (figures.driver_kills, figures.worker_kills) == (2, 4)
    assert figures.poison_quarantined == 3
