"""How long the command, the import and the reading take, on one core.

Prints one line a measure: the best of several runs, which is the least disturbed one.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "examples"
LENGTH = 2_500


def best(action: Callable[[], object], times: int) -> float:
    """Return the shortest time of ``times`` runs, in seconds."""
    found = []
    for _ in range(times):
        begin = time.perf_counter()
        action()
        found.append(time.perf_counter() - begin)
    return min(found)


def process(*arguments: str) -> Callable[[], object]:
    """Return an action that runs Python with ``arguments``."""
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=True)


def report(name: str, seconds: float, note: str = "") -> None:
    """Print one line."""
    print(f"{name:<44} {seconds * 1000:>9.1f} ms  {note}".rstrip())


def main() -> None:
    """Measure and print."""
    command = str(Path(sys.executable).with_name("simak"))
    plain = shown = imported = float("inf")
    for _ in range(15):  # in turn, so that other work on the machine disturbs all alike
        plain = min(plain, best(process("-c", "pass"), 1))
        shown = min(
            shown, best(lambda: subprocess.run([command, "--help"], capture_output=True), 1)
        )
        imported = min(imported, best(process("-c", "import simak"), 1))
    report("python -c pass", plain)
    report("simak --help", shown, f"{shown / plain:.1f} times python -c pass")
    report("import simak", imported)

    begin = time.perf_counter()
    from simak.reader import Reader

    reader = Reader()
    report("loading the Reader", time.perf_counter() - begin)
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt")))
    piece = text[: text.rfind(".", 0, LENGTH) + 1]
    begin = time.perf_counter()
    reader.read(piece)
    report(f"reading {len(piece):,} characters, the first time", time.perf_counter() - begin)
    again = best(lambda: reader.read(piece), 5)
    report(f"reading {len(piece):,} characters", again)
    whole = best(lambda: reader.read(text), 3)
    report(
        f"reading {len(text):,} characters at once",
        whole,
        f"{whole / again / len(text) * len(piece):.2f} times the time of the short one a character",
    )
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{'memory at most':<44} {peak:>9.0f} MB")


if __name__ == "__main__":
    main()
