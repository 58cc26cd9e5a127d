"""Whom pronouns, clitics and what is said with "itu" mean, and when nobody is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from .test_coreference import cast_of, referent, says
from .test_mention import plain_page


def name_of(text: str, words: str, persons: list[str], nth: int = 0) -> str | None:
    page = plain_page(text, persons=persons)
    found = referent(page, cast_of(page), words, nth)
    return found.name if found is not None else None


def test_whom_a_body_speaks_of_is_not_who_speaks_for_it() -> None:
    page = plain_page(
        "Wira Elok tiba. Juru bicara KPK Sutini Arga mengatakan KPK akan memeriksa mantan Ketua DPR"
        " itu.",
        persons=["Wira Elok", "Sutini Arga"],
    )
    told = says(page, "Juru bicara KPK Sutini Arga", "mengatakan", "KPK akan memeriksa")
    whole = page.text.index("KPK akan"), len(page.text) - 1
    cast = cast_of(page, [replace(told, content=(whole,))])
    person = referent(page, cast, "mantan Ketua DPR itu")
    assert person is not None
    assert person.name == "Wira Elok"


def test_a_town_that_becomes_something_is_no_state() -> None:
    page = plain_page("Indonesia menolak rencana itu. Jakarta menjadi dingin kembali.")
    found = referent(page, cast_of(page), "Jakarta")
    assert found is not None
    assert found.name == "Jakarta"


def test_the_relative_of_somebody_is_somebody_else() -> None:
    text = "Sutini Arga bertemu warga. Hari itu istri aktor Wira Elok itu tiba."
    assert name_of(text, "istri aktor Wira Elok itu", ["Sutini Arga", "Wira Elok"]) == "Sutini Arga"


def test_a_phrase_in_front_belongs_to_the_subject_behind_its_comma() -> None:
    text = "Wira Elok bekerja. Dalam keterangannya, Sutini Arga menolak rencana itu."
    assert name_of(text, "nya", ["Wira Elok", "Sutini Arga"]) == "Sutini Arga"


def test_in_a_relative_clause_nya_is_whom_the_clause_describes() -> None:
    text = "Sutini Arga bertemu seorang warga yang rumahnya terbakar."
    assert name_of(text, "nya", ["Sutini Arga"]) == "seorang warga"


@pytest.mark.parametrize(
    "text",
    [
        "Sutini Arga menolak ditetapkannya Wira sebagai tersangka.",
        "Sutini Arga membayar Rp 5 juta per bulannya.",
    ],
)
def test_a_nya_that_refers_to_nobody(text: str) -> None:
    assert name_of(text, "nya", ["Sutini Arga"]) is None


def test_a_reporting_word_that_opens_a_sentence_has_its_speaker() -> None:
    text = "Sutini Arga menolak rencana itu. Tambahnya warga harus pulang."
    assert name_of(text, "nya", ["Sutini Arga"]) == "Sutini Arga"


@pytest.mark.parametrize("word", ["sebagai", "menjadi", "jadi", "ditetapkan"])
def test_what_somebody_becomes_is_nobody(word: str) -> None:
    page = plain_page(f"Sutini Arga {word} tersangka.", persons=["Sutini Arga"])
    assert referent(page, cast_of(page), "tersangka") is None


def test_orang_is_not_the_people_counted_before() -> None:
    page = plain_page("Puluhan orang tiba di Bali. Orang menolak rencana itu.")
    cast = cast_of(page)
    assert referent(page, cast, "Puluhan orang") is not referent(page, cast, "Orang")


def test_pemkot_is_the_only_town_of_the_article() -> None:
    page = plain_page("Warga Kota Tangerang tiba. Kata mereka Pemkot menolak rencana itu.")
    found = referent(page, cast_of(page), "Pemkot")
    assert found is not None
    assert found.name == "Kota Tangerang"


def test_a_town_and_the_regency_of_its_name_are_two() -> None:
    page = plain_page("Warga Kota Malang bertemu warga Kabupaten Malang di Malang.")
    cast = cast_of(page)
    town, regency = referent(page, cast, "Kota Malang"), referent(page, cast, "Kabupaten Malang")
    assert town is not None
    assert regency is not None
    assert town is not regency
    assert town.link is not None
    assert regency.link is not None
    assert (town.link.id, regency.link.id) == ("35.73", "35.07")


def test_a_regency_said_in_short() -> None:
    page = plain_page("Warga Kabupaten Malang tiba. Hujan di Malang.")
    cast = cast_of(page)
    assert referent(page, cast, "Malang") is referent(page, cast, "Kabupaten Malang")


def test_a_republic_is_the_state_of_its_name() -> None:
    page = plain_page("Warga Nauru tiba. Wakil dari Republik Nauru menolak.")
    cast = cast_of(page)
    assert referent(page, cast, "Republik Nauru") is referent(page, cast, "Nauru")


def test_names_spelt_in_two_ways() -> None:
    text = "Victor Arga tiba. Menurut warga Viktor menolak."
    assert name_of(text, "Viktor", ["Victor Arga", "Viktor"]) == "Victor Arga"


def test_an_acronym_behind_a_longer_body_is_the_known_body() -> None:
    page = plain_page(
        "Panitia Angket Komisi Pemberantasan Korupsi (KPK) tiba. KPK menolak.",
        bodies=["Panitia Angket Komisi Pemberantasan Korupsi"],
    )
    cast = cast_of(page)
    panel = referent(page, cast, "Panitia Angket Komisi Pemberantasan Korupsi")
    assert referent(page, cast, "KPK") is not panel


def test_rebels_and_their_acronym_are_one_body() -> None:
    page = plain_page(
        "Kelompok pemberontak Sumatera Utara (PPSU) menyerang. PPSU menolak rencana itu."
    )
    found = referent(page, cast_of(page), "PPSU", 1)
    assert found is not None
    assert [page.text[slice(*m.span)] for m in found.mentions] == [
        "Kelompok pemberontak Sumatera Utara",
        "PPSU",
        "PPSU",
    ]


def test_a_pair_on_one_ticket_are_two_persons() -> None:
    page = plain_page(
        "Kata warga pasangan Wira - Sutini menang. Warga menolak Wira - Sutini.",
        persons=["Wira - Sutini"],
    )
    cast = cast_of(page)
    wira, sutini = referent(page, cast, "Wira"), referent(page, cast, "Sutini")
    assert wira is not None
    assert sutini is not None
    assert wira is not sutini
    assert referent(page, cast, "Wira", 1) is wira
    assert referent(page, cast, "Sutini", 1) is sutini


def test_a_short_form_behind_pak() -> None:
    text = "Sandiaga Arga tiba. Kata warga Pak Sandi menolak. Menurut Sandi rencana itu salah."
    for nth in (0, 1):
        assert name_of(text, "Sandi", ["Sandiaga Arga"], nth) == "Sandiaga Arga"


def test_a_short_form_of_two_is_nobody() -> None:
    text = "Sandiaga Arga dan Sandiono Elok tiba. Kata warga Pak Sandi menolak."
    persons = ["Sandiaga Arga", "Sandiono Elok"]
    assert name_of(text, "Sandi", persons) == "Sandi"


def test_sang_ayah_is_a_relative() -> None:
    text = "Sutini Arga menang. Ia bertemu sang ayah itu."
    assert name_of(text, "sang ayah itu", ["Sutini Arga"]) != "Sutini Arga"


def test_two_bodies_are_not_one_of_them() -> None:
    page = plain_page("Perusahaan PT Rimba Elok menang. Dua perusahaan ini menolak.")
    cast = cast_of(page)
    assert referent(page, cast, "Dua perusahaan ini") is not referent(page, cast, "PT Rimba Elok")


def test_whom_somebody_acts_on_is_another() -> None:
    page = plain_page(
        "Ratusan warga tiba di Bali. Pemerintah Filipina menolak mereka.",
    )
    found = referent(page, cast_of(page), "mereka")
    assert found is None or found.name != "Filipina"


def test_a_name_behind_an_inner_title_is_not_who_is_described() -> None:
    page = plain_page(
        "Warga bertemu Sutini Arga, kakak dari Presiden Nauru, Wira Elok.",
        persons=["Sutini Arga", "Wira Elok"],
    )
    wira = referent(page, cast_of(page), "Wira Elok")
    assert wira is not None
    assert not any("kakak" in page.text[slice(*m.span)] for m in wira.mentions)


def test_a_misprint_of_a_known_acronym_s_long_form_is_that_body() -> None:
    page = plain_page(
        "Warga bertemu Pasukan Pengaman Presiden (Paspampres). Paspampres menolak.",
        bodies=["Pasukan Pengaman Presiden"],
    )
    cast = cast_of(page)
    body = referent(page, cast, "Pasukan Pengaman Presiden")
    assert body is not None
    assert referent(page, cast, "Paspampres", 1) is body


def test_a_misprinted_family_name() -> None:
    text = "Sutini Wirakrama tiba. Rencana itu salah, kata Wirakama."
    assert name_of(text, "Wirakama", ["Sutini Wirakrama", "Wirakama"]) == "Sutini Wirakrama"
