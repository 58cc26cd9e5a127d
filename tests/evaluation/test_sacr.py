from pathlib import Path

import pytest

from simak.errors import FormatError
from simak.evaluation import evaluate_sacr
from simak.evaluation.sacr import SacrText, read_sacr, score_sacr
from simak.record import Entity, Mention, Record

FILE = """\
{M1:jenis="named-entity person" Wira} menulis {M2:jenis="noun phrase other" buku{M3:jenis="kata \
ganti orang kepemilikan" {M1:jenis="" nya}}} di {M4:jenis="named-entity place" Bumijaya}.
{M5:jenis="kata ganti orang tunggal"  {M3:jenis="" Ia }}memberi {M6:jenis="named-entity person" \
Laras} {M7:jenis="" {M2:jenis="noun phrase other" buku itu}}.
{M8:jenis="kata ganti orang jamak" {M1:jenis="" {M6:jenis="" Mereka}}} gembira; \
{M9:jenis="kata ganti orang jamak" {M8:jenis="" mereka}} pulang.
"""


def read(tmp_path: Path, text: str = FILE) -> SacrText:
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    return read_sacr(path)


def test_mentions_and_chains(tmp_path: Path) -> None:
    found = read(tmp_path)
    assert found.text == (
        "Wira menulis bukunya di Bumijaya.\n Ia memberi Laras buku itu.\nMereka gembira; mereka "
        "pulang.\n"
    )
    words = [[found.text[a:b] for a, b in sorted(chain)] for chain in found.clusters()]
    assert words == [
        ["Wira", "nya", "Ia"],
        ["bukunya", "buku itu"],
        ["Bumijaya"],
        ["Laras"],
        ["Mereka", "mereka"],  # the plural begins a chain of its own
    ]


def test_the_first_kind_given_counts_inside_or_outside(tmp_path: Path) -> None:
    found = {read(tmp_path).text[m.span[0] : m.span[1]]: m for m in read(tmp_path).mentions}
    assert found["nya"].kind == "kata ganti orang kepemilikan"
    assert found["buku itu"].kind == "noun phrase other"
    assert not found["buku itu"].actor
    assert found["Bumijaya"].actor
    assert found["Ia"].labels == ("M5", "M3")


def test_plain_sacr_with_one_label_a_chain(tmp_path: Path) -> None:
    text = '#COREF:en\n#title: contoh\n{M1 Wira} dan {M2:a="x",b="y" Laras}; {M1 ia} pergi.\n'
    found = read(tmp_path, text)
    assert found.text == "Wira dan Laras; ia pergi.\n"
    assert [len(chain) for chain in found.clusters()] == [2, 1]


def test_figures_over_all_and_over_actors(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(FILE, encoding="utf-8")
    gold = read_sacr(path)

    def row(id: str, *words: str) -> Entity:
        spans = [(gold.text.index(word), gold.text.index(word) + len(word)) for word in words]
        mentions = tuple(Mention(span=span, kind="name") for span in spans)
        return Entity(id=id, type="PER", name=id, mentions=mentions)

    entities = (row("w", "Wira", "Ia"), row("l", "Laras", "Mereka"), row("b", "buku itu"))
    found = evaluate_sacr([path], lambda article: Record(article=article, entities=entities))
    figures = found.figures()
    # All: 9 gold mentions, 5 predicted, all right. Links: gold 2 + 1 + 1, kept 1.
    assert figures["sacr.recall_mentions"] == pytest.approx(5 / 9)
    assert figures["sacr.recall_muc"] == pytest.approx(1 / 4)
    assert figures["sacr.precision_muc"] == pytest.approx(1 / 2)
    # Actors: the two books are gone from both sides. Links: gold 2 + 1, kept 1.
    assert figures["sacr.recall_mentions_actor"] == pytest.approx(4 / 7)
    assert figures["sacr.precision_mentions_actor"] == 1.0
    assert figures["sacr.recall_muc_actor"] == pytest.approx(1 / 3)


def test_gold_against_itself(tmp_path: Path) -> None:
    gold = read(tmp_path)
    assert set(score_sacr(gold, gold.clusters()).figures().values()) == {1.0}


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('a\n{M1:jenis="x" b', 2, "M1 is not closed"),
        ("a}\n", 1, "not opened"),
        ("a\n\n{ b}", 3, "begins no mention"),
    ],
)
def test_faults_say_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(FormatError, match=rf"a\.txt:{line}: .*{message}"):
        read(tmp_path, text)
