"""AAC's packets and the bands that their spectra are coded in, at 48 kHz."""

from __future__ import annotations

import numpy as np

RATE = 48_000
PACKET = 1024
"""Samples that a packet adds, and lines of its spectrum."""
EDGES = (
    *(0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 72, 80, 88, 96, 108, 120, 132, 144, 160),
    *(176, 196, 216, 240, 264, 292, 320, 352, 384, 416, 448, 480, 512, 544, 576, 608, 640, 672),
    *(704, 736, 768, 800, 832, 864),
)
"""Where each band of a long window begins, and the last ends: at 20 kHz. Two more are left out.

Source: ISO/IEC 14496-3, table 4.129.
"""
STARTS = np.array(EDGES[:-1])
WIDTHS = np.diff(EDGES)
