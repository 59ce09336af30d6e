"""How a cycle stands, from its ledger: to be asked at any time."""

from __future__ import annotations

from contextlib import closing
from typing import Any

from api.batch.cycle import Cycle
from api.batch.ledger_view import LedgerView
from api.batch.lock import is_locked
from api.batch.model import State
from api.batch.places import places_of


def status_of(cycle: Cycle) -> dict[str, Any]:
    """Tell how a cycle stands, as JSON-able data.

    `an_hour` is the last run's, `left_s` what it says of what waits; None where it made nothing.

    Raises:
        RenderError: `ledger-missing`, `ledger-failed`, `ledger-version`.
    """
    places = places_of(cycle)
    with closing(LedgerView.read(places.ledger)) as ledger:
        counts, codes, run = ledger.counts(), ledger.codes(), ledger.last_run()
    running = is_locked(places.lock)
    an_hour = None
    last = None
    if run is not None:
        _, began, seen, rendered, ended = run
        an_hour = rendered / (seen - began) * 3600 if rendered and seen > began else None
        last = {
            "began": began,
            "seen": seen,
            "rendered": rendered,
            "ended": ended or ("running" if running else "killed"),
        }
    pending = counts[State.PENDING]
    return {
        "cycle": cycle.id,
        "folder": str(cycle.folder),
        "running": running,
        "films": {state.value: counts[state] for state in State},
        "quarantined": codes,
        "an_hour": round(an_hour) if an_hour else None,
        "left_s": round(pending / an_hour * 3600) if an_hour and pending else None,
        "run": last,
    }
