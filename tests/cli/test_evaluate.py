"""``simak evaluate --annotation``: in whose manner a file is read."""

import json

import pytest

TREE = """\
1\tWarga\twarga\tNOUN\t_\t_\t2\tnsubj\t_\t_
2\ttiba\ttiba\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
"""
NAMES = "Bupati\tO\nRawa\tB-PLACE\nElok\tI-PLACE\ntiba\tO\n.\tO\n"


@pytest.fixture
def evaluate(simak):
    return lambda *arguments: simak("evaluate", *arguments)


@pytest.fixture
def files(tmp_path):
    (tmp_path / "id_gsd-ud-test.conllu").write_text(TREE)
    (tmp_path / "nama.txt").write_text(NAMES)
    return tmp_path


def test_the_report_says_which_annotation_and_why(evaluate, files):
    result = evaluate("--format", "conllu", files / "id_gsd-ud-test.conllu")
    assert result.code == 0, result.err
    assert 'Annotation for id_gsd-ud-test.conllu: "gsd", since' in result.out
    result = evaluate("--format", "ner", files / "nama.txt", "--json")
    (note,) = json.loads(result.out)["notes"]
    assert note.startswith('Annotation for nama.txt: "nergrit", since its types are spelt')


def test_an_annotation_that_is_asked_for(evaluate, files):
    result = evaluate("--format", "ner", files / "nama.txt", "--annotation", "news")
    assert '"news", as asked for' in result.out


@pytest.mark.parametrize(
    ("form", "name", "message"),
    [
        ("conllu", "idner", '"idner" is no annotation of trees; known are csui, gsd'),
        ("ner", "conll", "known are news, idner, nergrit, nerp"),
        ("record", "news", "--annotation is for the formats conllu, ner, timeml, not for record"),
    ],
)
def test_an_annotation_that_is_none_is_refused(evaluate, files, form, name, message):
    result = evaluate("--format", form, files / "nama.txt", "--annotation", name)
    assert result.code == 2
    assert message in result.err
    assert result.out == ""
