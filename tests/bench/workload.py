"""Sets bill-30 out in a folder: its pack with logo and music, its customers, their bills.

    python -m tests.bench.workload FOLDER

Logo and music are computed, so that the repository holds no pictures or sounds of it. The other
tools read `customers/<n>.json`, `pack/art/logo.png` and `pack/sound/music.wav`; we read bills.
"""

from __future__ import annotations

import json
import shutil
import sys
import wave
from calendar import month_abbr, monthrange
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
PACK = HERE / "bill30"
YEAR = 2026
RATE, SECONDS = 48_000, 30
CHORDS = (
    (261.63, 329.63, 392.00),
    (220.00, 261.63, 329.63),
    (174.61, 220.00, 261.63),
    (196.00, 246.94, 293.66),
)
"""Hz of each chord's voices; a chord lasts two seconds."""


@dataclass(frozen=True)
class Workload:
    """Where the parts of a work folder stand."""

    folder: Path

    @property
    def pack(self) -> Path:
        """Return our template pack."""
        return self.folder / "pack"

    @property
    def logo(self) -> Path:
        """Return the logo, 160 x 160 px with transparency."""
        return self.pack / "art/logo.png"

    @property
    def music(self) -> Path:
        """Return the music: 30 s, 48 kHz, stereo."""
        return self.pack / "sound/music.wav"

    def customer(self, number: int) -> Path:
        """Return what other tools know of a customer."""
        return self.folder / f"customers/{number}.json"

    def bill(self, number: int) -> Path:
        """Return a customer's bill; earlier ones stand in `previous` beside it."""
        return self.folder / f"bills/{number}/bill.json"


def set_out(folder: Path) -> Workload:
    """Write the whole workload into a folder that is not there yet."""
    work = Workload(folder)
    shutil.copytree(PACK, work.pack, ignore=shutil.ignore_patterns("customers"))
    shutil.copytree(PACK / "customers", folder / "customers")
    work.logo.parent.mkdir()
    draw_logo().save(work.logo)
    work.music.parent.mkdir()
    write_music(work.music)
    for number in (1, 2):
        customer = json.loads(work.customer(number).read_text(), parse_float=Decimal)
        for path, bill in bills_of(customer, number):
            target = work.bill(number).parent / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(json.dumps(bill, indent=1, default=float) + "\n")
    shutil.copytree(work.bill(1).parent, work.pack / "samples/en")
    return work


def draw_logo() -> Image.Image:
    """Draw a white disc with a green one in it and a white cross, smoothed four times."""
    large = Image.new("RGBA", (640, 640))
    draw = ImageDraw.Draw(large)
    draw.ellipse((0, 0, 639, 639), fill="#FFFFFF")
    draw.ellipse((104, 104, 536, 536), fill="#22C55E")
    draw.rounded_rectangle((280, 176, 360, 464), 32, fill="#FFFFFF")
    draw.rounded_rectangle((176, 280, 464, 360), 32, fill="#FFFFFF")
    return large.resize((160, 160), Image.Resampling.LANCZOS)


def write_music(path: Path) -> None:
    """Write thirty seconds of struck chords; the right channel follows the left by 5 ms."""
    at = np.arange(2 * RATE) / RATE
    struck = np.minimum(at / 0.2, 1) * np.exp(-0.6 * at) * np.minimum((2 - at) / 0.1, 1)
    chords = [
        sum(
            struck * (np.sin(2 * np.pi * hertz * at) + 0.3 * np.sin(4 * np.pi * hertz * at))
            for hertz in chord
        )
        for chord in CHORDS
    ]
    left = np.resize(np.concatenate(chords), SECONDS * RATE)
    both = np.stack([left, np.roll(left, RATE // 200)], axis=1)
    samples = (both * (0.43 * 32_767 / np.abs(left).max())).astype("<i2")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def bills_of(customer: dict[str, Any], number: int) -> list[tuple[str, dict[str, Any]]]:
    """Write a customer's bills as TM Forum has them: the latest with its use, and earlier ones."""
    months = list(month_abbr)
    found = []
    for name, total in customer["months"]:
        month = f"{YEAR}-{months.index(name):02}"
        last = name == customer["months"][-1][0]
        bundle = _bundle(customer, number, month, total)
        if last:
            due = datetime.strptime(customer["due"], "%d %B %Y").date()
            bundle["customerBill"]["paymentDueDate"] = f"{due}T23:59:59+00:00"
            bundle["usageConsumptionReport"] = [_report(customer, month)]
        found.append(("bill.json" if last else f"previous/{month}.json", bundle))
    return found


def _bundle(customer: dict[str, Any], number: int, month: str, total: Decimal) -> dict[str, Any]:
    bill_id = f"B30-{month}-{number}"
    gross = {"unit": "EUR", "value": total}
    net = (total / Decimal("1.2")).quantize(Decimal("0.01"))
    amounts = {
        "taxExcludedAmount": {"unit": "EUR", "value": net},
        "taxIncludedAmount": gross,
    }
    tax = {
        "taxCategory": "VAT",
        "taxRate": 20,
        "taxAmount": {"unit": "EUR", "value": total - net},
    }
    return {
        "customerBill": {
            "@type": "CustomerBill",
            "id": bill_id,
            "billNo": bill_id,
            "billDate": f"{month}-28T08:00:00+00:00",
            "billingPeriod": _span(month),
            "category": "normal",
            "state": "sent",
            "billingAccount": {"id": f"A-{number}"},
            "relatedParty": [
                {
                    "role": "customer",
                    "partyOrPartyRole": {"id": f"C-{number}", "name": customer["name"]},
                }
            ],
            "taxItem": [tax],
            **amounts,
            "amountDue": gross,
        },
        "appliedCustomerBillingRate": [
            {
                "@type": "AppliedCustomerBillingRate",
                "id": f"{bill_id}-1",
                "name": "Plan",
                "appliedBillingRateType": "recurringCharge",
                "isBilled": True,
                "bill": {"id": bill_id},
                "product": {"id": "P-1", "name": "Plan"},
                "periodCoverage": _span(month),
                "appliedTax": [tax],
                **amounts,
            }
        ],
    }


def _span(month: str) -> dict[str, str]:
    days = monthrange(YEAR, int(month[5:]))[1]
    return {
        "startDateTime": f"{month}-01T00:00:00+00:00",
        "endDateTime": f"{month}-{days}T23:59:59+00:00",
    }


def _report(customer: dict[str, Any], month: str) -> dict[str, Any]:
    left = customer["limit"] - customer["used"]
    rows = [_bucket(name, used, None, month) for name, used in customer["rows"]]
    return {
        "@type": "UsageConsumptionReport",
        "id": f"U-{month}",
        "bucket": [_bucket("Data", customer["used"], left, month), *rows],
    }


def _bucket(name: str, used: Decimal, left: Decimal | None, month: str) -> dict[str, Any]:
    bucket: dict[str, Any] = {
        "@type": "Bucket",
        "id": f"B-{name}",
        "name": name,
        "usageType": "data",
        "bucketCounter": [
            {
                "counterType": "used",
                "level": "global",
                "value": {"amount": used, "units": "GB"},
                "consumptionPeriod": _span(month),
            }
        ],
    }
    if left is not None:
        bucket["remainingValue"] = {"amount": left, "units": "GB"}
    return bucket


if __name__ == "__main__":
    set_out(Path(sys.argv[1]))
