"""Words of blame and praise in what is said. All people, bodies and places are invented."""

from __future__ import annotations

import pytest

from reading.test_event_speech import parties, spoken
from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.event.judgement import JudgementLexicon


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("Wirya *menyebut |Partani ^menipu warga|.", "ACCUSE"),
        ("Wirya *menyebut |Partani telah ^melakukan pelanggaran berat|.", "ACCUSE"),
        ("Wirya *menilai |Partani tidak serius|.", "ACCUSE"),
        ("Wirya *menilai |kebijakan Partani keliru|.", "ACCUSE"),
        ("Wirya *menilai |langkah yang ^diambil Partani berlebihan|.", "ACCUSE"),
        ("Wirya *mengatakan |Partani itu pembohong|.", "ACCUSE"),
        ("Wirya *menyebut |Partani sebagai sahabat|.", "SUPPORT"),
        ("Wirya *menilai |Partani pemimpin yang cerdas|.", "SUPPORT"),
    ],
)
def test_judged(sentence: str, type: str) -> None:
    assert parties(sentence, "say") == [(type, ["Partani"])]


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya *menyebut |Partani tidak ^melanggar aturan|.",
        "Wirya *menilai |Partani harus tegas|.",
        "Wirya *mengatakan |Partani ^melanggar aturan jika itu terjadi|.",
        "Wirya *menilai |Partani tidak seharusnya hanya ^membahas tarif|.",
        "Wirya *menyebut |Partani ^menangkap penipu|.",
        "Wirya *menginginkan |Partani jujur|.",
        "Wirya *mengatakan |rumah Partani buruk|.",
        "Partani *menilai |Partani lamban|.",
    ],
)
def test_not_judged(sentence: str) -> None:
    assert spoken(sentence, "say") == []


def test_a_row_that_is_wrong(tmp_path: object) -> None:
    folder = tmp_path
    file = folder / "judgement.tsv"  # type: ignore[operator]
    file.write_text("words\ttype\tmode\tof\nmenipu\tBLAME\t\tany\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="BLAME"):
        JudgementLexicon(Lexicon(folder))  # type: ignore[arg-type]
