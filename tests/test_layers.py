"""The layers: what lies below imports nothing from above (``.importlinter``)."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def test_contracts_hold():
    lint = pytest.importorskip("importlinter.cli")
    assert lint.lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True) == 0


def test_every_package_says_what_it_is_for():
    for path in (ROOT / "src" / "simak").rglob("__init__.py"):
        assert path.read_text(encoding="utf-8").startswith('"""'), path
