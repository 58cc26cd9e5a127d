"""Clitics: what is cut off and what only ends alike."""

from __future__ import annotations

from itertools import pairwise

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from simak.errors import LexiconError
from simak.indonesian.clitic import CliticSplitter, is_clitic
from simak.lexicon import Lexicon


@pytest.fixture(scope="module")
def splitter() -> CliticSplitter:
    return CliticSplitter(Lexicon())


def parts(splitter: CliticSplitter, word: str) -> str:
    borders = [0, *splitter.cuts(word), len(word)]
    return "|".join(word[a:b] for a, b in pairwise(borders))


@pytest.mark.parametrize(
    "cut",
    [
        "menyetujui|nya", "ujar|nya", "kata|nya", "kunjungan|nya", "pihak|nya", "rumah|ku",
        "milik|mu", "apa|kah", "biar|lah", "itu|lah", "siapa|pun", "ku|terima", "kau|lihat",
        "ku|lihat", "tim|nya", "hamba-|Ku", "PBB-|nya", "DPR|nya", "Kementerian|nya",
        "anak-anak|ku", "diri|nya|lah", "RUMAH|NYA", "Kepada|Nya", "bukan|kah", "ada|kah",
        "teman-teman|nya", "mereka|lah",
    ],
)  # fmt: skip
def test_cut(splitter: CliticSplitter, cut: str) -> None:
    assert parts(splitter, cut.replace("|", "")) == cut


@pytest.mark.parametrize(
    "word",
    [
        "tanya", "bertanya", "hanya", "biasanya", "sebelumnya", "akhirnya", "punya", "lainnya",
        "jika", "buku", "pelaku", "mengaku", "aku", "suku", "kamu", "ilmu", "bertemu", "tamu",
        "masalah", "adalah", "telah", "setelah", "sekolah", "jumlah", "langkah", "menikah",
        "naskah", "maupun", "meskipun", "walaupun", "rumpun", "himpun", "kulit", "kuat", "kuliah",
        "kaum", "Maluku", "Abdullah", "Hizbullah", "Makkah", "Kenya", "Nyonya", "sebaik-baiknya",
        "sebesar-besarnya", "buku-buku", "langkah-langkah", "nya", "ku", "lah", "BUKU", "MASALAH",
        "", "a", "-nya", "İnya",
    ],
)  # fmt: skip
def test_whole(splitter: CliticSplitter, word: str) -> None:
    assert parts(splitter, word) == word


def test_long_junk_is_left_alone(splitter: CliticSplitter) -> None:
    assert splitter.cuts("a" * 100_000 + "nya") == ()


def test_is_clitic_asks_the_text_only() -> None:
    words = ["ku", "terima", "surat", "nya", "dan", "nya", "PBB-", "nya"]
    spaces = [False, True, False, True, True, True, False, False]
    doc = Doc(Vocab(), words=words, spaces=spaces)
    assert [is_clitic(token) for token in doc] == [
        True, False, False, True, False, False, False, True,
    ]  # fmt: skip


def test_a_wrong_row_is_named(tmp_path) -> None:
    (tmp_path / "clitic_host.tsv").write_text("host\ttakes\nrumah\tnothing\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"clitic_host\.tsv:2: takes"):
        CliticSplitter(Lexicon(tmp_path))
