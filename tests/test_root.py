"""Roots: what dictionary and rules find."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.root import RootFinder


@pytest.fixture(scope="module")
def roots() -> RootFinder:
    return RootFinder(Lexicon())


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("mengecam", "kecam"), ("dikecam", "kecam"), ("membantah", "bantah"),
        ("menangkap", "tangkap"), ("menyita", "sita"), ("memukul", "pukul"), ("mengebom", "bom"),
        ("mengimbau", "imbau"), ("menyindir", "sindir"), ("bertemu", "temu"),
        ("pertemuan", "temu"), ("kunjungan", "kunjung"), ("penembakan", "tembak"),
        ("MENEGASKAN", "tegas"), ("negara-negara", "negara"), ("kata", "kata"),
        ("adalah", "adalah"),
    ],
)  # fmt: skip
def test_root(roots: RootFinder, word: str, root: str) -> None:
    assert roots.root(word) == root


@pytest.mark.parametrize("word", ["", "zzgrk", "x" * 1000, "😀", "--", "me", "12"])
def test_nothing_known(roots: RootFinder, word: str) -> None:
    assert roots.root(word) is None
