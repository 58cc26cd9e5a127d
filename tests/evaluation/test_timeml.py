from pathlib import Path

import pytest

from simak.errors import FormatError
from simak.evaluation import evaluate_timeml
from simak.evaluation.timeml import read_timeml
from simak.record import Article, Record, Time

FILE = """<?xml version="1.0" encoding="UTF-8"?>
<TimeML>
<DOCID>contoh</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2025-03-04" functionInDocument="CREATION_TIME">4 Maret
2025</TIMEX3></DCT>
<TEXT>
Wira <EVENT eid="e1">tiba</EVENT> <SIGNAL sid="s1">pada</SIGNAL> <TIMEX3 tid="t1" type="DATE" \
value="2025-03-03">Senin (3/3)</TIMEX3> &amp; tinggal <TIMEX3 tid="t2" type="DURATION" \
value="P2D"><NUMEX>dua</NUMEX> hari</TIMEX3>.<TIMEX3 tid="t3" type="DATE" value="2025"/>
</TEXT>
</TimeML>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.tml").write_text(FILE, encoding="utf-8")
    (tmp_path / "README").write_text("no TimeML")
    return tmp_path


def test_text_tags_and_creation_time(folder: Path) -> None:
    found = read_timeml(folder / "sub" / "a.tml")
    assert found.text == "\nWira tiba pada Senin (3/3) & tinggal dua hari.\n"
    assert found.created == "2025-03-04"
    assert [(found.text[a:b], time.type, time.value) for time in found.times
            for a, b in [time.span]] == [
        ("Senin (3/3)", "DATE", "2025-03-03"),
        ("dua hari", "DURATION", "P2D"),
    ]  # fmt: skip


def test_figures_by_hand(folder: Path) -> None:
    seen: list[Article] = []

    def read(article: Article) -> Record:
        seen.append(article)
        start = article.text.index("(3/3)")
        two = article.text.index("dua hari")
        return Record(
            article=article,
            times=(
                Time(
                    id="a", span=(start, start + 5), type="DATE", value="2025-03-03", basis="text"
                ),
                Time(id="b", span=(two, two + 8), type="SET", value="P2W", basis="text"),
            ),
        )

    found = evaluate_timeml([folder], read).figures()
    assert seen[0].published.value == "2025-03-04"
    assert seen[0].published.basis == "given"
    assert found["timeml.f1_strict"] == 0.5
    assert found["timeml.f1_relaxed"] == 1.0
    assert found["timeml.value_accuracy"] == found["timeml.f1_value"] == 0.5
    assert found["timeml.type_accuracy"] == 0.5


def test_faults_say_file_and_line(tmp_path: Path) -> None:
    path = tmp_path / "a.tml"
    path.write_text(FILE.replace("</SIGNAL>", ""), encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.tml:\d+: no well-formed XML"):
        read_timeml(path)
    path.write_text("<TimeML></TimeML>")
    with pytest.raises(FormatError, match=r"a\.tml:1: no TEXT"):
        read_timeml(path)
    path.unlink()
    with pytest.raises(FormatError, match=r"no \.tml or \.xml file"):
        evaluate_timeml([tmp_path], lambda article: Record(article=article))
