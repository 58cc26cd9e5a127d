"""Where names end: companies, hospitals, laws, hyphened brands, states."""

from __future__ import annotations

import pytest

from simak.lexicon import Lexicon
from simak.reading.mention import MentionReader

from .test_mention import found, names, plain_page


@pytest.fixture(scope="module")
def reader() -> MentionReader:
    return MentionReader(Lexicon())


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Direktur PT Tenun Jatayasa Hendrik Solarso menolak.", "PT Tenun Jatayasa"),
        ("Direktur PT Jasa Cakra Tbk Hendrik Solarso menolak.", "PT Jasa Cakra Tbk"),
        (
            "Direktur PT Jasa Cakra (Persero) Tbk Hendrik Solarso menolak.",
            "PT Jasa Cakra (Persero) Tbk",
        ),
        ("Kepala Polda Metro Jaya Hendrik Solarso menolak.", "Polda Metro Jaya"),
    ],
)
def test_a_body_ends_where_its_officer_begins(reader: MentionReader, text: str, body: str) -> None:
    names = found(reader, plain_page(text, ["Hendrik Solarso"]))
    assert (body, "name", "ORG") in names
    assert ("Hendrik Solarso", "name", "PER") in names


def test_a_town_known_before_ends_before_its_mayor(reader: MentionReader) -> None:
    page = plain_page(
        "Banjir tiba di Tanjungreja. Wali Kota Tanjungreja Siti Halmahendra menolak.",
        ["Siti Halmahendra"],
    )
    assert [one for one in found(reader, page) if one[1] == "name"] == [
        ("Tanjungreja", "name", "GPE"),
        ("Tanjungreja", "name", "GPE"),
        ("Siti Halmahendra", "name", "PER"),
    ]


def test_brand_with_blanks_at_its_hyphen(reader: MentionReader) -> None:
    page = plain_page("Kini perusahaan GUM - BUH menolak.", bodies=["GUM"])
    assert ("GUM - BUH", "acronym", "ORG") in found(reader, page)


def test_hospital_with_the_name_of_a_doctor(reader: MentionReader) -> None:
    names = found(reader, plain_page("Pasien tiba di RSUD dr. Wirya."))
    assert ("RSUD dr. Wirya", "name", "ORG") in names
    assert not [one for one in names if one[2] == "PER"]


def test_what_a_law_is_about_is_no_body(reader: MentionReader) -> None:
    page = plain_page("Warga menolak Perppu Nomor 2 tentang Organisasi Kemasyarakatan dan Lembaga.")
    assert not [one for one in found(reader, page) if one[2] == "ORG"]


def test_digits_and_letters_in_the_name_of_a_district(reader: MentionReader) -> None:
    names = found(reader, plain_page("Gempa tiba di Kecamatan 2x11 Kayu Lanang."))
    assert ("Kecamatan 2x11 Kayu Lanang", "name", "GPE") in names


def test_one_state_by_its_long_and_short_name(reader: MentionReader) -> None:
    page = plain_page("Kerajaan Wesmara menolak. Wesmara meminta bantuan.")
    assert [one[2] for one in found(reader, page) if one[1] == "name"] == ["GPE", "GPE"]


def test_king_is_a_title_before_a_persons_name(reader: MentionReader) -> None:
    assert ("Halim", "name", "PER") in found(reader, plain_page("Raja Halim tiba.", ["Halim"]))


def test_title_of_a_work_names_nobody(reader: MentionReader) -> None:
    page = plain_page("Kini konferensi bertajuk The World of Lanang menolak.")
    assert not [one for one in found(reader, page) if one[1] == "name"]


def test_acronym_before_a_foreign_town_is_a_club(reader: MentionReader) -> None:
    assert ("AS Roma", "name", "ORG") in found(reader, plain_page("Kini AS Roma menang."))
    assert ("AS", "acronym", "GPE") in found(reader, plain_page("Kini AS menang."))


def test_acronym_of_a_thing_is_no_body(reader: MentionReader) -> None:
    page = plain_page("Kini Anggaran Lanang dan Perubahan Harian (ALPH) tiba. ALPH menolak.")
    assert not [one for one in found(reader, page) if one[1] == "acronym"]


def test_number_ends_the_name_of_a_building(reader: MentionReader) -> None:
    names = found(reader, plain_page("Warga tiba di Gedung Wirakrama I Kementerian Keuangan."))
    assert ("Gedung Wirakrama I", "name", "LOC") in names
    assert ("Kementerian Keuangan", "name", "ORG") in names


def test_one_type_for_one_name(reader: MentionReader) -> None:
    page = plain_page("Kini Cakrabuana menolak. Kini Cakrabuana meminta.", ["Cakrabuana"])
    assert len({one[2] for one in found(reader, page)}) == 1


def test_a_law_may_be_about_a_body_that_brackets_name(reader: MentionReader) -> None:
    page = plain_page("Kini Perpres Nomor 3 tentang Badan Riset Kelautan (BRK) tiba.")
    assert ("Badan Riset Kelautan", "name", "ORG") in found(reader, page)


def test_rank_behind_a_place_begins_its_holder(reader: MentionReader) -> None:
    page = plain_page("Kapolda Teluk Lanang Irjen Hendrik Solarso menolak.", ["Hendrik Solarso"])
    names = found(reader, page)
    assert ("Teluk Lanang", "name", "LOC") in names
    assert ("Hendrik Solarso", "name", "PER") in names
    page = plain_page("Kadis Jatayasa dr. Hendrik Solarso menolak.", ["Hendrik Solarso"])
    assert ("Jatayasa", "name", "GPE") in found(reader, page)


def test_acronym_before_a_persons_name_is_a_body(reader: MentionReader) -> None:
    page = plain_page("Peneliti LSCK Sutini Solarso menolak.")
    assert ("LSCK", "acronym", "ORG") in found(reader, page)
    assert ("Sutini Solarso", "name", "PER") in found(reader, page)


def test_a_legal_form_may_have_its_full_stop(reader: MentionReader) -> None:
    page = plain_page("Kini CV. Karya Solarso menolak.")
    assert any(one[2] == "ORG" and one[0].endswith("Karya Solarso") for one in found(reader, page))


def test_what_has_a_government_is_a_state(reader: MentionReader) -> None:
    page = plain_page("Kemarin pemerintah Wesmarana menolak.", (), ["Wesmarana"])
    assert ("pemerintah Wesmarana", "name", "GPE") in found(reader, page)


def test_a_town_and_its_province_are_two_places(reader: MentionReader) -> None:
    page = plain_page("Warga tiba di Bogor Jawa Barat kemarin.")
    assert [m for m in found(reader, page) if m[2] == "GPE"] == [
        ("Bogor", "name", "GPE"),
        ("Jawa Barat", "name", "GPE"),
    ]


def test_initials_behind_saudara_and_those_joined_to_them(reader: MentionReader) -> None:
    page = plain_page("Polisi menangkap saudara KR dan SD. Menurut polisi, SD membeli bensin.")
    persons = [m[0] for m in found(reader, page) if m[2] == "PER"]
    assert persons == ["KR", "SD", "SD"]


@pytest.mark.parametrize("text", ["Mobil B 1234 XYZ disita.", "Tim U - 22 menang di laga itu."])
def test_numbers_with_letters_name_nobody(reader: MentionReader, text: str) -> None:
    assert [m for m in found(reader, plain_page(text)) if m[1] in ("name", "acronym")] == []


def test_a_nickname_inside_a_name(reader: MentionReader) -> None:
    page = plain_page("Bupati Sutini “Tini” Lanang mengatakan hal itu.", persons=["Sutini"])
    assert ("Sutini “Tini” Lanang", "name", "PER") in found(reader, page)


def test_an_acronym_of_more_than_the_place_before_it(reader: MentionReader) -> None:
    page = plain_page(
        "Kelompok pemberontak Sumatera Utara (PPSU) menyerang. Festival Danau Toba (FDT) ramai."
    )
    mentions = found(reader, page)
    assert ("PPSU", "acronym", "GROUP") in mentions
    assert not any(words == "FDT" for words, _, _ in mentions)


def test_a_known_acronym_is_not_what_stands_before_its_brackets(reader: MentionReader) -> None:
    page = plain_page("Utusan itu datang untuk pengungsi (UNHCR) di Elok.")
    assert ("UNHCR", "acronym", "ORG") in found(reader, page)


def test_the_acronym_in_brackets_tells_where_a_body_ends(reader: MentionReader) -> None:
    page = plain_page("Badan Meteorologi dan Klimatologi Geofisika (BMKG) memperingatkan warga.")
    assert found(reader, page)[0] == (
        "Badan Meteorologi dan Klimatologi Geofisika",
        "name",
        "ORG",
    )


def test_a_place_behind_a_rank_is_a_person(reader: MentionReader) -> None:
    page = plain_page("Kompol Bima mengatakan hal itu.")
    assert ("Bima", "name", "PER") in found(reader, page)


def test_the_branch_of_the_forces_is_no_name(reader: MentionReader) -> None:
    page = plain_page("Kolonel Inf Sutini Arga tiba.", persons=["Inf Sutini Arga"])
    assert ("Sutini Arga", "name", "PER") in found(reader, page)


def test_a_town_abroad_that_speaks_is_a_person(reader: MentionReader) -> None:
    page = plain_page("Kata Guntur polisi salah. Menurut Guntur, warga pulang.")
    assert {m[2] for m in found(reader, page) if m[0] == "Guntur"} == {"PER"}


def test_names_in_a_row_of_bodies_are_bodies(reader: MentionReader) -> None:
    page = plain_page(
        "Ada Promogo, Stiken, Wrapmo, dan Klanau.",
        persons=["Klanau"],
        bodies=["Promogo", "Stiken", "Wrapmo"],
    )
    assert ("Klanau", "name", "ORG") in found(reader, page)


@pytest.mark.parametrize("text", ["Tim bertemu di Grup H.", "Ia membuka Kongres XVII Elok."])
def test_what_is_counted_is_no_body(reader: MentionReader, text: str) -> None:
    assert not any(m[2] == "ORG" for m in found(reader, plain_page(text)))


def test_the_end_of_a_road_is_a_place(reader: MentionReader) -> None:
    page = plain_page("Jalan dari ruas Palembang - Pemulutan menang.", persons=["Pemulutan"])
    assert ("Pemulutan", "name", "GPE") in found(reader, page)


def test_a_name_taken_for_a_place_in_a_row_of_persons(reader: MentionReader) -> None:
    page = plain_page(
        "Tokoh seperti Ang San Sukyi, Wira Elok, dan Sutini Arga.",
        persons=["Wira Elok", "Sutini Arga"],
    )
    place = page.doc.char_span(14, 27, label="LOC")
    assert place is not None
    page.doc.ents = [place, *page.doc.ents]
    assert [m[2] for m in found(reader, page) if m[1] == "name"] == ["PER", "PER", "PER"]


def test_two_on_one_ticket(reader: MentionReader) -> None:
    text = "Kata warga pasangan Wira Tirta Kirana - Sutini Arga Lanang menang."
    page = plain_page(text, persons=["Wira Tirta Kirana - Sutini Arga Lanang"])
    assert names(reader, page) == [("Wira Tirta Kirana", "PER"), ("Sutini Arga Lanang", "PER")]


def test_a_body_ends_before_the_office_behind_its_comma(reader: MentionReader) -> None:
    page = plain_page(
        "Dikutip dari Kemlum Negeri, Konsul Jenderal Sutini Arga menolak.",
        persons=["Sutini Arga"],
        bodies=["Kemlum Negeri, Konsul"],
    )
    mentions = found(reader, page)
    assert ("Kemlum Negeri", "name", "ORG") in mentions
    assert ("Sutini Arga", "name", "PER") in mentions


def test_an_acronym_of_more_than_the_description_before_it(reader: MentionReader) -> None:
    page = plain_page("Ia membaca Peraturan Menteri Kesehatan (PMKES). Menurut PMKES harga tetap.")
    assert not any(words == "PMKES" for words, _, _ in found(reader, page))


def test_ships_are_no_actors(reader: MentionReader) -> None:
    page = plain_page("Warga bertemu KRI Siguror di Bali.", persons=["Siguror"])
    assert [m[0] for m in found(reader, page) if m[1] == "name"] == ["Bali"]


def test_an_unknown_place_stands_between_the_office_and_its_holder(reader: MentionReader) -> None:
    page = plain_page("Kini Wali Kota Tanjungreja Siti Halmahendra tiba.", ["Siti Halmahendra"])
    assert names(reader, page) == [("Tanjungreja", "GPE"), ("Siti Halmahendra", "PER")]


def test_several_words_that_begin_a_name_are_one(reader: MentionReader) -> None:
    assert names(reader, plain_page("Kini Satpol PP menolak.")) == [("Satpol PP", "ORG")]
    page = plain_page("Kini Satpol PP Kota Surabaya menolak.")
    assert names(reader, page) == [("Satpol PP Kota Surabaya", "ORG")]
