"""Planted credits: the outlet's name, and nothing where a person or a body is quoted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.credit import CreditReader

READER = CreditReader(Lexicon())


def names(text: str) -> list[str]:
    return [text[credit.span[0] : credit.span[1]] for credit in READER.read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jalan dibuka.\nSumber: Kabar Ranubaru", ["Kabar Ranubaru"]),
        ("Jalan dibuka.\nSumber: Kabar Ranubaru dan Reuters.", ["Kabar Ranubaru", "Reuters"]),
        ('"Jalan dibuka," kata Sarwi seperti dikutip AFP, Sabtu (27/5).', ["AFP"]),
        ("Dikutip dari Reuters, Senin (8/5), jalan dibuka.", ["Reuters"]),
        ("Jalan dibuka, dilansir Kabar Ranubaru.", ["Kabar Ranubaru"]),
        ("Melansir The Ranubaru Times, jalan dibuka.", ["The Ranubaru Times"]),
        ("Jalan dibuka, dilansir dari laman kabarranu.com, Senin.", ["kabarranu.com"]),
        (
            "Jalan dibuka, demikian dilaporkan KCNA sebagaimana dikutip Reuters.",
            ["KCNA", "Reuters"],
        ),
        ("Jalan dibuka, menurut warta kantor berita AFP.", ["AFP"]),
        ("Jalan dibuka, AFP melaporkan.", ["AFP"]),
        ("Menurut laporan media Ranu, DHA, jalan dibuka.", ["DHA"]),
        ("Jalan dibuka. (Antara)", ["Antara"]),
        ("Jalan dibuka. (Antara/Reuters)\nWarga lega.", ["Antara", "Reuters"]),
        ("Kabul (ANTARA/AFP) - Jalan dibuka.", ["AFP"]),
        ("Dikutip dari Antara Rabu (3/5), jalan dibuka. Dilansir Antara, warga lega.", ["Antara"]),
        ("Dikutip dari Metro Ranubaru, jalan dibuka.", ["Metro Ranubaru"]),
    ],
)
def test_credited(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jalan dibuka, kata Sarwi kepada CNNIndonesia.com, Senin.",
        "Kepada kantor berita TASS ia berkata bahwa jalan dibuka.",
        "Jalan dibuka, seperti dikutip dari pernyataan Wiro Ranu.",
        "Jalan dibuka, dikutip Rabu (11/1).",
        "Jalan dibuka, kata Presiden dikutip dari Presiden Wiro.",
        "Hal itu diberitakan sebelumnya.",
        "Wiro melaporkan Sarwi ke polisi.",
        "Menurut Metro Wiro, jalan dibuka.",
        "Jalan dibuka. (rsa/rsa)",
        "Jalan dibuka. (Sarwi/ANT)",
        "Jakarta (ANTARA News) - Jalan dibuka.",
        "Jalan antara Ranubaru dan Ranulama dibuka.",
        "Sumber foto: Wiro",
        "Sumber daya alam itu dijual.",
    ],
)
def test_no_credit(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Dikutip dari Kabar Ranu yang melansir Antara.", {"Antara": "Kabar Ranu"}),
        ("Dikutip dari Kabar Ranu (5/3), yang juga mengutip Warta Lama.",
         {"Warta Lama": "Kabar Ranu"}),
        ("Dilansir Kabar Ranu yang mengutip AFP dan Reuters.",
         {"AFP": "Kabar Ranu", "Reuters": "Kabar Ranu"}),
        ("Demikian dilaporkan KCNA sebagaimana dikutip Reuters.", {"KCNA": "Reuters"}),
        ("Dilansir Radar Ranu, seperti dikutip Kabar Lama yang melansir AFP.",
         {"Radar Ranu": "Kabar Lama", "AFP": "Kabar Lama"}),
        ("Dilansir Radar Ranu yang menyadur Kabar Lama yang mengutip AFP.",
         {"Kabar Lama": "Radar Ranu", "AFP": "Kabar Lama"}),
        ("Jalan dibuka.\nSumber: Kabar Ranu, mengutip Antara", {"Antara": "Kabar Ranu"}),
        ("Jalan dibuka.\nSumber: Reuters via Antara", {"Reuters": "Antara"}),
        ("Dikutip dari AFP dan Reuters, jalan dibuka.", {}),
        ("Dilansir AFP yang mengutip AFP.", {}),
        ("Dilansir AFP yang mengutip Reuters. Dilansir Reuters yang mengutip AFP.",
         {"Reuters": "AFP"}),
        ("Dikutip dari Kabar Ranu yang mengutip keterangan polisi.", {}),
    ],
)  # fmt: skip
def test_chains(text: str, chain: dict[str, str]) -> None:
    found = READER.read(text)
    assert {credit.name: credit.via for credit in found if credit.via} == chain
    assert {credit.via for credit in found} <= {None, *(credit.name for credit in found)}
    assert all(text[slice(*credit.span)] == credit.name for credit in found)


def test_both_of_two_are_credited() -> None:
    assert names("Dikutip dari AFP dan Reuters, jalan dibuka.") == ["AFP", "Reuters"]
    assert names("Dikutip dari AFP dan Bupati Wiro, jalan dibuka.") == ["AFP"]


def test_a_code_is_named_in_full() -> None:
    text = "Jalan dibuka. (ANT/Tika)"
    (credit,) = READER.read(text)
    assert (credit.name, text[credit.span[0] : credit.span[1]]) == ("Antara", "ANT")


def test_skipped_parts_give_no_credit() -> None:
    text = "Baca juga: Jalan dibuka, dikutip dari Reuters\nJalan dibuka, dilansir AFP."
    assert [credit.name for credit in READER.read(text, [(0, text.index("\n"))])] == ["AFP"]


PIECES = st.sampled_from(
    ["Sumber:", "via", "yang mengutip", "seperti dikutip",
     "dikutip dari", "Dilansir", "AFP", "(Antara)", "(", ")", "/", "dan", ",", ".", "\n",
     "The", "of", "Wiro", "kabar.com", "melaporkan", "Senin", "-", "😀", "\x00", " "]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map(" ".join) | st.text(max_size=100))
def test_spans_hold_on_any_text(text: str) -> None:
    end = 0
    for credit in READER.read(text):
        assert end <= credit.span[0] < credit.span[1] <= len(text)
        end = credit.span[0]
        assert credit.name


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    header = "name\tforms\tweak\tcodes\tkind\twikidata\n"
    (tmp_path / "outlet.tsv").write_text(header + "Kabar Ranu\t\t\t\tblog\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"outlet\.tsv:2: kind is 'blog'"):
        CreditReader(Lexicon(tmp_path))
