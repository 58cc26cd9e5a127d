"""What can be given to the command is written down."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from simak import cli

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def options(name):
    action = next(
        action
        for action in cli._parser(name)._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return action.choices[name]._actions


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_command_and_option_is_documented(name):
    assert f"## simak {name}" in PAGE
    for action in options(name):
        for option in action.option_strings:
            hidden = action.help == argparse.SUPPRESS or option in ("-h", "--help")
            assert hidden or f"`{option}" in PAGE or f" {option}" in PAGE
        if option_choices := action.choices:
            first = action.option_strings[0] if action.option_strings else f"simak {name}"
            assert all(f"`{first} {choice}" in PAGE for choice in option_choices)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_every_help_shows_an_example(name):
    assert f"\n  simak {name}" in cli._module(name).DESCRIPTION


def test_every_exit_code_is_documented():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for name in ("OK", "SOME_REFUSED", "USAGE", "NOTHING_READ", "BELOW_FLOOR", "FAULT"):
        code = getattr(cli, name)
        assert f"\n| {code} |" in PAGE
        assert f"\n| {code} |" in readme


def test_readme_opens_with_the_two_commands():
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert [line.split("#")[0].strip() for line in lines[2:4]] == ["make demo", "make test"]


def test_links_of_the_pages_lead_somewhere():
    import re

    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        for link in re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8")):
            inner = not link.startswith("https://")
            assert not inner or (page.parent / link).exists(), f"{page.name}: {link}"


def test_help_loads_nothing_of_weight():
    code = (
        "import sys; from simak import cli\n"
        "for name in cli.COMMANDS: cli._parser(name)\n"
        "print(*sorted({'spacy', 'numpy', 'sqlalchemy', 'pyarrow', 'ray'} & {*sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
