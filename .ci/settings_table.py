"""Write the table of settings into docs/operations.md."""

from __future__ import annotations

import re
from pathlib import Path

from api.settings_table import table


def main() -> None:
    """Replace what stands between the two marks."""
    page = Path(__file__).parents[1] / "docs/operations.md"
    marked = re.compile(r"(<!-- settings -->\n).*?(<!-- /settings -->)", re.DOTALL)
    text = page.read_text(encoding="utf-8")
    page.write_text(marked.sub(lambda found: f"{found[1]}{table()}\n{found[2]}", text), "utf-8")


if __name__ == "__main__":
    main()
