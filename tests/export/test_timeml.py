"""TimeML: read again by the evaluation, which finds every expression where it was."""

import io

import pytest
from msgspec.structs import replace

from simak.evaluation.timeml import evaluate_timeml, read_timeml
from simak.export.format import FORMATS
from simak.record import Article, Published, Record, Time


def written(record, tmp_path):
    out = io.BytesIO()
    FORMATS["timeml"].write([record], out)
    path = tmp_path / "a.tml"
    path.write_bytes(out.getvalue())
    return path


def made(text, *spans):
    times = tuple(
        Time(id=f"t{n}", span=span, type="DATE", value=f"2024-03-0{n}", basis="text")
        for n, span in enumerate(spans, start=1)
    )
    return Record(article=Article(id="a", text=text), times=times)


def found(path):
    return [(time.span, time.type, time.value) for time in read_timeml(path).times]


def rows(record):
    return sorted((time.span, time.type, time.value) for time in record.times)


@pytest.mark.parametrize("name", ["record", "nothing"])
def test_all_comes_back(request, tmp_path, name):
    record = request.getfixturevalue(name)
    path = written(record, tmp_path)
    again = read_timeml(path)
    assert again.text == record.article.text
    assert again.created == record.article.published.value
    assert found(path) == rows(record)


def test_the_evaluation_agrees(record, tmp_path):
    report = evaluate_timeml([written(record, tmp_path)], lambda article: record)
    figures = [one for line in report.lines for one in line.measure.figures().values()]
    assert len(figures) >= 3
    assert set(figures) == {1}


def test_inside_each_other(tmp_path):
    record = made("Senin pagi <5> & Maret", (0, 10), (0, 5), (6, 10), (12, 13), (0, 22))
    assert found(written(record, tmp_path)) == rows(record)


def test_twice_the_same_words(tmp_path):
    record = made("Senin.", (0, 5), (0, 5))
    assert sorted(found(written(record, tmp_path))) == rows(record)


def test_crossing(tmp_path):
    """XML cannot cross: the second is told without its words, and no word is lost."""
    record = made("Senin pagi ini hujan", (0, 10), (6, 14), (15, 20))
    path = written(record, tmp_path)
    assert read_timeml(path).text == record.article.text
    assert found(path) == [rows(record)[0], rows(record)[2]]
    assert 'comment="crosses the expression before it: pagi ini"' in path.read_text()


def test_hostile(hostile, tmp_path):
    path = written(hostile, tmp_path)
    again = read_timeml(path)
    assert len(again.text) == len(hostile.article.text)
    assert [time.span for time in again.times] == [time.span for time in hostile.times]


def test_carriage_return_and_emoji(tmp_path):
    record = made("🎉 Senin\r\n\x00Selasa", (2, 7), (10, 16))
    path = written(record, tmp_path)
    assert [time.span for time in read_timeml(path).times] == [(2, 7), (10, 16)]


def test_anchored(record, tmp_path):
    text = written(record, tmp_path).read_text()
    assert 'value="2024-03-04" temporalFunction="true" anchorTimeID="t0"' in text
    unknown = replace(record, article=replace(record.article, published=Published()))
    assert "t0" not in written(unknown, tmp_path).read_text()
