"""Questions to a store: filters combine, names lead to identities, counting says what it counts."""

import pytest

from simak.errors import StoreError
from simak.intake.article import Incoming
from simak.record import (
    Article,
    CreditedSource,
    Entity,
    Event,
    Mention,
    Published,
    Record,
    Role,
    Source,
    Statement,
    Time,
    article_id,
)
from simak.store.question import (
    EventFilter,
    StatementFilter,
    Where,
    count_events,
    count_statements,
    events,
    overview,
    reports,
    search,
    statements,
    who,
)
from simak.store.question.filter import sentence


def article(number, published, outlet, *, actor="Sari Wulan", target="Budi Laut", credit=None,
            kind="CONSULT", status="actual", day=None, office="Bupati"):  # fmt: skip
    """A made-up record: somebody says something, and does something to somebody."""
    text = (
        f"Berita {number}. {office} Rawa Elok {actor} bertemu {target} di Melati pada hari itu. "
        f'"Kami membangun jembatan baru untuk warga," kata {actor}. Sumber: {credit or "-"}. '
        + " ".join(f"kata{n}" for n in range(40))
    )

    def at(words, after=0):
        start = text.index(words, after)
        return start, start + len(words)

    quote = at("Kami membangun jembatan baru untuk warga")
    entities = (
        Entity(
            id="e1", type="PER", name=actor,
            roles=(Role(title=office, organization="e3", span=at(office)),),
            mentions=(
                Mention(span=at(actor), kind="name"),
                Mention(span=at(actor, quote[1]), kind="name"),
            ),
        ),
        Entity(id="e2", type="PER", name=target, mentions=(Mention(span=at(target), kind="name"),)),
        Entity(
            id="e3", type="GPE", name="Rawa Elok",
            mentions=(Mention(span=at("Rawa Elok"), kind="name"),),
        ),
        Entity(
            id="e4", type="GROUP", name="warga",
            mentions=(Mention(span=at("warga"), kind="description"),),
        ),
    )  # fmt: skip
    times = ()
    if day:
        times = (Time(id="t1", span=at("hari itu"), type="DATE", value=day, basis="anchored"),)
    return Record(
        article=Article(
            id=article_id(text), text=text, outlet=outlet, title=f"Judul {number}",
            published=Published(value=published, basis="metadata" if published else "unknown"),
            credited_sources=(
                (CreditedSource(name=credit, span=at(credit)),) if credit else ()
            ),
        ),
        entities=entities,
        times=times,
        statements=(
            Statement(
                id="s1", kind="direct", act="promise", cue=at("kata"),
                source=Source(span=at(actor, quote[1]), entity="e1"), content=(quote,),
            ),
        ),
        events=(
            Event(
                id="v1", type=kind, trigger=at("bertemu"), actors=("e1",), recipients=("e2",),
                status=status, asserted_by="outlet", evidence=(at("bertemu"),),
                time="t1" if day else None, place="e3", contexts=("election",),
            ),
        ),
    )  # fmt: skip


RECORDS = [
    article(1, "2024-03-05", "Harian Melati", day="2024-03-04"),
    article(2, "2024-03-05", "Kabar Anggrek", day="2024-03-04"),
    article(3, "2024-03-06", "Suara Kenanga", day="2024-03-05", credit="Harian Melati"),
    article(4, "2024-04-10", "Harian Melati", day="2024-04-09"),
    article(5, "2024-04-10", "Harian Melati", actor="Rangga Surya", kind="ACCUSE", office="Camat"),
    article(6, None, None, actor="Budi Laut", target="Sari Wulan", kind="REJECT", status="denied"),
]


@pytest.fixture
def full(store):
    for number, one in enumerate(RECORDS):
        store.put(Incoming(name=f"{number}", text=one.article.text, outlet=one.article.outlet), one)
    return store


def ids(rows):
    known = {one.article.id: number for number, one in enumerate(RECORDS, start=1)}
    return sorted(known[row.article] for row in rows)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"by": "Sari Wulan"}, [1, 2, 3, 4]),
        ({"by": "wulan"}, [1, 2, 3, 4]),
        ({"by": "WULAN", "since": "2024-03-06"}, [3, 4]),
        ({"by": "Sari Wulan", "until": "2024-03"}, [1, 2, 3]),
        ({"since": "2024-04", "until": "2024"}, [4, 5]),
        ({"outlet": "harian melati"}, [1, 4, 5]),
        ({"about": "bangun"}, [1, 2, 3, 4, 5, 6]),
        ({"about": "Sari Wulan"}, []),
        ({"words": '"jembatan baru"', "by": "Rangga"}, [5]),
        ({"act": "promise", "kind": "direct", "by": "Budi"}, [6]),
        ({"act": "deny"}, []),
        ({"by": "Tak Ada"}, []),
        ({"by": "#99999"}, []),
    ],
)
def test_statements(full, asked, found):
    assert ids(statements(full, StatementFilter(**asked))) == found


def test_a_statement_says_where_it_stands(full):
    (said,) = statements(full, StatementFilter(by="Rangga Surya"))
    assert said.speaker == "Rangga Surya"
    assert said.content == "Kami membangun jembatan baru untuk warga"
    assert said.evidence == '"Kami membangun jembatan baru untuk warga," kata Rangga Surya.'
    text = RECORDS[4].article.text
    assert (
        text[said.start : said.end]
        == 'Kami membangun jembatan baru untuk warga," kata Rangga Surya'
    )


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"type": "CONSULT"}, [1, 2, 3, 4]),
        ({"actor": "Sari Wulan"}, [1, 2, 3, 4]),
        ({"recipient": "Sari Wulan"}, [6]),
        ({"between": ("Budi Laut", "Sari Wulan")}, [1, 2, 3, 4, 6]),
        ({"between": ("Rangga Surya", "Sari Wulan")}, []),
        ({"since": "2024-03-05", "until": "2024-03-31"}, [3]),
        ({"status": "denied"}, [6]),
        ({"place": "Rawa Elok", "type": "ACCUSE"}, [5]),
        ({"context": "election", "outlet": "Kabar Anggrek"}, [2]),
        ({"context": "elect"}, []),
    ],
)
def test_reports(full, asked, found):
    assert ids(reports(full, EventFilter(**asked))) == found


def test_one_event_told_by_three_outlets(full):
    first, *others = events(full, EventFilter(actor="Sari Wulan"))
    assert [len(first.reports), *(len(one.reports) for one in others)] == [3, 1]
    assert sorted(first.outlets) == ["Harian Melati", "Kabar Anggrek", "Suara Kenanga"]
    assert first.tellings == 1  # their words are nearly the same
    assert (first.first, first.last) == ("2024-03-04", "2024-03-05")


def test_who_credits_another_is_no_second_voice(store):
    # other words, so that they are no copies
    third = article(3, "2024-03-06", "Suara Kenanga", day="2024-03-04", credit="Harian Melati")
    for number, one in enumerate((*RECORDS[:2], third)):
        more = one.article.text + " " + " ".join(f"kata{number}x{n}" for n in range(300))
        record = Record(
            article=Article(
                id=article_id(more), text=more, outlet=one.article.outlet,
                published=one.article.published, credited_sources=one.article.credited_sources,
            ),
            entities=one.entities, times=one.times, events=one.events, statements=one.statements,
        )  # fmt: skip
        store.put(Incoming(name=f"{number}", text=more), record)
    (event,) = events(store)
    assert (event.tellings, len(event.outlets), event.independent) == (3, 3, 2)


def test_counting_says_what_it_counts(full):
    assert count_events(full, "type", "report")[0] == ("CONSULT", 4)
    assert dict(count_events(full, "type", "event"))["CONSULT"] == 2
    assert count_events(full, "month", "event") == [("-", 1), ("2024-03", 1), ("2024-04", 2)]
    assert dict(count_events(full, "pair", "report"))["Sari Wulan > Budi Laut"] == 4
    assert dict(count_statements(full, "speaker"))["Sari Wulan"] == 4
    assert dict(count_statements(full, "outlet", StatementFilter(by="Sari Wulan"))) == {
        "Harian Melati": 2, "Kabar Anggrek": 1, "Suara Kenanga": 1,
    }  # fmt: skip
    assert overview(full)["articles"] == 6
    with pytest.raises(StoreError, match="cannot count by"):
        count_events(full, "colour")


def test_search(full):
    found = list(search(full, "bertemu", Where(since="2024-04")))
    assert ids(found) == [4, 5]
    assert "bertemu Budi Laut" in found[0].excerpt
    assert len(list(search(full, "temu", limit=2))) == 2


def test_who(full):
    found = who(full, "Sari Wulan")[0]
    assert (found.articles, found.first, found.last) == (5, "2024-03-05", "2024-04-10")
    (office,) = found.offices
    assert (office.title, office.organization, office.articles) == ("Bupati", "Rawa Elok", 4)
    assert found.acts == {"promise": 4}
    assert found.events == {"CONSULT (actor)": 4, "REJECT (recipient)": 1}
    assert who(full, f"#{found.identity}") == [found]
    assert who(full, "Tak Ada") == []


def test_spellings_of_an_office_are_one(store):
    for number, title in enumerate(("Menhub", "Menteri Perhubungan", "Menteri Perhubungan")):
        one = article(number, f"2024-03-0{number + 1}", "Harian Melati", office=title)
        store.put(Incoming(name=f"{number}", text=one.article.text), one)
    one = article(9, "2024-05-01", "Harian Melati", office="mantan Menhub")
    store.put(Incoming(name="9", text=one.article.text), one)
    offices = who(store, "Sari Wulan")[0].offices
    assert [(one.title, one.first, one.last, one.articles) for one in offices] == [
        ("Menteri Perhubungan", "2024-03-01", "2024-03-03", 3),
        ("mantan Menhub", "2024-05-01", "2024-05-01", 1),
    ]


@pytest.mark.parametrize("date", ["besok", "2024-13", "2024-02-30", ""])
def test_a_date_that_is_none(full, date):
    with pytest.raises(StoreError, match="is no date"):
        list(statements(full, StatementFilter(since=date)))
    with pytest.raises(StoreError, match="is no date"):
        list(reports(full, EventFilter(until=date)))


@pytest.mark.parametrize(
    ("text", "words", "whole"),
    [
        ("Hujan turun. Sari pergi. Warga pulang.", "pergi", "Sari pergi."),
        ("Sari pergi", "pergi", "Sari pergi"),
        ("Judul\nSari pergi ke Rp 1.500 pasar.\nLain", "pergi", "Sari pergi ke Rp 1.500 pasar."),
        ('Ia berkata, "Saya pergi." Lalu pulang.', "Lalu", "Lalu pulang."),
        ("a" * 5000, "a" * 4, "a" * 704),
    ],
)
def test_the_sentence_of_a_row(text, words, whole):
    start = text.index(words)
    assert sentence(text, start, start + len(words)) == whole
