import json
from pathlib import Path

import pytest
from benchmarks.bare import Speed
from benchmarks.published import Figure, Missing
from benchmarks.scores import Row
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from benchmarks import scores

FIGURE = Figure("csui", "Alat A", "test part", "https://example.org/a", {"las": 78.55})


class Pipeline:
    """Makes "X tiba" a sentence; labels by the treebank, and tags a place, unless in idner."""

    pipe_names = ("simak_network",)
    components = ()

    def __init__(self) -> None:
        self.meta = {"lang": "id", "name": "uji", "version": "0"}
        self.trees = "csui"
        self.names = "news"

    def get_pipe(self, name: str) -> "Pipeline":
        return self

    def __call__(self, text: str) -> Doc:
        words = text.split(" ")
        label = "nsubj" if self.trees == "gsd" else "dep"
        doc = Doc(
            Vocab(),
            words=words,
            spaces=[index < len(words) - 1 for index in range(len(words))],
            heads=[index + 1 - index % 2 for index in range(len(words))],
            deps=[("ROOT" if index % 2 else label) for index in range(len(words))],
            pos=["NOUN"] * len(words),
            sent_starts=[index % 2 == 0 for index in range(len(words))],
        )
        if self.names == "nergrit":
            doc.set_ents([Span(doc, 0, 1, label="GPE")])
        return doc


def treebank(sentences: int) -> str:
    """Return sentences of two words; from the 89th on, the first word is an adjective."""
    rows = []
    for number in range(sentences):
        tag = "ADJ" if number < 88 else "NOUN"
        rows.append(f"1\tK{number}\t_\t{tag}\t_\t_\t2\tnsubj\t_\t_\n")
        rows.append("2\ttiba\t_\tNOUN\t_\t_\t0\troot\t_\t_\n\n")
    return "".join(rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of hand-made files with the names of ours."""
    folder = tmp_path / "data"
    for name in ("ud", "ner"):
        (folder / name).mkdir(parents=True)
    (folder / "ud" / "csui-train.conllu").write_text(treebank(100))
    (folder / "ud" / "gsd-dev.conllu").write_text(treebank(100))
    (folder / "ner" / "idner-dev.txt").write_text("Melati\tO\nmenang\tO\n\nWira\tB-PER\ntiba\tO\n")
    (folder / "ner" / "nergrit-valid.txt").write_text("Melati\tB-PLACE\nramai\tO\n")
    return folder


def test_a_half_is_rounded_up() -> None:
    assert [scores.percent(value) for value in (78.55, 87.05, 81.649, 100)] == [
        "78.6",
        "87.1",
        "81.6",
        "100.0",
    ]


def test_ours_are_on_what_is_held_out_each_in_its_annotation(data: Path) -> None:
    rows = scores.our_rows(Pipeline(), "Simak", data, None)
    assert list(rows) == ["csui", "gsd", "idner", "nergrit"]
    (csui,), (gsd,) = rows["csui"], rows["gsd"]
    assert csui.values["upos"] == 100  # the sentences 1 to 88 are not read
    assert csui.values["las"] == 50
    assert gsd.values["las"] == 100
    assert csui.measured.startswith("held out: sentences 89 to 100 of every hundred of csui-train")
    assert csui.measured.endswith("annotation csui")
    assert rows["idner"][0].values["f1"] == 0
    assert rows["nergrit"][0].values["LOC"] == 100


def test_the_real_test_files_come_first(data: Path, tmp_path: Path) -> None:
    test = tmp_path / "uji"
    (test / "UD_Indonesian-GSD").mkdir(parents=True)
    (test / "UD_Indonesian-GSD" / "id_gsd-ud-test.conllu").write_text(treebank(2))
    (test / "UD_Indonesian-GSD" / "id_gsd-ud-train.conllu").write_text(treebank(2))
    (test / "idner").mkdir()
    (test / "idner" / "test.txt").write_text("Wira\tB-PER\ntiba\tO\n")
    rows = scores.our_rows(Pipeline(), "Simak", data, test)
    assert [row.measured.split(",")[0] for row in rows["gsd"]] == [
        "id_gsd-ud-test.conllu",
        "held out: sentences 89 to 100 of every hundred of gsd-dev",
    ]
    assert rows["gsd"][0].values["upos"] == 50
    assert rows["idner"][0].measured.startswith("test.txt, annotation idner")
    assert list(scores.our_rows(Pipeline(), "Simak", None, test)) == ["gsd", "idner"]


def test_the_board_puts_published_figures_under_ours_with_their_source() -> None:
    ours = {"csui": [Row("Simak", {"las": 80.04}, "held out")]}
    text = scores.board(ours, [FIGURE], [Missing("F1 of B", "not read")])
    lines = text.split("\n")
    assert lines[0].startswith("UD_Indonesian-CSUI, from raw text")
    assert lines[2].split()[0] == "Simak"
    assert "80.0  held out" in lines[2]
    assert lines[3].split()[:2] == ["Alat", "A"]
    assert "-" in lines[3]
    assert lines[3].endswith("78.6  test part [1]")
    assert "  [1] https://example.org/a" in lines
    assert lines[-2:] == ["  F1 of B", "    (not read)"]


def test_without_the_data_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scores.main(["--data", str(tmp_path / "lost")]) == 1
    captured = capsys.readouterr()
    assert "it is not part of this repository" in captured.err
    assert captured.out == ""


def test_a_folder_without_test_files_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "uji").mkdir()
    assert scores.main(["--data", str(data), "--test", str(tmp_path / "uji")]) == 1
    assert "wanted: *csui*test*.conllu" in capsys.readouterr().err


@pytest.mark.parametrize("with_network", [True, False])
def test_the_whole_board(
    data: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    with_network: bool,
) -> None:
    pipeline = Pipeline()
    if not with_network:
        pipeline.pipe_names = ()  # type: ignore[assignment]
    monkeypatch.setattr("simak.indonesian.load", lambda model: pipeline)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        monkeypatch.setenv(name, "1")
    assert scores.main(["--data", str(data), "--without-speed"]) == 0
    out = capsys.readouterr().out
    assert "Simak, id_uji 0" in out
    assert "are NOT the published test sets" in out
    assert ("one annotation only" in out) is not with_network


def test_texts_to_be_read_for_speed(data: Path) -> None:
    assert len(scores.speed_texts(data)) == len(list(scores.EXAMPLES.glob("*.txt")))
    (data / "articles").mkdir()
    rows = [{"paragraphs": ["Warga tiba.", f"Hari ke-{n}."]} for n in range(50)]
    (data / "articles" / "indosum.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    texts = scores.speed_texts(data)
    assert texts[0] == "Warga tiba.\n\nHari ke-0."
    assert len(texts) == 40


def test_speed_is_told_as_a_ratio() -> None:
    rates = {"one by one": 4000.0, "nlp.pipe": 9000.0}
    speed = Speed(1000, 4, rates, {"one by one": 8000.0, "nlp.pipe": 10000.0})
    taken = {name: {"load": 0.5, "memory": 200.0, "empty": 90.0} for name in ("ours", "bare")}
    text = scores.speed_report(speed, taken, speed)
    assert "4 articles of 1,000 words" in text
    assert text.split("\n")[4].split()[-2:] == ["0.50", "0.90"]
