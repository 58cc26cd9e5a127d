"""How much the intake takes in and unpacks, and how it stops at what is too much."""

from __future__ import annotations

from dataclasses import dataclass

from simak.intake.refusal import RefusalError

MIB = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Limits:
    """What an input may come to. Sizes are bytes.

    A file may unpack to ``slack`` bytes, or to ``ratio`` bytes for each byte of its own where that
    is more, all levels together. News packs to a fifth or a tenth; whole archives of pages that
    are much alike to a fiftieth. A deflate bomb has 1,000, a nested one millions.
    """

    article: int = 16 * MIB  # a text, a page, a feed, a record of a web archive
    row: int = 16 * MIB  # a row of a table
    whole: int = 1024 * MIB  # what must be unpacked whole: an archive or Parquet in an archive
    slack: int = 256 * MIB
    ratio: int = 200
    members: int = 100_000  # of a ZIP archive
    directory: int = 32 * MIB  # the list of these members
    depth: int = 3  # archives inside each other


class Budget:
    """Counts what one file of the user's unpacks to, at all levels together.

    ``packed`` is the size of that file, 0 where it is not known before it was read.
    """

    def __init__(self, limits: Limits, packed: int = 0) -> None:
        self._limits = limits
        self._packed = packed
        self._unpacked = 0

    def take(self, packed: int) -> None:
        """Count bytes of a file whose size was not known."""
        self._packed += packed

    def charge(self, unpacked: int) -> None:
        """Count unpacked bytes. Raises RefusalError when there are too many."""
        self._unpacked += unpacked
        if self.spent:
            raise RefusalError(
                "unpacks too large",
                f"unpacks to more than {self._allowed // MIB} MiB, which no archive of news does "
                "(an archive bomb?); unpack it yourself if you know it",
            )

    @property
    def spent(self) -> bool:
        """Whether there were too many."""
        return self._unpacked > self._allowed

    @property
    def _allowed(self) -> int:
        return max(self._limits.slack, self._limits.ratio * self._packed)
