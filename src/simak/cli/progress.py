"""A progress bar on standard error when somebody is looking, and messages above it."""

from __future__ import annotations

import sys
from types import TracebackType

from simak.export.view import harmless


class Progress:
    """Counts what is done out of ``total``; silent unless standard error is a terminal.

    A ``total`` of None is not known: then what is done and since when is shown.
    """

    def __init__(self, total: int | None, what: str) -> None:
        self._bar = None
        if (total is None or total > 1) and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import (
                BarColumn,
                MofNCompleteColumn,
                TextColumn,
                TimeElapsedColumn,
                TimeRemainingColumn,
            )
            from rich.progress import Progress as Bar

            of_total = MofNCompleteColumn(), TimeRemainingColumn()
            alone = TextColumn("{task.completed:,.0f}"), TimeElapsedColumn()
            self._bar = Bar(
                TextColumn(what),
                BarColumn(),
                *(alone if total is None else of_total),
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,
            )
            self._task = self._bar.add_task(what, total=total)

    def __enter__(self) -> Progress:
        if self._bar:
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()

    def step(self, done: int | None = None, total: int | None = None) -> None:
        """Count one more, or set the count."""
        if self._bar is None:
            return
        if done is None:
            self._bar.advance(self._task)
        else:
            self._bar.update(self._task, completed=done, total=total)

    def say(self, message: str) -> None:
        """Print a message to standard error, above the bar."""
        message = harmless(message)
        if self._bar:
            self._bar.console.print(message, markup=False, highlight=False, soft_wrap=True)
        else:
            print(message, file=sys.stderr, flush=True)
