"""Our rows in the terms of IndoTimex, on invented articles tagged by hand after its grammar.

The articles in ``indotimex/look`` were looked at while the rules were made, those in ``score`` only
scored. Both were tagged before anything was read.
"""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from simak.errors import SimakError
from simak.evaluation import evaluate_timeml
from simak.evaluation.indotimex import convert, manner
from simak.evaluation.time import Timex3
from simak.lexicon import Lexicon
from simak.reading.time import TimeReader
from simak.record import Article, Record, Time

HERE = Path(__file__).parent / "indotimex"
READER = TimeReader(Lexicon())


def read(article: Article) -> Record:
    assert article.published.value is not None
    day = datetime.date.fromisoformat(article.published.value)
    return Record(
        article=article,
        times=tuple(
            Time(id=str(n), span=row.span, type=row.type, value=row.value, basis=row.basis)
            for n, row in enumerate(READER.read(article.text, day))
        ),
    )


def converted(text: str, created: str | None = "2012-05-14") -> list[tuple[str, str, str]]:
    """Return words, type and value of each time as IndoTimex would tag it."""
    day = datetime.date.fromisoformat(created) if created else None
    rows = [Timex3(row.span, row.type, row.value) for row in READER.read(text, day)]
    return [(text[slice(*row.span)], row.type, row.value) for row in convert(text, rows, created)]


@pytest.mark.parametrize(("folder", "found", "value"), [("look", 0.98, 0.95), ("score", 0.97, 0.9)])
def test_articles(folder: str, found: float, value: float) -> None:
    report = evaluate_timeml([HERE / folder], read)
    figures = report.figures()
    assert figures["timeml.f1_relaxed"] >= found
    assert figures["timeml.f1_strict"] >= found - 0.01
    assert figures["timeml.value_accuracy"] >= value
    assert 'Annotation: "indotimex", since' in report.notes[0]


def test_the_annotation_may_be_asked_for() -> None:
    report = evaluate_timeml([HERE / "look"], read, annotation="guide")
    assert report.notes == ('Annotation: "guide", as asked for.',)
    theirs = evaluate_timeml([HERE / "look"], read, annotation="indotimex")
    assert theirs.figures()["timeml.f1_strict"] > report.figures()["timeml.f1_strict"]
    with pytest.raises(SimakError, match="no annotation of times; known are guide, indotimex"):
        evaluate_timeml([HERE / "look"], read, annotation="news")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rapat Senin (7/5/2012) pukul 10.00 WIB.",
         [("Senin (7/5/2012) pukul 10.00 WIB", "TIME", "2012-05-07T10:00")]),
        ("Rapat pukul 10.00, Senin (7/5/2012).",
         [("pukul 10.00, Senin (7/5/2012)", "TIME", "2012-05-07T10:00")]),
        ("Rapat Senin (7/5/2012) sekitar pukul 10.00.",
         [("Senin (7/5/2012)", "DATE", "2012-05-07"),
          ("sekitar pukul 10.00", "TIME", "2012-05-07T10:00")]),
        ("Rapat tanggal 3-5 Mei 2012.",
         [("tanggal 3", "DATE", "2012-05-03"), ("5 Mei 2012", "DATE", "2012-05-05")]),
        ("Buka pukul 08.00 hingga 10.00.",
         [("pukul 08.00", "TIME", "2012-05-14T08:00"), ("10.00", "TIME", "2012-05-14T10:00")]),
        ("Butuh dua hingga tiga hari.", [("tiga hari", "DURATION", "P3D")]),
        ("Ia berusia 25 tahun.", [("25 tahun", "DURATION", "P25Y")]),
        ("Sarwi (dua puluh lima tahun) tiba.", [("dua puluh lima tahun", "DURATION", "P25Y")]),
        ("Rumah nomor 12 tahun 2010 itu.", []),
        ("Pilkada Randu 2012 ricuh.", [("2012", "DATE", "2012")]),
        ("Ia menang di Piala Randu 2010 lalu.", [("2010 lalu", "DATE", "2010")]),
        ("Hal itu melanggar Pasal 2012 dan UU Nomor 8 Tahun 1981.", []),
        ("Dihadiri Warga 2012 orang.", []),
        ("Nanti kita lihat kebutuhan sehari-hari.",
         [("Nanti", "DATE", "FUTURE_REF"), ("sehari-hari", "SET", "P1D")]),
        ("Selama ini ia menjual 20 ton per bulan.", []),
        ("Api padam dua jam kemudian.", [("dua jam kemudian", "DURATION", "PT2H")]),
        ("Ia pulang dua hari sebelum Natal 2011.",
         [("dua hari sebelum Natal 2011", "DATE", "2011-12-23")]),
        ("Ia pulang sebulan sesudah gempa.", [("sebulan sesudah", "DATE", "2012-06")]),
        ("Ia pulang dua hari kemudian.", [("dua hari kemudian", "DATE", "2012-05-16")]),
        ("Ia pulang tiga hari sebelumnya.", [("tiga hari sebelumnya", "DATE", "2012-05-11")]),
        ("Ia menikah setahun kemudian.", [("setahun kemudian", "DATE", "2013")]),
        ("Rumah kosong pada malam hari.", [("malam hari", "TIME", "2012-05-14TNI")]),
        ("Musim hujan tiba.", [("Musim hujan", "DATE", "2011-WI")]),
        ("Tidak lebih dari dua setengah jam.",
         [("Tidak lebih dari dua setengah jam", "DURATION", "PT2H30M")]),
        ("Paling tidak setengah jam.", [("Paling tidak setengah jam", "DURATION", "PT30M")]),
        ("Ia di sana 1,5 hari.", [("1,5 hari", "DURATION", "P1DT12H")]),
        ("Ia di sana dua dekade, kata Sarwi.", [("dua dekade", "DURATION", "P2DE")]),
        ("Itu bertahan tiga abad.", [("tiga abad", "DURATION", "P3CE")]),
        ("Harga turun pasca-Lebaran 2011.", [("pasca-Lebaran 2011", "DATE", "2011-08-31")]),
        ("Setiap malam ia jaga.", [("Setiap malam", "SET", "XXXX-XX-XXTNI")]),
    ],
)  # fmt: skip
def test_terms(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert converted(text) == expected


def test_without_a_creation_time_nothing_is_completed() -> None:
    assert converted("Rapat pukul 10.00.", None) == [("pukul 10.00", "TIME", "XXXX-XX-XXT10:00")]


def test_the_tags_tell_the_manner() -> None:
    text = "Rapat tanggal 3 Mei 2012 pukul 10.00."
    theirs = [Timex3((6, 36), "TIME", "2012-05-03T10:00")]
    ours = [
        Timex3((14, 24), "DATE", "2012-05-03"),
        Timex3((25, 36), "TIME", "2012-05-03T10:00"),
    ]
    assert manner([(text, theirs)]) > 0
    assert manner([(text, ours)]) < 0
    assert manner([(text, [])]) == 0
