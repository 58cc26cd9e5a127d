"""The command ``simak``.

argparse, and nothing else of weight before a command is chosen: ``simak --help`` should take no
longer than three times ``python -c pass``. Measured here, ``python -c pass`` takes 13 ms, with
argparse 22 ms, with typer 76 ms, and with the msgspec of the record 47 ms; so each command lives in
a module of its own and is imported when it is called for.

Exit codes:

==== ==========================================================================
0    all was done
1    some inputs were refused, the others were read
2    the command cannot be carried out as given (option, date, lexicon, output)
3    nothing could be read: every input was refused
4    ``evaluate``: a figure is below its floor
70   a fault in Simak itself
130  interrupted with Ctrl-C
141  whoever read the output stopped reading it
==== ==========================================================================
"""

from __future__ import annotations

import argparse
import os
import sys

TYPE_CHECKING = False  # typing itself takes a good part of the time that there is
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

OK = 0
SOME_REFUSED = 1
USAGE = 2
NOTHING_READ = 3
BELOW_FLOOR = 4
FAULT = 70
INTERRUPTED = 130
PIPE_CLOSED = 141

#: The commands, in the order of the help, and what each does in a line.
COMMANDS = {
    "read": "read articles",
    "add": "read articles into a store, and keep them",
    "batch": "read millions of articles, by many processes or machines",
    "search": "find articles in a store by their words",
    "statements": "list who said what, from a store",
    "events": "list who did what to whom, from a store",
    "who": "show who somebody is across the articles of a store",
    "copies": "list articles that are one telling, and who was first",
    "stats": "count what a store holds",
    "export": "write what a store holds in formats that other tools open",
    "judge": "say what is wrong in a store, and who is who",
    "import": "take over what was corrected in other tools",
    "evaluate": "score the reading against what people made by hand",
    "schema": "print the JSON Schema of the record",
    "version": "print the versions in use",
}

_CODES = """\
exit codes:
  0 all was done                      1 some inputs were refused, the others read
  2 cannot be done as given           3 every input was refused
  4 a figure is below its floor       70 a fault in Simak itself
"""


class CommandError(Exception):
    """Ends a command with a message and an exit code."""

    def __init__(self, message: str, code: int = USAGE) -> None:
        super().__init__(message)
        self.code = code


def check_date(value: str | None) -> None:
    """Raise CommandError when --published gives no date."""
    from datetime import datetime

    if value is None:
        return
    try:
        datetime.fromisoformat(value)
    except ValueError:
        raise CommandError(
            f"--published {value!r} is no date; give it as in 2024-03-05 (year, month, day)"
        ) from None


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code. No error of any kind shows a traceback.

    With ``--debug``, a fault in Simak itself does.
    """
    for stream in (sys.stdout, sys.stderr):
        # Also under LANG=C; a name that is no UTF-8 (a lone surrogate) is shown escaped.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    given = list(sys.argv[1:] if arguments is None else arguments)
    command = next((word for word in given if word in COMMANDS), None)
    if command and (prepared := getattr(_module(command), "prepared", None)):
        at = given.index(command) + 1
        given[at:] = prepared(given[at:])
    options = _parser(command).parse_args(given)
    try:
        code = _run(options)
        sys.stdout.flush()
        return code
    except BrokenPipeError:
        # What is left in the buffer would raise again when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PIPE_CLOSED
    except KeyboardInterrupt:
        print("simak: interrupted", file=sys.stderr)
        return INTERRUPTED
    except CommandError as error:
        print(f"simak: {error}", file=sys.stderr)
        return error.code
    except Exception as error:
        return _unforeseen(error, options.debug)


def _run(options: argparse.Namespace) -> int:
    if not options.debug:
        import warnings

        warnings.simplefilter("ignore")  # for programmers; a user can do nothing about them
    code: int = _module(options.command).run(options)
    return code


def _module(command: str) -> Any:
    """Return the module of a command: ``DESCRIPTION``, ``add_options(parser)``, ``run(options)``.

    Such a module imports what is heavy (the reader, the store) only in ``run``, so that its
    ``--help`` is as quick as that of ``simak``.
    """
    from importlib import import_module
    from keyword import iskeyword

    name = command.replace("-", "_")
    # A module cannot be called "import": import_, as PEP 8 has it.
    return import_module(f"simak.cli.{name}_" if iskeyword(name) else f"simak.cli.{name}")


def _unforeseen(error: Exception, debug: bool) -> int:
    # SimakError is imported only here: what was done may not have needed it.
    from simak.errors import SimakError

    if debug:
        import traceback

        traceback.print_exc()
    if isinstance(error, SimakError):
        print(f"simak: {error}", file=sys.stderr)
        return USAGE
    if isinstance(error, OSError):
        where = f" {error.filename}" if error.filename else ""
        print(f"simak:{where} {error.strerror or error}", file=sys.stderr)
        return USAGE
    print(
        f"simak: a fault in Simak ({type(error).__name__}: {str(error)[:200]}). "
        "Please report it; --debug shows where it happened.",
        file=sys.stderr,
    )
    return FAULT


_ABOUT = """\
Reads news in Indonesian and turns each article into a record that can be checked: who said
what, who did what to whom, when and where, each row with its words.
"""


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help as wide as the terminal; argparse would import shutil and three compressors to ask."""

    def __init__(self, prog: str) -> None:
        try:
            width = os.get_terminal_size().columns
        except (OSError, ValueError):  # no terminal, or standard output is closed
            width = 100
        super().__init__(prog, width=max(40, min(width, 100)) - 2)


def _parser(command: str | None = None) -> argparse.ArgumentParser:
    """Return the parser; only the options of ``command`` are in it."""
    parser = argparse.ArgumentParser(
        prog="simak",
        description=_ABOUT,
        epilog=_CODES,
        formatter_class=_Help,
    )
    parser.add_argument("--debug", action="store_true", help="show where a fault happened")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        if name != command:
            commands.add_parser(name, help=summary)
            continue
        module = _module(name)
        own = commands.add_parser(
            name, help=summary, description=module.DESCRIPTION, formatter_class=_Help
        )
        module.add_options(own)
        own.add_argument(
            "--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
    return parser


if __name__ == "__main__":
    sys.exit(main())
