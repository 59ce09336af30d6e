"""Build a package's folder from the player's own template, in any of the six languages."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from tests.browser.film import FPS, FRAMES, box_keys, write_film
