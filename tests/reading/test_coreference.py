"""Who is who over an article: names, offices, pronouns, speakers."""

from __future__ import annotations

import time
from collections.abc import Sequence

import pytest

from simak.lexicon import Lexicon
from simak.reading.coreference import Coreference
from simak.reading.finding import Cast, Quotation, Referent, StatementFinding
from simak.reading.mention import MentionReader
from simak.reading.naming import plain
from simak.reading.page import Page
from simak.reading.role import RoleReader

from .test_mention import plain_page

LEXICON = Lexicon()
MENTIONS, ROLES, COREFERENCE = MentionReader(LEXICON), RoleReader(LEXICON), Coreference(LEXICON)


def cast_of(
    page: Page,
    statements: Sequence[StatementFinding] = (),
    quotations: Sequence[Quotation] = (),
) -> Cast:
    roles, mentions = ROLES.read(page, MENTIONS.read(page))
    return COREFERENCE.read(page, mentions, roles, statements, quotations)


def referent(page: Page, cast: Cast, words: str, nth: int = 0) -> Referent | None:
    """Return the referent of the ``nth`` occurrence of ``words`` that is a mention."""
    spans = [
        (mention.span, other)
        for other in cast.referents
        for mention in other.mentions
        if page.text[slice(*mention.span)] == words
    ]
    spans.sort(key=lambda pair: pair[0])
    return spans[nth][1] if nth < len(spans) else None


def says(
    page: Page, source: str, cue: str, content: str, kind: str = "indirect"
) -> StatementFinding:
    text = page.text
    content_at, cue_at = text.index(content), text.index(cue)
    source_at = text.index(source, max(0, cue_at - len(source) - 2))
    return StatementFinding(
        kind=kind,  # type: ignore[arg-type]
        act="say",
        cue=(cue_at, cue_at + len(cue)),
        cue_head=page.token_at(cue_at).i,
        content=((content_at, content_at + len(content)),),
        source=(source_at, source_at + len(source)),
        source_head=page.token_at(source_at).i,
    )


def test_parts_of_a_name_are_one_person() -> None:
    page = plain_page(
        "Gubernur Sutini Wirakrama menolak. Kini Wirakrama meminta. Sutini bekerja.",
        ["Sutini Wirakrama"],
    )
    person = referent(page, cast_of(page), "Wirakrama")
    assert person is not None
    assert person.name == "Sutini Wirakrama"
    assert person.aliases == ("Wirakrama", "Sutini")
    assert [role.title for role in person.roles] == ["Gubernur"]


def test_conflicting_names_stay_two_persons() -> None:
    page = plain_page(
        "Gubernur Sutini Wirakrama menolak. Bupati Sutini Argapura meminta.",
        ["Sutini Wirakrama", "Sutini Argapura"],
    )
    cast = cast_of(page)
    assert [r.name for r in cast.referents if r.type == "PER"] == [
        "Sutini Wirakrama",
        "Sutini Argapura",
    ]


def test_acronym_and_name_are_one_body() -> None:
    page = plain_page("Dewan Nelayan Bersatu (DNB) menolak. Kini DNB meminta waktu.")
    body = referent(page, cast_of(page), "DNB", 1)
    assert body is not None
    assert (body.name, body.acronym, len(body.mentions)) == ("Dewan Nelayan Bersatu", "DNB", 3)


def test_lexicon_aliases_are_one_country_with_its_link() -> None:
    page = plain_page("Kemarin Amerika Serikat menolak. Kini AS meminta. Pemerintah AS bekerja.")
    cast = cast_of(page)
    assert len(cast.referents) == 1
    country = cast.referents[0]
    assert (country.name, country.acronym) == ("Amerika Serikat", "AS")
    assert country.link is not None
    assert (country.link.authority, country.link.id) == ("iso3166", "US")
    assert plain("Pemerintah AS") == "AS"


def test_a_title_said_alone_is_its_last_holder() -> None:
    page = plain_page(
        "Gubernur Bali Sutini Arga menolak. Bupati Wira Danu tiba. Kemudian Gubernur Bali meminta.",
        ["Sutini Arga", "Wira Danu"],
    )
    holder = referent(page, cast_of(page), "Gubernur Bali")
    assert holder is not None
    assert holder.name == "Sutini Arga"


def test_a_title_in_short_is_the_same_office() -> None:
    page = plain_page(
        "Menteri Luar Negeri Sutini Arga menolak. Kemudian Menlu meminta waktu.", ["Sutini Arga"]
    )
    holder = referent(page, cast_of(page), "Menlu")
    assert holder is not None
    assert holder.name == "Sutini Arga"


def test_an_unheld_title_is_a_post() -> None:
    page = plain_page("Kemarin Gubernur Bali menolak.")
    post = referent(page, cast_of(page), "Gubernur Bali")
    assert post is not None
    assert post.type == "POST"


def test_the_speaker_before_is_preferred() -> None:
    page = plain_page(
        "Sutini Arga mengatakan Wira Danu diam. Dia menyatakan air turun.",
        ["Sutini Arga", "Wira Danu"],
    )
    statements = [
        says(page, "Sutini Arga", "mengatakan", "Wira Danu diam"),
        says(page, "Dia", "menyatakan", "air turun"),
    ]
    person = referent(page, cast_of(page, statements), "Dia")
    assert person is not None
    assert person.name == "Sutini Arga"


def test_first_persons_belong_to_the_speaker() -> None:
    text = '"Saya menolak dan kami pergi," kata Sutini Arga.'
    page = plain_page("Ketua Dewan Nelayan Bersatu Sutini Arga tiba. " + text, ["Sutini Arga"])
    start = page.text.index("Saya")
    end = page.text.index('," kata')
    statement = says(page, "Sutini Arga", "kata", page.text[start:end], "direct")
    at = page.text.index("Sutini Arga", end)
    statement = StatementFinding(
        kind="direct",
        act="say",
        cue=statement.cue,
        cue_head=statement.cue_head,
        content=((start, end),),
        source=(at, at + len("Sutini Arga")),
        source_head=page.token_at(at).i,
    )
    quotation = Quotation(outer=(start - 1, end + 2), inner=(start, end))
    cast = cast_of(page, [statement], [quotation])
    person = referent(page, cast, "Saya")
    assert person is not None
    assert person.name == "Sutini Arga"
    body = referent(page, cast, "kami")
    assert body is not None
    assert body.name == "Dewan Nelayan Bersatu"
    (position, speaker), *_ = body.members
    assert page.text[slice(*body.mentions[position].span)] == "kami"
    assert cast.referents[speaker].name == "Sutini Arga"


def test_pronouns_without_anybody_make_no_entity() -> None:
    page = plain_page("Kemarin dia menolak. Kini mereka meminta.")
    assert cast_of(page).referents == ()


def test_pemerintah_alone_is_the_country_in_question() -> None:
    page = plain_page("Kemarin pemerintah Norwegia menolak. Kini pemerintah meminta waktu.")
    country = referent(page, cast_of(page), "pemerintah")
    assert country is not None
    assert country.name == "Norwegia" or country.aliases == ()
    assert country.type == "GPE"
    assert len(country.mentions) == 2


def test_the_cast_is_found_by_any_word_of_a_name_and_its_title() -> None:
    page = plain_page("Gubernur Bali Sutini Arga menolak.", ["Sutini Arga"])
    cast = cast_of(page)
    tokens = {token.text: token.i for token in page.doc}
    assert cast.at(tokens["Gubernur"]) == cast.at(tokens["Sutini"]) == cast.at(tokens["Arga"])
    assert cast.at(tokens["Bali"]) != cast.at(tokens["Sutini"])
    assert cast.at(tokens["menolak"]) is None


def test_referents_come_in_the_order_of_the_text() -> None:
    page = plain_page("Kemarin Norwegia menolak. Kini Swedia meminta. Norwegia menang.")
    cast = cast_of(page)
    firsts = [r.mentions[0].span for r in cast.referents]
    assert firsts == sorted(firsts)
    for one in cast.referents:
        assert list(one.mentions) == sorted(one.mentions, key=lambda m: m.span)


def test_long_texts_take_linear_time() -> None:
    sentence = (
        "Gubernur Bali Sutini Arga bertemu para warga di Surabaya. Dia menolak, ujarnya."
        " Kini pemerintah Norwegia dan Swedia meminta waktu kepada mereka. "
    )

    def seconds(times: int) -> float:
        page = plain_page(sentence * times)
        roles, mentions = ROLES.read(page, MENTIONS.read(page))
        start = time.perf_counter()
        COREFERENCE.read(page, mentions, roles, (), ())
        return time.perf_counter() - start

    seconds(10)
    assert seconds(1200) < 35 * max(seconds(150), 0.02)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "😀", "a" * 5000, '"', "(" * 300])
def test_odd_pages_do_no_harm(text: str) -> None:
    page = plain_page(text)
    assert cast_of(page).referents == ()
