"""What can be given to the command is written down."""

import argparse
from pathlib import Path

import pytest

from simak import cli

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def commands():
    action = next(
        action
        for action in cli._parser()._actions
        if isinstance(action, argparse._SubParsersAction)
    )
    return action.choices


@pytest.mark.parametrize("name", commands())
def test_every_command_and_option_is_documented(name):
    assert f"## simak {name}" in PAGE
    for action in commands()[name]._actions:
        for option in action.option_strings:
            assert option in ("-h", "--help") or f"`{option}" in PAGE or f" {option}" in PAGE
        if option_choices := action.choices:
            assert all(
                f"`{action.option_strings[0]} {choice}`" in PAGE for choice in option_choices
            )


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
            assert (page.parent / link).exists(), f"{page.name}: {link}"
