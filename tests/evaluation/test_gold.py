import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from evaluation.gold_case import case, on, records, replace
from simak.errors import FormatError, LanguageError, RecordError
from simak.evaluation import Report, evaluate_records, read_gold, score_record, score_records
from simak.record import Article, Record, encode


def agreement(report: Report) -> dict[str, float]:
    """Return the figures that are 1 where two records agree: not rates of error."""
    errors = ("_wrong", "_unresolved")
    return {
        key: value
        for key, value in report.figures().items()
        if not key.endswith(errors) and not key.startswith("calibration.")
    }


def test_gold_against_itself_is_all_ones() -> None:
    figures = agreement(score_record(case(), case()))
    assert set(figures.values()) == {1.0}
    for layer in ("statements", "events", "entities", "coreference", "roles", "times", "wording"):
        assert any(key.startswith(layer) for key in figures)


@given(records())
@settings(deadline=None, max_examples=150)
def test_any_record_against_itself_is_all_ones(record: Record) -> None:
    found = agreement(score_record(record, record))
    assert all(value == pytest.approx(1.0) for value in found.values()), found


@given(records(), records())
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_figures_are_between_0_and_1_and_what_is_symmetric_is(a: Record, b: Record) -> None:
    there, back = score_record(a, b).figures(), score_record(b, a).figures()
    assert all(0.0 <= value <= 1.0 + 1e-12 for value in there.values())
    for key in ("statements.f1_50", "statements.f1_exact", "events.f1_trigger", "entities.f1",
                "coreference.f1_muc", "coreference.f1_b3", "coreference.f1_ceafe",
                "times.f1_strict", "times.f1_relaxed"):  # fmt: skip
        assert there.get(key) == pytest.approx(back.get(key)), key


def test_articles_add_up_row_by_row() -> None:
    gold = case()
    none = replace(gold, statements=(), events=(), wording=())
    figures = score_records([(gold, gold), (gold, none)]).figures()
    assert figures["statements.recall_50"] == 0.5
    assert figures["statements.precision_50"] == 1.0
    assert figures["statements.act"] == 1.0


def test_another_text_is_no_prediction() -> None:
    with pytest.raises(RecordError, match="first at character 3"):
        score_record(on("abcd"), on("abcx"))


def test_files_folders_and_lines(tmp_path: Path) -> None:
    gold = case()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.json").write_bytes(encode(gold, indent=1))
    (tmp_path / "in" / "README.md").write_text("no record")
    (tmp_path / "a.jsonl").write_bytes(encode(gold) + b"\n\n" + encode(gold) + b"\n")
    found = list(read_gold([tmp_path, tmp_path / "a.jsonl"]))
    assert [path.name for path, _ in found] == ["a.jsonl", "a.jsonl", "b.json"]
    assert all(record == gold for _, record in found)


def test_the_reader_is_handed_the_article(tmp_path: Path) -> None:
    gold = case()
    path = tmp_path / "a.json"
    path.write_bytes(encode(gold))
    done: list[tuple[int, int]] = []
    seen: list[Article] = []

    def read(article: Article) -> Record:
        seen.append(article)
        return gold

    report = evaluate_records([path], read, lambda *count: done.append(count))
    assert seen == [gold.article]
    assert done == [(1, 1)]
    assert report.texts == 1


def test_a_text_that_cannot_be_read_names_its_file(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(encode(case()))

    def refuse(article: Article) -> Record:
        raise LanguageError("the text is in English", "en")

    with pytest.raises(LanguageError) as error:
        evaluate_records([path], refuse)
    assert str(path) in error.value.__notes__[0]


def test_faults_say_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    text = encode(case(), indent=1).decode()
    path.write_text(text.replace('"entities": [', '"entities": [,', 1))
    line = text[: text.index('"entities": [')].count("\n") + 1
    with pytest.raises(FormatError, match=rf"bad\.json:{line}: "):
        list(read_gold([path]))
    data = json.loads(text)
    del data["article"]["text"]
    path.write_text(json.dumps(data))
    with pytest.raises(FormatError, match=r"bad\.json:1: .*`text`"):
        list(read_gold([path]))
    data["article"]["text"] = "pendek"
    path.write_text(json.dumps(data))
    with pytest.raises(FormatError, match=r"bad\.json:1: .*outside the text"):
        list(read_gold([path]))
    path.write_bytes(b'{\n"a": "\xff"}')
    with pytest.raises(FormatError, match=r"bad\.json:2: not UTF-8"):
        list(read_gold([path]))
    with pytest.raises(FormatError, match="no such file"):
        list(read_gold([tmp_path / "none"]))


def test_the_package_loads_no_pipeline() -> None:
    code = "import sys, simak.evaluation; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


SHARED = Path(__file__).parents[3] / "shared" / "gold"


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_the_gold_folder_against_itself() -> None:
    gold = {record.article.id: record for _, record in read_gold([SHARED])}
    report = evaluate_records([SHARED], lambda article: gold[article.id])
    assert set(agreement(report).values()) == {1.0}
