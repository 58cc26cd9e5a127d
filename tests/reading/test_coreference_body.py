"""Bodies, owners and accused: descriptions that are one with what was named before."""

from __future__ import annotations

import time

import pytest

from simak.reading.finding import Mention, Quotation, StatementFinding

from .test_coreference import COREFERENCE, MENTIONS, ROLES, cast_of, referent, says
from .test_mention import plain_page


def name_of(text: str, words: str, *, nth: int = 0, **entities: list[str]) -> str | None:
    page = plain_page(text, entities.get("persons", ()), entities.get("bodies", ()))
    found = referent(page, cast_of(page), words, nth)
    return found.name if found else None


def test_a_company_is_called_a_company_though_a_ministry_was_named_since() -> None:
    text = "PT Rimba Elok menolak. Kementerian Hutan meminta waktu. Perusahaan tersebut bekerja."
    bodies = ["PT Rimba Elok", "Kementerian Hutan"]
    assert name_of(text, "Perusahaan tersebut", bodies=bodies) == "PT Rimba Elok"


def test_a_company_alone_is_the_only_one() -> None:
    text = "PT Rimba Elok menolak. Kini para warga meminta perusahaan bekerja."
    assert name_of(text, "perusahaan", bodies=["PT Rimba Elok"]) == "PT Rimba Elok"


def test_a_company_alone_is_nobody_where_two_fit() -> None:
    text = "PT Rimba Elok menolak. PT Laut Biru tiba. Kini warga meminta perusahaan bekerja."
    found = name_of(text, "perusahaan", bodies=["PT Rimba Elok", "PT Laut Biru"])
    assert found == "perusahaan"


def test_the_outlet_is_no_party() -> None:
    text = "Partai Melati menolak. Antara menyatakan air naik. Partai itu tiba."
    assert name_of(text, "Partai itu", bodies=["Partai Melati", "Antara"]) == "Partai Melati"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Warga menolak PT Laut Biru, perusahaan kapal asal Wesmara, kemarin.", "perusahaan kapal"),
        ("Warga menolak perusahaan kapal, PT Laut Biru, kemarin.", "perusahaan kapal"),
    ],
)
def test_an_apposition_is_what_it_stands_at(text: str, words: str) -> None:
    page = plain_page(text, (), ["PT Laut Biru"])
    cast = cast_of(page)
    body = next(r for r in cast.referents if r.name == "PT Laut Biru")
    said = [page.text[slice(*m.span)] for m in body.mentions]
    assert any(one.startswith(words) for one in said)


def test_a_list_is_no_apposition() -> None:
    page = plain_page("Kini PT Laut Biru, perusahaan kapal, dan warga tiba.", (), ["PT Laut Biru"])
    body = next(r for r in cast_of(page).referents if r.name == "PT Laut Biru")
    assert len(body.mentions) == 1


def test_initials_name_a_person() -> None:
    page = plain_page("Kemarin seorang warga berinisial BN tiba. Kini BN menolak.")
    person = referent(page, cast_of(page), "BN")
    assert person is not None
    assert person.type == "PER"
    assert len(person.mentions) == 3


def quoted(text: str, source: str, content: str) -> tuple[StatementFinding, Quotation]:
    page = plain_page(text)
    statement = says(page, source, "kata", content, "direct")
    start, end = statement.content[0]
    return statement, Quotation(outer=(start - 1, end + 1), inner=(start, end))


def test_a_speaker_does_not_name_himself() -> None:
    text = 'Sutini Arga menyatakan air naik. Bupati Wira Danu tiba. "Wira Danu menolak" kata dia.'
    page = plain_page(text, ["Sutini Arga", "Wira Danu"])
    first = says(page, "Sutini Arga", "menyatakan", "air naik")
    second, quotation = quoted(text, "dia", "Wira Danu menolak")
    found = referent(page, cast_of(page, [first, second], [quotation]), "dia")
    assert found is not None
    assert found.name == "Sutini Arga"


def test_the_subject_since_is_preferred_to_who_spoke_before() -> None:
    page = plain_page(
        "Sutini Arga menyatakan air naik. Wira Danu tiba. Ia menolak.", ["Sutini Arga", "Wira Danu"]
    )
    statement = says(page, "Sutini Arga", "menyatakan", "air naik")
    found = referent(page, cast_of(page, [statement]), "Ia")
    assert found is not None
    assert found.name == "Wira Danu"


def test_they_who_are_told_apart_by_a_clause_are_nobody_before() -> None:
    page = plain_page("Kemarin para warga menolak. Kini mereka yang menang tiba.")
    assert referent(page, cast_of(page), "mereka") is None


def test_many_accused_and_speakers_take_linear_time() -> None:
    sentence = "Gubernur Bali Sutini Arga menolak. Kini terdakwa meminta perusahaan bekerja. "

    def seconds(times: int) -> float:
        page = plain_page(sentence * times)
        roles, mentions = ROLES.read(page, MENTIONS.read(page))
        statements = [_said_by(mention) for mention in mentions if mention.kind == "name"]
        start = time.perf_counter()
        COREFERENCE.read(page, mentions, roles, statements, ())
        return time.perf_counter() - start

    seconds(10)
    assert seconds(1200) < 35 * max(seconds(150), 0.02)


def _said_by(mention: Mention) -> StatementFinding:
    return StatementFinding(
        kind="indirect",
        act="say",
        cue=(mention.span[1], mention.span[1] + 1),
        cue_head=mention.head,
        content=((mention.span[1] + 1, mention.span[1] + 5),),
        source=mention.span,
        source_head=mention.head,
    )


def test_the_body_in_a_description_is_not_the_subject() -> None:
    text = "Kini ketua PT Laut Biru tiba. Warga menolak rumahnya dan partainya."
    page = plain_page(text, (), ["PT Laut Biru"])
    body = next(r for r in cast_of(page).referents if r.name == "PT Laut Biru")
    assert len(body.mentions) == 1


def test_brackets_name_whom_a_pronoun_means() -> None:
    page = plain_page(
        "Bupati Wira Danu tiba. Yang bersangkutan (Sutini Arga) menolak. Sutini Arga menang.",
        ["Wira Danu", "Sutini Arga"],
    )
    found = referent(page, cast_of(page), "Yang bersangkutan")
    assert found is not None
    assert found.name == "Sutini Arga"


def test_a_club_by_its_first_word() -> None:
    page = plain_page(
        "Kini Rimbana Samudra menang. Kemarin Rimbana menolak.",
        (),
        ["Rimbana Samudra"],
    )
    names = [r.name for r in cast_of(page).referents if r.type == "ORG"]
    assert names == ["Rimbana Samudra"]


@pytest.mark.parametrize(
    ("second", "count"), [("Sutini Wirakarma", 1), ("Sutini Wirakramma", 1), ("Sutini Argapura", 2)]
)
def test_a_misprint_of_a_name_is_the_same_person(second: str, count: int) -> None:
    text = f"Gubernur Sutini Wirakrama menolak. Kini {second} meminta."
    page = plain_page(text, ["Sutini Wirakrama", second])
    assert len([r for r in cast_of(page).referents if r.type == "PER"]) == count


def test_a_family_name_is_the_person_though_a_town_has_it() -> None:
    page = plain_page(
        "Gubernur Sutini Surabaya tiba. Kemudian Surabaya menolak.", ["Sutini Surabaya"]
    )
    assert [r.name for r in cast_of(page).referents] == ["Sutini Surabaya"]


def test_a_town_where_something_is_stays_a_town() -> None:
    page = plain_page(
        "Gubernur Sutini Surabaya tiba di Surabaya. Kemudian Surabaya menolak.", ["Sutini Surabaya"]
    )
    assert [r.type for r in cast_of(page).referents] == ["PER", "GPE"]


def test_a_pair_of_names_is_not_one_of_the_two() -> None:
    page = plain_page(
        "Kini Sutini Arga tiba. Pasangan Sutini - Wiranata menang. Kemudian Sutini menolak.",
        ["Sutini Arga", "Sutini - Wiranata"],
    )
    found = referent(page, cast_of(page), "Sutini")
    assert found is not None
    assert found.name == "Sutini Arga"


def test_groups_of_other_numbers_are_others() -> None:
    page = plain_page("Kemarin 12 warga menolak. Kini 88 warga tiba. Kemudian 12 warga menang.")
    cast = cast_of(page)
    first, second = referent(page, cast, "12 warga"), referent(page, cast, "88 warga")
    assert first is not None
    assert first is not second
    assert referent(page, cast, "12 warga", 1) is first


@pytest.mark.parametrize(
    "between", [" alias ", ", yang akrab disapa ", ", sapaan akrab ", ' yang biasa dipanggil "']
)
def test_another_name_is_the_same_person(between: str) -> None:
    page = plain_page(
        f"Kini Sutini Arga{between}Tinar menolak. Tinar tiba.", ["Sutini Arga", "Tinar"]
    )
    persons = [r for r in cast_of(page).referents if r.type == "PER"]
    assert [r.name for r in persons] == ["Sutini Arga"]
    assert len(persons[0].mentions) == 3


def test_the_government_of_a_minister_is_his_own() -> None:
    page = plain_page(
        "Kini Menteri Luar Negeri Norwegia Sutini Arga tiba di Swedia."
        " Pemerintah Swedia menolak. Sutini Arga menyatakan pemerintah bekerja.",
        ["Sutini Arga"],
    )
    statement = says(page, "Sutini Arga", "menyatakan", "pemerintah bekerja")
    found = referent(page, cast_of(page, [statement]), "pemerintah")
    assert found is not None
    assert found.name == "Norwegia"
