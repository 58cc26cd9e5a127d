from pathlib import Path

import pytest
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from simak.errors import FormatError, RecordError
from simak.evaluation import AnnotationError, evaluate_ner
from simak.evaluation.ner import doc_names, read_tagged

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


def doc(text: str, *names: tuple[str, str], cuts: str = "") -> Doc:
    """Return a Doc with names (words, type); a word in which ``cuts`` begins is cut there."""
    words: list[str] = []
    spaces: list[bool] = []
    for word in text.split(" "):
        at = word.find(cuts) if cuts else 0
        parts = [word[:at], word[at:]] if at > 0 else [word]
        words += parts
        spaces += [False] * (len(parts) - 1) + [True]
    made = Doc(Vocab(), words=words, spaces=[*spaces[:-1], False])
    spans: list[Span] = []
    for name, type in names:
        start = text.find(name)
        if start >= 0:
            span = made.char_span(start, start + len(name), label=type)
            assert span is not None, name
            spans.append(span)
    made.set_ents(sorted(spans))
    return made


def reads(*names: tuple[str, str], cuts: str = ""):  # type: ignore[no-untyped-def]
    """Return a pipeline that finds the given names wherever they stand."""
    return lambda text: doc(text, *names, cuts=cuts)


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
    read = reads(
        ("Wira Saputra", "PER"),
        ("Bumi Jaya", "GPE"),
        ("PT", "ORG"),
        ("rugi", "PER"),
        ("tiba", "DATE"),
    )
    found = evaluate_ner([path], read).figures()
    assert found["ner.precision"] == 0.5
    assert found["ner.recall"] == pytest.approx(2 / 3)
    assert found["ner.f1_LOC"] == 1.0
    assert found["ner.precision_PER"] == 0.5
    assert found["ner.f1_ORG"] == 0.0


def test_a_clitic_that_is_cut_off_belongs_to_the_token(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Rawa\tB-LOC\nEloknya\tI-LOC\nramai\tO\n")
    read = reads(("Rawa Elok", "GPE"), cuts="nya")
    assert evaluate_ner([path], read).figures()["ner.f1"] == 1.0


def test_names_in_one_token_become_one() -> None:
    made = doc("Rute Melati-Anggrek dibuka", ("Melati", "GPE"), ("-Anggrek", "LOC"), cuts="-")
    assert [made.text[s:e] for (s, e), _ in doc_names(made, [(0, 4), (5, 19), (20, 26)])] == [
        "Melati-Anggrek"
    ]


def test_types_that_the_file_does_not_tag_are_not_scored(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "Wira\tB-PPL\nmenonton\tO\nPawai\tB-EVT\n")
    report = evaluate_ner([path], reads(("Wira", "PER"), ("Pawai", "ORG")))
    assert report.figures()["ner.f1"] == 1.0
    assert "ner.f1_ORG" not in report.figures()
    assert report.notes[1] == "Not scored in a.txt: EVT."


def test_peoples_count_where_the_file_has_them(tmp_path: Path) -> None:
    read = reads(("Wira", "PER"), ("Melati", "NORP"))
    path = write(tmp_path / "a.txt", "Wira\tB-PER\norang\tO\nMelati\tO\n")
    assert evaluate_ner([path], read).figures()["ner.f1"] == 1.0
    path = write(tmp_path / "a.txt", "Wira\tB-PER\norang\tO\nMelati\tB-NORP\n")
    assert evaluate_ner([path], read).figures()["ner.f1_NORP"] == 1.0


class Pipeline:
    """A pipeline that leaves places bare when it is asked for idner-news-2k."""

    pipe_names = ("simak_network",)
    components = ()
    trees, names = "csui", "news"

    def __init__(self) -> None:
        self.names = "news"

    def get_pipe(self, name: str) -> "Pipeline":
        return self

    def __call__(self, text: str) -> Doc:
        return doc(text, *([] if self.names == "idner" else [("Bumi", "GPE")]))


def test_the_annotation_goes_by_the_types(tmp_path: Path) -> None:
    pipeline = Pipeline()
    path = write(tmp_path / "a.txt", "Wira\tB-PER\nke\tO\nBumi\tB-LOC\n")
    report = evaluate_ner([path], pipeline)
    assert report.figures()["ner.recall"] == 0.0
    assert report.notes == (
        'Annotation for a.txt: "idner", since its types are spelt as in idner-news-2k.',
    )
    assert pipeline.names == "news"
    assert evaluate_ner([path], pipeline, annotation="news").figures()["ner.recall"] == 0.5
    with pytest.raises(AnnotationError, match="news, idner, nergrit, nerp"):
        evaluate_ner([path], pipeline, annotation="gsd")


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


def test_a_pipeline_that_changes_the_text_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", COLUMNS)
    with pytest.raises(RecordError, match=r"a\.txt: the pipeline changed the text"):
        evaluate_ner([path], lambda text: doc(text.rstrip(". ")))
