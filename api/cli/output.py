"""What commands print: progress and tables for people, one JSON object for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from renderer.assets import data_root
from renderer.errors import RenderError

if TYPE_CHECKING:
    from rich.console import Console
    from rich.progress import Progress

HELP = "docs/errors/{code}.md"


@dataclass
class Output:
    """Where a command writes. With `as_json`, standard output holds one JSON object and no more.

    Rich is loaded when something is printed for people, which a fast command may never do.
    """

    as_json: bool = False

    @cached_property
    def console(self) -> Console:
        """Standard output."""
        from rich.console import Console

        return Console()

    @cached_property
    def aside(self) -> Console:
        """Standard error."""
        from rich.console import Console

        return Console(stderr=True)

    def result(self, content: Any) -> None:
        """Print a command's result as JSON, if JSON was asked for."""
        if self.as_json:
            print(json.dumps(content, ensure_ascii=False, indent=2))

    def say(self, renderable: Any) -> None:
        """Print a line or a table for people; says nothing with `--json`."""
        if self.as_json:
            return
        if isinstance(renderable, str):
            print(renderable)
        else:
            self.console.print(renderable)

    def error(self, error: RenderError) -> None:
        """Print what went wrong, where, and what to do."""
        page = HELP.format(code=error.code)
        if self.as_json:
            self.result(
                {
                    "error": {
                        "code": error.code,
                        "message": error.message,
                        "where": error.where,
                        "remedy": error.remedy,
                        "help": page,
                    }
                }
            )
            return
        from rich.markdown import Markdown
        from rich.markup import escape
        from rich.padding import Padding

        place = f"[bold]{escape(error.where)}[/]: " if error.where else ""
        remedy = f"\n{escape(error.remedy)}" if error.remedy else ""
        text = f"[red]error[/] {place}{escape(error.message)} [dim]{error.code}[/]{remedy}"
        self.aside.print(text, soft_wrap=True, highlight=False)
        help_page = data_root() / page
        if self.aside.is_terminal and help_page.is_file():
            explained = Markdown(help_page.read_text(encoding="utf-8"))
            self.aside.print(Padding(explained, (1, 0, 0, 4)))
        else:
            self.aside.print(f"See {page}", soft_wrap=True, highlight=False)

    def bug(self, error: Exception) -> None:
        """Own up to a fault of ours, without the exception's text: it may hold a bill's values."""
        kind = type(error).__name__
        if self.as_json:
            self.result({"error": {"code": "internal", "message": kind}})
        else:
            self.aside.print(
                f"[red]error[/] {kind}: this is a fault of Billreel's, please report it"
            )

    @contextmanager
    def progress(self, total: int) -> Iterator[Progress]:
        """Show progress over `total` steps on standard error."""
        from rich.progress import (
            BarColumn,
            Progress,
            SpinnerColumn,
            TextColumn,
            TimeElapsedColumn,
        )

        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.completed:.0f}/{task.total:.0f}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self.aside, transient=False, disable=self.as_json) as bar:
            bar.add_task("", total=total)
            yield bar
