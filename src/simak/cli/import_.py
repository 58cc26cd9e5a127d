"""``simak import``: what was corrected in other tools, taken over as judgements."""

from __future__ import annotations

import argparse
import datetime
import getpass
import sys
from collections import Counter

from simak.cli import OK, CommandError, answer

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.correction import Correction
    from simak.judgement import Judgement
    from simak.record import Record
    from simak.store import Store

DESCRIPTION = """\
Takes over corrections made in brat or INCEpTION: files that simak export --format brat (or cas)
wrote and people changed. What they changed becomes judgements in the store, as simak judge makes
them; what they left as it was does not. PATH is an .ann or .xmi file or a folder. One file that
cannot be read, and nothing is taken over.

  simak import --format brat anotasi/ --db berita.db --by Rina
  simak import --format cas anotasi/0123456789abcdef.xmi --dry-run
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak import`` to ``parser``."""
    add = parser.add_argument
    add("paths", nargs="+", metavar="PATH", help="a file, or a folder of them")
    add("--format", choices=("brat", "cas"), required=True, help="brat standoff or UIMA CAS (XMI)")
    answer.add_store(parser)
    add("--by", metavar="NAME", help="who corrected them (default: your user name)")
    add("--note", metavar="TEXT", help="why")
    add("--dry-run", action="store_true", help="print what would be taken over, and leave it")


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak import`` and return the exit code."""
    from simak.correction import read

    by = options.by or getpass.getuser()
    at = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    made: list[Judgement] = []
    files = 0
    with answer.opened(options) as store:
        history = _History(store)
        for correction in read(options.format, options.paths):
            files += 1
            made += history.judgements(correction, by=by, at=at, note=options.note)
        if options.dry_run:
            for one in made:
                print(answer.judgement(one))
            return OK
        waiting = {one.id for one in store.judge(*made)}
    kinds = Counter(one.kind for one in made)
    told = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    left = sum(one.id in waiting for one in made)
    print(
        f"simak: {len(made)} judgements from {files} files"
        + (f": {told}" if told else "")
        + (f"; {left} of them find no row any more and wait" if left else ""),
        file=sys.stderr,
    )
    return OK


class _History:
    """The articles of a store as they were when files were made from them."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._said: dict[str, list[Judgement]] = {}
        for one in store.judgements():
            sides = (one.target, one.other)
            for article in dict.fromkeys(side.article for side in sides if side):
                self._said.setdefault(article, []).append(one)

    def judgements(
        self, correction: Correction, *, by: str, at: str, note: str | None
    ) -> list[Judgement]:
        """Return what a correction says that nobody has said yet.

        Raises CommandError if the article is not there, or not as it was.
        """
        from simak.correction.compare import changes
        from simak.correction.drawing import drawn
        from simak.judgement import standing

        base = self._base(correction)
        wanted = drawn(base, correction.marks, correction.shown)
        made = changes(base, wanted.record, same=wanted.same, by=by, at=at, note=note)
        said = standing(self._said.get(correction.article, []))
        known = [(one.kind, one.target, one.value, one.other) for one in said]
        return [one for one in made if (one.kind, one.target, one.value, one.other) not in known]

    def _base(self, correction: Correction) -> Record:
        """Return the record that a file was made from: as read, with the judgements of then."""
        from simak.errors import StoreError
        from simak.export.mark import state
        from simak.export.plain import plain, xml_plain
        from simak.judging import judged

        try:
            read = self._store.record(correction.article, judged=False)
        except StoreError as error:
            raise CommandError(
                f"{correction.where}: it is about the article {correction.article}, which is not "
                f"in {self._store.name}"
            ) from error
        text = read.article.text
        if correction.text is not None and correction.text not in (
            text,
            plain(text),
            xml_plain(text),
        ):
            raise CommandError(
                f"{correction.where}: its text is not that of the article {correction.article}; "
                "only what is marked may be changed"
            )
        said = self._said.get(correction.article, [])
        for number in range(len(said), -1, -1):
            record, _ = judged(read, said[:number])
            if state(record) == correction.state:
                return record
        raise CommandError(
            f"{correction.where}: the article {correction.article} was read anew since this file "
            "was made, so that its rows cannot be told; export it again and correct that"
        )
