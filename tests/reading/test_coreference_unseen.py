"""Who is meant in articles that nobody had looked at: one test for each cause."""

from __future__ import annotations

from simak.reader import Reader
from simak.reading.finding import Quotation

from .test_coreference import cast_of, referent, says
from .test_mention import plain_page


def _whom(text: str, persons: list[str], words: str, at: int = 0) -> str | None:
    page = plain_page(text, persons)
    person = referent(page, cast_of(page), words, at)
    return person.name if person is not None else None


def test_an_age_stands_before_itu() -> None:
    text = "Striker Sutini Wirakrama tiba. Striker 32 tahun itu menolak."
    page = plain_page(text, ["Sutini Wirakrama"])
    person = referent(page, cast_of(page), "Striker", 1)
    assert person is None or person.name == "Sutini Wirakrama"


def test_a_former_trainer_is_a_trainer() -> None:
    text = (
        "Pelatih Sutini Wirakrama tiba. Kiper Budi Solarso menolak."
        " Kini mantan pelatih PT Muara itu bekerja."
    )
    page = plain_page(text, ["Sutini Wirakrama", "Budi Solarso"], ["PT Muara"])
    person = referent(page, cast_of(page), "pelatih PT Muara itu")
    assert person is not None
    assert person.name == "Sutini Wirakrama"


def test_what_somebody_is_is_no_other() -> None:
    text = "Sutini Wirakrama adalah seorang perempuan Muara. Dia menolak."
    assert _whom(text, ["Sutini Wirakrama"], "Dia") == "Sutini Wirakrama"


def test_the_wife_of_somebody_is_not_he() -> None:
    text = "Sutini Wirakrama tiba. Kini mantan istri Budi Solarso ini bekerja. Dia menolak."
    assert _whom(text, ["Sutini Wirakrama", "Budi Solarso"], "Dia") == "Sutini Wirakrama"


def test_square_brackets_name_a_pronoun() -> None:
    text = "Sutini Wirakrama tiba. Budi Solarso bertemu warga. Kini dia [Sutini] menolak."
    assert _whom(text, ["Sutini Wirakrama", "Budi Solarso"], "dia") == "Sutini Wirakrama"


def test_whom_a_body_arrests_has_the_house() -> None:
    text = "Sutini Wirakrama ditangkap kepolisian di rumahnya."
    page = plain_page(text, ["Sutini Wirakrama"])
    person = referent(page, cast_of(page), "nya")
    assert person is None or person.name == "Sutini Wirakrama"


def test_the_holder_behind_the_office_speaks() -> None:
    text = "Kini aman, kata Ketua Yayasan Muara, Sutini Wirakrama. Dia menolak."
    page = plain_page(text, ["Sutini Wirakrama"], ["Yayasan Muara"])
    said = says(page, "Ketua Yayasan Muara", "kata", "Kini aman")
    person = referent(page, cast_of(page, [said]), "Dia")
    assert person is not None
    assert person.name == "Sutini Wirakrama"


def _first_person(word: str) -> str | None:
    text = f'Bupati Surabaya Sutini Arga tiba. "Kini {word} menolak," kata Sutini Arga.'
    page = plain_page(text, ["Sutini Arga"])
    start, end = text.index('"'), text.rindex('"') + 1
    quotation = Quotation((start, end), (start + 1, end - 2))
    said = says(page, "Sutini Arga", "kata", text[start + 1 : end - 2], "direct")
    side = referent(page, cast_of(page, [said], [quotation]), word)
    return side.name if side is not None else None


def test_kami_of_a_regent_is_the_town() -> None:
    assert _first_person("kami") == "Surabaya"


def test_kita_of_a_regent_is_herself() -> None:
    assert _first_person("kita") == "Sutini Arga"


def test_a_company_behind_yaitu_is_not_the_accused() -> None:
    text = (
        "Uang itu diberikan karena Bupati memenangkan perusahaan yang dikendalikan terdakwa yaitu"
        " PT Melati Rimba."
    )
    record = Reader().read(text, force=True)
    (company,) = [entity for entity in record.entities if entity.name == "PT Melati Rimba"]
    assert company.type == "ORG"
    assert "terdakwa" not in [record.words(mention.span) for mention in company.mentions]
