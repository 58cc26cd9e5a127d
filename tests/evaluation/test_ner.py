from pathlib import Path

import pytest

from evaluation.gold_case import replace
from simak.errors import FormatError, RecordError
from simak.evaluation import evaluate_ner
from simak.evaluation.ner import read_tagged
from simak.record import Article, Entity, Mention, Record

COLUMNS = """\
Wira PROPN B-PERSON
Saputra PROPN I-PERSON
tiba VERB O
di ADP O
Bumi PROPN B-PLACE
Jaya PROPN I-PLACE
. PUNCT O

PT\tB-ORGANISATION
Kopi Senja\tI-ORGANISATION
rugi\tO
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def reads(**names: str):  # type: ignore[no-untyped-def]
    """Return a reader that finds the given words (underscores for spaces) with their types."""

    def read(article: Article) -> Record:
        entities = []
        for words, type in names.items():
            start = article.text.find(words.replace("_", " "))
            if start >= 0:
                mention = Mention(span=(start, start + len(words)), kind="name")
                row = Entity(id=words, type="PER", name=words, mentions=(mention,))
                entities.append(replace(row, type=type))
        return Record(article=article, entities=tuple(entities))

    return read


def test_tokens_are_joined_with_spaces(tmp_path: Path) -> None:
    first, second = read_tagged(write(tmp_path / "a.txt", COLUMNS))
    assert first.text == "Wira Saputra tiba di Bumi Jaya ."
    assert [(first.text[a:b], type) for (a, b), type in first.names] == [
        ("Wira Saputra", "PERSON"),
        ("Bumi Jaya", "PLACE"),
    ]
    assert second.text == "PT Kopi Senja rugi"
    assert second.names == (((0, 13), "ORGANISATION"),)


@pytest.mark.parametrize(
    ("tags", "names"),
    [
        ("B-PER I-PER O B-PER", ["a b", "d"]),
        ("B-PER B-PER I-PER O", ["a", "b c"]),
        ("I-PER I-PER O I-PER", ["a b", "d"]),  # IOB1
        ("B-PER L-PER U-PER U-PER", ["a b", "c", "d"]),  # BILOU
        ("B-PER I-PER L-PER O", ["a b c"]),
        ("B-PER E-PER S-PER O", ["a b", "c"]),  # BIOES
        ("B_PER I_PER O O", ["a b"]),
        ("B-PER I-ORG I-ORG O", ["a", "b c"]),
    ],
)
def test_ways_of_tagging(tmp_path: Path, tags: str, names: list[str]) -> None:
    lines = "\n".join(f"{token}\t{tag}" for token, tag in zip("abcd", tags.split(), strict=True))
    (sentence,) = read_tagged(write(tmp_path / "a.txt", lines))
    assert [sentence.text[a:b] for (a, b), _ in sentence.names] == names


def test_figures_by_hand(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", COLUMNS)
    # Person right, GPE counts as LOC, the body is cut short, and there is one name too many.
    read = reads(Wira_Saputra="PER", Bumi_Jaya="GPE", PT_Kopi="ORG", rugi="PER", tiba="GROUP")
    found = evaluate_ner([path], read).figures()
    assert found["ner.precision"] == 0.5
    assert found["ner.recall"] == pytest.approx(2 / 3)
    assert found["ner.f1_LOC"] == 1.0
    assert found["ner.precision_PER"] == 0.5
    assert found["ner.f1_ORG"] == 0.0


def test_types_that_the_file_does_not_tag_are_not_scored(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Wira\tB-PPL\nmenonton\tO\nPawai\tB-EVT\n")
    report = evaluate_ner([path], reads(Wira="PER", Pawai="ORG"))
    assert report.figures()["ner.f1"] == 1.0
    assert "ner.f1_ORG" not in report.figures()
    assert report.notes == ("Not scored in a.txt: EVT.",)


def test_line_ends_of_windows(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(COLUMNS.replace("\n", "\r\n").encode())
    assert len(read_tagged(path)) == 2


@pytest.mark.parametrize(
    ("text", "line"), [("a O\nb\n", 2), ("a O\nb B\n", 2), ("a O\n\nb PER\n", 3)]
)
def test_faults_say_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(FormatError, match=rf"a\.txt:{line}: "):
        read_tagged(write(tmp_path / "a.txt", text))


def test_a_reader_that_changes_the_text_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", COLUMNS)
    with pytest.raises(RecordError, match="first at character 30"):
        evaluate_ner([path], lambda a: Record(article=replace(a, text=a.text.rstrip(". "))))
