"""Who did what to whom, on trees made by hand. All people, bodies and places are invented."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reading.page_maker import find, make_cast, make_page, statement
from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reader import Reader
from simak.reading.event import EventReader
from simak.reading.finding import Cast, EventFinding, StatementFinding
from simak.reading.page import Page
from simak.record import EntityType

READER = EventReader(Lexicon())


def read(
    page: Page, *entries: tuple[EntityType, str], said: tuple[StatementFinding, ...] = ()
) -> list[EventFinding]:
    return READER.read(page, make_cast(page, *entries), list(said))


def only(
    page: Page, *entries: tuple[EntityType, str], said: tuple[StatementFinding, ...] = ()
) -> EventFinding:
    found = read(page, *entries, said=said)
    assert len(found) == 1, found
    return found[0]


def words(page: Page, event: EventFinding) -> str:
    return page.text[slice(*event.trigger)]


def test_active_verb() -> None:
    page = make_page(
        "Pasukan/PROPN/nsubj/3 Tarumaya/PROPN/flat/1 menyerang/VERB/root/0 Belgarde/PROPN/obj/3"
        " pada/ADP/case/6 Senin/PROPN/obl/3 ./PUNCT/punct/3",
        times=[("Senin", "2024-05-06")],
    )
    event = only(page, ("ORG", "Pasukan Tarumaya"), ("GPE", "Belgarde"))
    assert (event.type, event.mode) == ("ASSAULT", None)
    assert event.trigger == find(page.text, "menyerang")
    assert (event.actors, event.recipients) == ((0,), (1,))
    assert (event.status, event.time, event.asserted_by) == ("actual", 0, None)
    assert event.evidence == (find(page.text, "Pasukan Tarumaya menyerang Belgarde pada Senin"),)


def test_passive_with_and_without_oleh() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj:pass/2 ditangkap/VERB/root/0 oleh/ADP/case/5 petugas/NOUN/dep/5"
        " Polda/PROPN/obl/2 Cendana/PROPN/flat/5 ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Wirya"), ("ORG", "petugas Polda Cendana"))
    assert (event.type, event.mode) == ("COERCE", "arrest")
    assert (event.actors, event.recipients) == ((1,), (0,))
    page = make_page(
        "Wirya/PROPN/nsubj:pass/2 ditangkap/VERB/root/0 Polda/PROPN/obl/2 Cendana/PROPN/flat/3"
    )
    event = only(page, ("PER", "Wirya"), ("ORG", "Polda Cendana"))
    assert (event.actors, event.recipients) == ((1,), (0,))


def test_agent_taken_for_granted_only_if_the_article_has_one() -> None:
    tree = (
        "Polisi/NOUN/nsubj/2 datang/VERB/root/0 ./PUNCT/punct/2\n"
        "Wirya/PROPN/nsubj:pass/2 ditangkap/VERB/root/0 di/ADP/case/4 rumah/NOUN/obl/2"
        " ./PUNCT/punct/2"
    )
    page = make_page(tree)
    event = only(page, ("PER", "Wirya"), ("ORG", "Polisi"))
    assert event.actors == (1,)
    assert event.confidence < 0.95
    assert read(page, ("PER", "Wirya")) == []


def test_no_actor_no_event() -> None:
    page = make_page(
        "Kabut/NOUN/nsubj/2 menyerang/VERB/root/0 Belgarde/PROPN/obj/2 ./PUNCT/punct/2"
    )
    assert read(page, ("GPE", "Belgarde")) == []


def test_symmetric_subject_and_partner() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 bertemu/VERB/root/0 dengan/ADP/case/4 Ratna/PROPN/obl/2"
        " dan/CCONJ/cc/6 Damar/PROPN/conj/4 di/ADP/case/8 Labuhara/PROPN/obl/2 ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"), ("PER", "Damar"), ("GPE", "Labuhara"))
    assert event.type == "CONSULT"
    assert (event.actors, event.recipients, event.place) == ((0,), (1, 2), 3)


def test_between_makes_both_actors() -> None:
    page = make_page(
        "Perundingan/NOUN/nsubj/6 antara/ADP/case/3 Tarumaya/PROPN/nmod/1 dan/CCONJ/cc/5"
        " Belgarde/PROPN/conj/3 berlangsung/VERB/root/0 alot/ADJ/advmod/6 ./PUNCT/punct/6"
    )
    event = only(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"))
    assert (words(page, event), event.actors, event.recipients) == ("Perundingan", (0, 1), ())


def test_delegation_and_its_leader() -> None:
    page = make_page(
        "Delegasi/NOUN/nsubj/10 Tarumaya/PROPN/nmod/1 ,/PUNCT/punct/5 yang/PRON/nsubj:pass/5"
        " dipimpin/VERB/acl/1 oleh/ADP/case/7 Wirya/PROPN/obl/5 Hadiwangsa/PROPN/flat/7"
        " ,/PUNCT/punct/5 bertemu/VERB/root/0 Ratna/PROPN/obj/10 ./PUNCT/punct/10"
    )
    event = only(
        page, ("GROUP", "Delegasi Tarumaya"), ("PER", "Wirya Hadiwangsa"), ("PER", "Ratna")
    )
    assert (event.actors, event.recipients) == ((0, 1), (2,))


def test_light_verb_leaves_the_trigger_to_the_noun() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/2 melancarkan/VERB/root/0 serangan/NOUN/obj/2 udara/NOUN/nmod/3"
        " ke/ADP/case/6 Belgarde/PROPN/obl/2 ./PUNCT/punct/2"
    )
    event = only(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"))
    assert words(page, event) == "serangan udara"
    assert (event.mode, event.actors, event.recipients) == ("aerial", (0,), (1,))


def test_possessor_of_a_noun_acts_or_undergoes() -> None:
    page = make_page(
        "Dukungan/NOUN/nsubj/5 Tarumaya/PROPN/nmod/1 kepada/ADP/case/4 Ratna/PROPN/nmod/1"
        " menguat/VERB/root/0 ./PUNCT/punct/5"
    )
    event = only(page, ("GPE", "Tarumaya"), ("PER", "Ratna"))
    assert (event.type, event.actors, event.recipients) == ("SUPPORT", (0,), (1,))
    page = make_page(
        "Penangkapan/NOUN/nsubj/5 Ratna/PROPN/nmod/1 oleh/ADP/case/4 Tarumaya/PROPN/nmod/1"
        " mengejutkan/VERB/root/0 ./PUNCT/punct/5"
    )
    event = only(page, ("GPE", "Tarumaya"), ("PER", "Ratna"))
    assert (event.type, event.actors, event.recipients) == ("COERCE", (0,), (1,))


def test_dateline_acts_nowhere() -> None:
    page = make_page(
        "Labuhara/PROPN/nsubj/4 —/PUNCT/punct/1 Wirya/PROPN/obj/4 menemui/VERB/root/0"
        " Ratna/PROPN/obj/4 ./PUNCT/punct/4"
    )
    event = only(page, ("GPE", "Labuhara"), ("PER", "Wirya"), ("PER", "Ratna"))
    assert (event.actors, event.recipients) == ((1,), (2,))


STATUS = [
    ("akan/AUX/aux/3", "planned"),
    ("berencana/VERB/aux/3", "planned"),
    ("tidak/PART/advmod/3", "denied"),
    ("belum/PART/advmod/3", "denied"),
    ("batal/VERB/aux/3", "denied"),
    ("bisa/AUX/aux/3", "hypothetical"),
    ("mungkin/ADV/advmod/3", "hypothetical"),
    ("telah/AUX/aux/3", "actual"),
]


@pytest.mark.parametrize(("word", "status"), STATUS)
def test_words_before_the_verb_tell_the_status(word: str, status: str) -> None:
    page = make_page(
        f"Wirya/PROPN/nsubj/3 {word} menemui/VERB/root/0 Ratna/PROPN/obj/3 ./PUNCT/punct/3"
    )
    assert only(page, ("PER", "Wirya"), ("PER", "Ratna")).status == status


def test_condition_and_question() -> None:
    page = make_page(
        "Jika/SCONJ/mark/3 Wirya/PROPN/nsubj/3 menemui/VERB/advcl/6 Ratna/PROPN/obj/3"
        " ,/PUNCT/punct/3 gawat/ADJ/root/0 ./PUNCT/punct/6"
    )
    assert only(page, ("PER", "Wirya"), ("PER", "Ratna")).status == "hypothetical"
    page = make_page("Wirya/PROPN/nsubj/2 menemui/VERB/root/0 Ratna/PROPN/obj/2 ?/PUNCT/punct/2")
    assert only(page, ("PER", "Wirya"), ("PER", "Ratna")).status == "hypothetical"


def test_not_only_is_no_denial() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/4 tidak/PART/advmod/4 hanya/ADV/advmod/4 menemui/VERB/root/0"
        " Ratna/PROPN/obj/4 ./PUNCT/punct/4"
    )
    assert only(page, ("PER", "Wirya"), ("PER", "Ratna")).status == "actual"


def test_a_day_after_publication_is_planned() -> None:
    tree = (
        "Wirya/PROPN/nsubj/2 menemui/VERB/root/0 Ratna/PROPN/obj/2 pada/ADP/case/5"
        " Jumat/PROPN/obl/2 ./PUNCT/punct/2"
    )
    entries: tuple[tuple[EntityType, str], ...] = (("PER", "Wirya"), ("PER", "Ratna"))
    times = [("Jumat", "2024-05-10")]
    later = make_page(tree, times=times, published=datetime.date(2024, 5, 8))
    assert only(later, *entries).status == "planned"
    before = make_page(tree, times=times, published=datetime.date(2024, 5, 11))
    assert only(before, *entries).status == "actual"


def test_purpose_is_planned() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 datang/VERB/root/0 untuk/SCONJ/mark/4 menemui/VERB/advcl/2"
        " Ratna/PROPN/obj/4 ./PUNCT/punct/2"
    )
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"))
    assert (event.actors, event.status) == ((0,), "planned")


def test_who_is_told_to_act() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 memerintahkan/VERB/root/0 pasukannya/NOUN/obj/2 untuk/SCONJ/mark/5"
        " menyerang/VERB/xcomp/2 Belgarde/PROPN/obj/5 ./PUNCT/punct/2"
    )
    order = statement(
        page,
        "memerintahkan",
        "menyerang Belgarde",
        source="Wirya",
        addressee="pasukannya",
        act="order",
    )
    asked, attack = read(
        page, ("PER", "Wirya"), ("GROUP", "pasukannya"), ("GPE", "Belgarde"), said=(order,)
    )
    assert (asked.type, asked.actors, asked.recipients) == ("REQUEST", (0,), (1,))
    assert (asked.statement, asked.asserted_by, asked.status) == (0, None, "actual")
    assert (attack.type, attack.actors, attack.recipients) == ("ASSAULT", (1,), (2,))
    assert (attack.statement, attack.asserted_by, attack.status) == (None, 0, "planned")


def test_statement_that_is_an_act() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/2 mengecam/VERB/root/0 serangan/NOUN/obj/2 Belgarde/PROPN/nmod/3"
        " ./PUNCT/punct/2"
    )
    said = statement(page, "mengecam", "serangan Belgarde", source="Tarumaya", act="condemn")
    blame, attack = read(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"), said=(said,))
    assert (blame.type, blame.mode, blame.statement) == ("ACCUSE", "disapprove", 0)
    assert (blame.actors, blame.recipients) == ((0,), (1,))
    assert blame.evidence == (find(page.text, "Tarumaya mengecam serangan Belgarde"),)
    assert (attack.type, attack.actors, attack.asserted_by) == ("ASSAULT", (1,), 0)


def test_answer_to_the_act_told_before() -> None:
    page = make_page(
        "Belgarde/PROPN/nsubj/2 menahan/VERB/root/0 Wirya/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Tarumaya/PROPN/nsubj/2 mengecam/VERB/root/0 tindakan/NOUN/obj/2 itu/DET/det/3"
        " ./PUNCT/punct/2"
    )
    said = statement(page, "mengecam", "tindakan itu", source="Tarumaya", act="condemn")
    _, blame = read(page, ("GPE", "Belgarde"), ("PER", "Wirya"), ("GPE", "Tarumaya"), said=(said,))
    assert (blame.actors, blame.recipients) == ((2,), (0,))


def test_speaker_is_subject_of_what_he_promises() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 menyatakan/VERB/root/0 akan/AUX/aux/4 menemui/VERB/ccomp/2"
        " Ratna/PROPN/obj/4 ./PUNCT/punct/2"
    )
    said = statement(page, "menyatakan", "akan menemui Ratna", source="Wirya")
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"), said=(said,))
    assert (event.actors, event.status, event.asserted_by) == ((0,), "planned", 0)


def test_the_same_act_told_twice_and_by_whom() -> None:
    page = make_page(
        "Ratna/PROPN/nsubj/2 mengatakan/VERB/root/0 Wirya/PROPN/nsubj/4 menemui/VERB/ccomp/2"
        " Damar/PROPN/obj/4 ./PUNCT/punct/2\n"
        "Wirya/PROPN/nsubj/2 menemui/VERB/root/0 Damar/PROPN/obj/2 ./PUNCT/punct/2"
    )
    said = statement(page, "mengatakan", "Wirya menemui Damar", source="Ratna")
    cast = Cast(
        (
            make_cast(page, ("PER", "Ratna")).referents[0],
            _twice(page, "Wirya"),
            _twice(page, "Damar"),
        )
    )
    (event,) = READER.read(page, cast, [said])
    assert event.asserted_by is None
    assert event.evidence == (
        find(page.text, "Wirya menemui Damar"),
        find(page.text, "Wirya menemui Damar", 1),
    )
    assert event.trigger == find(page.text, "menemui", 1)


def _twice(page: Page, name: str):  # type: ignore[no-untyped-def]
    from reading.page_maker import referent

    return referent(page, "PER", name, (name, 1))


def test_pointing_back_adds_evidence_only() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 bertemu/VERB/root/0 Ratna/PROPN/obj/2 ./PUNCT/punct/2\n"
        "Pertemuan/NOUN/nsubj/3 itu/DET/det/1 berlangsung/VERB/root/0 singkat/ADJ/advmod/3"
    )
    event = only(page, ("PER", "Wirya"), ("PER", "Ratna"))
    assert len(event.evidence) == 2
    assert page.text[slice(*event.evidence[1])].startswith("Pertemuan itu")


SPORT = (
    "Pelatih/NOUN/dep/4 klub/NOUN/dep/4 dan/CCONJ/dep/4 striker/NOUN/root/0 mencetak/VERB/dep/4"
    " gol/NOUN/dep/4 di/ADP/dep/4 laga/NOUN/dep/4 liga/NOUN/dep/4 ./PUNCT/punct/4\n"
)


def test_sport_is_no_war() -> None:
    tree = "Tarumaya/PROPN/nsubj/2 menyerang/VERB/root/0 Belgarde/PROPN/obj/2 ./PUNCT/punct/2"
    entries: tuple[tuple[EntityType, str], ...] = (("ORG", "Tarumaya"), ("ORG", "Belgarde"))
    assert only(make_page(tree), *entries).type == "ASSAULT"
    assert read(make_page(SPORT + tree), *entries) == []


@pytest.mark.parametrize(
    "tree",
    [
        "Wirya/PROPN/nsubj/2 terkena/VERB/root/0 serangan/NOUN/obj/2 jantung/NOUN/nmod/3",
        "Wirya/PROPN/nsubj/2 menemui/VERB/root/0 jalan/NOUN/obj/2 buntu/ADJ/amod/3",
        "Wirya/PROPN/nsubj/2 menarik/VERB/root/0 perhatian/NOUN/obj/2 Wirya/PROPN/nmod/3",
        "Setiap/DET/det/2 serangan/NOUN/nsubj/4 Wirya/PROPN/nmod/2 gagal/VERB/root/0",
        "pihak/NOUN/root/0 yang/PRON/nsubj/3 menyerang/VERB/acl/1 Wirya/PROPN/obj/3",
    ],
)
def test_words_that_name_no_act(tree: str) -> None:
    assert read(make_page(tree), ("PER", "Wirya")) == []


def test_words_inside_a_name_are_no_trigger() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 memimpin/VERB/root/0 Forum/PROPN/obj/2 Kerja/PROPN/flat/3"
        " Sama/PROPN/flat/3 Tarumaya/PROPN/flat/3 ./PUNCT/punct/2"
    )
    assert read(page, ("PER", "Wirya"), ("ORG", "Forum Kerja Sama Tarumaya")) == []


def test_furniture_gives_nothing() -> None:
    tree = "Tarumaya/PROPN/nsubj/2 menyerang/VERB/root/0 Belgarde/PROPN/obj/2 ./PUNCT/punct/2"
    page = make_page(tree, skip=[(0, 300)])
    assert read(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde")) == []


def test_a_faulty_frame_is_shown_with_its_line(tmp_path) -> None:  # type: ignore[no-untyped-def]
    shipped = Lexicon().rows("frame.tsv", _columns())[0]
    cells = dict(shipped.cells, type="SHOUT")
    (tmp_path / "frame.tsv").write_text(
        "\t".join(cells) + "\n" + "\t".join(cells.values()) + "\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"frame\.tsv:2: type is 'SHOUT'"):
        EventReader(Lexicon(tmp_path))


def _columns() -> list[str]:
    from simak.reading.event import frame

    return list(frame._FRAME)


WORDS = [
    "Wirya", "Ratna", "menyerang", "diserang", "bertemu", "dengan", "oleh", "antara", "dan", "yang",
    "dipimpin", "serangan", "kunjungan", "melakukan", "akan", "tidak", "jika", "untuk", ",", ".",
    "—", "(", ")", "mogok", "itu", "nya", "🙂", "\u200f", "?", "sanksi", "menjatuhkan",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_tree_gives_spans_that_hold(data: st.DataObject) -> None:
    forms = data.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
    size = len(forms)
    cells = []
    for form in forms:
        tag = data.draw(st.sampled_from(["VERB", "NOUN", "PROPN", "ADP", "PRON"]))
        relation = data.draw(st.sampled_from(["nsubj", "obj", "conj", "acl", "xcomp", "advcl"]))
        cells.append([form, tag, relation])
    root = data.draw(st.integers(0, size - 1))
    heads = [
        0 if i == root else (data.draw(st.integers(0, i - 1)) if i else root) for i in range(size)
    ]
    tree = " ".join(
        f"{form}/{tag}/{relation}/{0 if i == root else heads[i] + 1 if i > root else root + 1}"
        for i, (form, tag, relation) in enumerate(cells)
    )
    page = make_page(tree)
    entries: list[tuple[EntityType, str]] = [
        ("PER", name) for name in ("Wirya", "Ratna") if name in forms
    ]
    cast = make_cast(page, *entries)
    for event in READER.read(page, cast, []):
        for start, end in (event.trigger, *event.evidence):
            assert 0 <= start < end <= len(page.text)
        assert event.actors
        assert not set(event.actors) & set(event.recipients)
        assert all(0 <= one < len(cast.referents) for one in event.actors + event.recipients)
    assert READER.read(page, cast, []) == READER.read(page, cast, [])


def test_first_frame_that_finds_its_parties_is_taken() -> None:
    page = make_page(
        "Tarumaya/PROPN/nsubj/2 menembakkan/VERB/root/0 roket/NOUN/obj/2 ke/ADP/case/5"
        " Belgarde/PROPN/obl/2 ./PUNCT/punct/2"
    )
    event = only(page, ("GPE", "Tarumaya"), ("GPE", "Belgarde"))
    assert (event.type, event.mode, event.recipients) == ("ASSAULT", "heavy-weapons", (1,))
    page = make_page(
        "Tarumaya/PROPN/nsubj/2 menembakkan/VERB/root/0 roket/NOUN/obj/2 ./PUNCT/punct/2"
    )
    event = only(page, ("GPE", "Tarumaya"))
    assert (event.type, event.mode, event.recipients) == ("MOBILIZE", "weapons", ())


def test_no_country_is_arrested() -> None:
    page = make_page(
        "Polda/PROPN/nsubj/2 menangkap/VERB/root/0 Belgarde/PROPN/obj/2 ./PUNCT/punct/2"
    )
    assert read(page, ("ORG", "Polda"), ("GPE", "Belgarde")) == []


def test_adverbs_between_mark_and_verb_are_passed() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 datang/VERB/root/0 untuk/SCONJ/mark/6 secara/ADP/case/5"
        " keras/ADJ/advmod/6 mengecam/VERB/advcl/2 Ratna/PROPN/obj/6 ./PUNCT/punct/2"
    )
    assert only(page, ("PER", "Wirya"), ("PER", "Ratna")).status == "planned"


def test_coordinated_verb_shares_the_subject() -> None:
    page = make_page(
        "Para/DET/det/2 buruh/NOUN/nsubj/3 mogok/VERB/root/0 dan/CCONJ/cc/5"
        " berunjuk/VERB/dep/3 rasa/NOUN/obj/5 di/ADP/case/8 Labuhara/PROPN/obl/5 ./PUNCT/punct/3"
    )
    strike, demo = read(page, ("GROUP", "Para buruh"), ("GPE", "Labuhara"))
    assert (strike.type, strike.mode, strike.actors) == ("PROTEST", "strike", (0,))
    assert (demo.mode, demo.actors, demo.place) == ("demo", (0,), 1)


def test_thanks_on_behalf_of_somebody_go_to_whom_they_are_for(reader: Reader) -> None:
    text = (
        "Ketua Serikat Nelayan Muara Badrun Wiguna menyampaikan rasa terima kasihnya mewakili "
        "warga Rawa Elok atas bantuan yang diberikan Republik Samboja untuk dermaga itu."
    )
    record = reader.read(text)
    names = {entity.id: entity.name for entity in record.entities}
    thanks = next(event for event in record.events if event.type == "SUPPORT")
    assert [names[actor] for actor in thanks.actors] == ["Badrun Wiguna"]
    assert [names[recipient] for recipient in thanks.recipients] == ["Republik Samboja"]
