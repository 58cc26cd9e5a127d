"""Files of the user, through the whole reader: no code is touched."""

from __future__ import annotations

from pathlib import Path

from simak.reader import Reader

FILES = {
    "contested_term.tsv": "term\tneutral\tmap\tnote\n"
    "Blok Randu\tKabupaten Rawa Elok\nkubu X\tpendukung X\tMelati=Partai Melati\n",
    "context.tsv": "term\tcontexts\tweight\ntarung ayam\tcrime\t2\n",
    "intensity.tsv": "event\tscore\tnote\nCOERCE/arrest\t-6.25\n",
    "holiday.tsv": "name\tforms\trule\tdates\nHari Jadi Rawa Elok\tHUT Rawa Elok\t09-14\n",
}
TEXT = (
    "Polisi menangkap Wirya Lesmana karena tarung ayam di Ranubaru, Kamis (22/6/2023).\n"
    "Bupati Sarwi Utami mengatakan kubu Melati menguasai Blok Randu sejak HUT Rawa Elok 2022.\n"
)


def test_terms_contexts_scores_and_holidays_of_the_user(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    record = Reader(lexicon=tmp_path).read(TEXT, published="2023-06-23", force=True)

    found = {record.words(row.span): (row.neutral, row.asserted_by) for row in record.wording}
    (statement,) = record.statements
    assert found == {
        "kubu Melati": ("Partai Melati", statement.id),
        "Blok Randu": ("Kabupaten Rawa Elok", statement.id),
    }
    arrest = next(event for event in record.events if event.mode == "arrest")
    assert arrest.intensity == -6.25
    assert "crime" in (arrest.contexts or ())
    assert {record.words(time.span): time.value for time in record.times} == {
        "Kamis (22/6/2023)": "2023-06-22",
        "HUT Rawa Elok 2022": "2022-09-14",
    }


def test_a_weekday_that_does_not_fit_is_noted_in_the_record() -> None:
    text = "Bupati Sarwi Utami membuka rapat itu di Ranubaru, Rabu (22/6/2023)."
    (time,) = Reader().read(text, force=True).times
    assert (time.value, time.note) == ("2023-06-22", "2023-06-22 is Kamis")
