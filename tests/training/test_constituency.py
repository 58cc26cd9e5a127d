"""Constituency trees as dependency trees: on invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from training.constituency import convert, parse, read, spaces


def arcs(line: str) -> dict[str, str]:
    tree = convert(parse(line))
    return {
        word: tree.words[head - 1] if head else "ROOT"
        for word, head in zip(tree.words, tree.heads, strict=True)
    }


def test_clause() -> None:
    found = arcs(
        "(S (NP (NNO Ketua) (NNP Sari)) (VP (TAME akan) (VP (VBI tiba) (PP (PPO di)"
        " (NP (NNP Bandung))))) (PUN .))"
    )
    assert found == {
        "Ketua": "tiba", "Sari": "Ketua", "akan": "tiba", "tiba": "ROOT", "di": "Bandung",
        "Bandung": "tiba", ".": "tiba",
    }  # fmt: skip


def test_words_said_head_the_verb_of_speech() -> None:
    found = arcs(
        '(SINV (PUN ") (S (NP (PRN Kami)) (VP (VBI siap))) (PUN ,) (PUN ") (VP (VBI ujar))'
        " (NP (PRK nya)) (PUN .))"
    )
    assert found["siap"] == "ROOT"
    assert found["ujar"] == "siap"


def test_copula_and_coordination() -> None:
    found = arcs(
        "(S (NP (PRN Ia)) (VP (VBL adalah) (NP (NP (NNO guru)) (CCN dan) (NP (NNO penulis)))))"
    )
    assert found["guru"] == "ROOT"
    assert found["adalah"] == "guru"
    assert found["dan"] == "penulis"
    assert found["penulis"] == "guru"


def test_labels_and_brackets(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("(S (NP (NNP Sari) (PUN -LRB-)) (VP (VBI tiba)))\n\n" * 40, encoding="utf-8")
    trees = read([path])
    assert len(trees) == 40
    assert trees[0].words == ["Sari", "(", "tiba"]
    assert trees[0].labels == ["NP:S:L", "punct", "root"]


def test_rare_labels_are_cut_down(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("(S (NP (NNP Sari)) (VP (VBI tiba)))\n", encoding="utf-8")
    assert read([path])[0].labels == ["NP:X", "root"]


@pytest.mark.parametrize("line", ["", "(S (NP (NNP Sari))", "Sari tiba"])
def test_faulty_tree(line: str) -> None:
    with pytest.raises(ValueError, match="no whole tree"):
        parse(line)


def test_spaces() -> None:
    words = ['"', "Rumah", "nya", "besar", ",", '"', "kata", "dia", "."]
    tags = ["PUN", "NNO", "PRK", "ADJ", "PUN", "PUN", "VBI", "PRN", "PUN"]
    text = "".join(
        word + " " * space for word, space in zip(words, spaces(words, tags), strict=True)
    )
    assert text == '"Rumahnya besar," kata dia.'
