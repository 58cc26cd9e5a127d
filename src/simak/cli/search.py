"""``simak search``: articles by their words."""

from __future__ import annotations

import argparse

from simak.cli import OK, answer

DESCRIPTION = """\
Finds articles in a store by their words, the newest first. A word is found in all its forms:
tangkap finds menangkap, ditangkap and penangkapan. "In quotation marks" words are found as written,
in this order; demokra* finds words that begin so; -hoaks leaves out; banjir OR longsor finds one of
the two.

  simak search tangkap korupsi --from 2024-01
  simak search '"wali kota"' banjir -hoaks
  simak search longsor OR banjir --format csv
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak search`` to ``parser``."""
    parser.add_argument("words", nargs="+", metavar="WORDS", help="what to look for")
    answer.add_store(parser)
    answer.add_where(parser)
    answer.add_form(parser, evidence=False)


def prepared(arguments: list[str]) -> list[str]:
    """Return the arguments of the command with "-hoaks" guarded: it is a word, not an option."""
    return [
        f" {word}" if word[:1] == "-" and word[1:2] not in ("", "-") and word != "-h" else word
        for word in arguments
    ]


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak search`` and return the exit code."""
    from simak.store.question import Found, Where, search

    where = Where(since=options.since, until=options.until, outlet=options.outlet)
    with answer.opened(options) as store:
        found = search(store, " ".join(options.words), where, limit=options.limit)
        count = answer.give(
            found,
            options,
            lambda row: f"{answer.article(row)}\n  {row.title or ''}\n  {row.excerpt}".replace(
                "\n  \n", "\n"
            ),
            Found.__struct_fields__,
        )
        if not count:
            answer.tell_nothing(store, options)
    return OK
