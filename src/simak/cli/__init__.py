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

OK = 0
SOME_REFUSED = 1
USAGE = 2
NOTHING_READ = 3
BELOW_FLOOR = 4
FAULT = 70
INTERRUPTED = 130
PIPE_CLOSED = 141

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


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code. No error of any kind shows a traceback.

    With ``--debug``, a fault in Simak itself does.
    """
    for stream in (sys.stdout, sys.stderr):
        # Also under LANG=C; a name that is no UTF-8 (a lone surrogate) is shown escaped.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
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
    if options.command == "read":
        from simak.cli.read import read

        return read(options)
    if options.command == "evaluate":
        from simak.cli.evaluate import evaluate

        return evaluate(options)
    from simak.cli import about

    return about.schema() if options.command == "schema" else about.version()


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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="simak",
        description=_ABOUT,
        epilog=_CODES,
        formatter_class=_Help,
    )
    parser.add_argument("--debug", action="store_true", help="show where a fault happened")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _read_options(
        commands.add_parser("read", help="read articles", description=_READ, formatter_class=_Help)
    )
    _evaluate_options(
        commands.add_parser(
            "evaluate",
            help="score the reading against what people made by hand",
            description="Reads the texts of hand-made files again and prints how well the rows "
            "agree.",
            formatter_class=_Help,
        )
    )
    commands.add_parser("schema", help="print the JSON Schema of the record")
    commands.add_parser("version", help="print the versions in use")
    return parser


_READ = """\
Reads articles from plain text files. FILE may be a folder (all *.txt files under it) or - for
standard input. Messages go to standard error, one for each input that is refused.

  simak read berita.txt --published 2024-03-05
  simak read berita/ --format jsonl --out berita.jsonl
  cat berita.txt | simak read - --format json
"""


def _read_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
    add("--published", metavar="DATE", help="publication date (2024-03-05); dates hang on it")
    add("--outlet", metavar="NAME", help="who published it")
    add("--title", metavar="TEXT", help="its headline (one input only)")
    add("--url", metavar="URL", help="where it was published (one input only)")
    add(
        "--format",
        choices=("text", "json", "jsonl", "html"),
        default="text",
        help="text to look at (default), json (several inputs: an array), jsonl (a record a "
        "line), html (a page to click through; several inputs: a folder of pages)",
    )
    add("--out", metavar="PATH", help="write there, not to standard output; a folder: a file each")
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")
    add("--model", metavar="DIR", help="other weights than ours")
    add("--force", action="store_true", help="read it though it seems to be no Indonesian")
    add("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def _evaluate_options(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("gold", nargs="+", metavar="GOLD", help="files or folders")
    add(
        "--format",
        choices=("record", "conllu", "ner", "timeml", "sacr", "pfsa"),
        default="record",
        help="what the files hold: records (default), CoNLL-U trees, token and tag columns, "
        "TimeML, SACR coreference",
    )
    add(
        "--annotation",
        metavar="NAME",
        help="in whose manner to read: conllu csui or gsd, ner news, idner, nergrit or nerp "
        "(default: by the name of a treebank's file, by the spelling of the types of names)",
    )
    add("--json", action="store_true", help="print the figures as JSON")
    add("--floors", metavar="FILE", help="exit with 4 if a figure is below its floor in FILE")
    add("--table", metavar="NAME", help="the table of FILE that holds (default: by --format)")
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")
    add("--model", metavar="DIR", help="other weights than ours")
    add("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


if __name__ == "__main__":
    sys.exit(main())
