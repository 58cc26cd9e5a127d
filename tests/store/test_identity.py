"""Who is who across articles, and what people say about it."""

import itertools

import pytest

from simak.errors import StoreError
from simak.intake.article import Incoming
from simak.judgement import Judgement, Target, judgement
from simak.record import Article, Entity, Event, Link, Mention, Record, Role, article_id
from simak.store import Store, schema
from simak.store.name import form


def person(name, *roles, aliases=()):
    return name, "PER", roles, aliases


def record(number, *people):
    """A made-up record: each entity is a name, its type, its offices and its other names."""
    names = [one[0] for one in people]
    text = f"Berita {number}: " + ", ".join(names) + "."
    entities, at = [], {}
    for position, name in enumerate(names):
        start = text.index(name, text.index(":"))
        at[name] = f"e{position}", (start, start + len(name))
    for name, kind, roles, aliases in people:
        entities.append(
            Entity(
                id=at[name][0],
                type=kind,
                name=name,
                aliases=tuple(aliases),
                roles=tuple(
                    Role(title=title, organization=at[body][0], span=at[name][1])
                    for title, body in roles
                ),
                mentions=(Mention(span=at[name][1], kind="name"),),
            )
        )
    return Record(article=Article(id=article_id(text), text=text), entities=tuple(entities))


def body(name, aliases=()):
    return name, "ORG", (), aliases


def put(store, one, name="x"):
    store.put(Incoming(name=f"{name}-{one.article.id}", text=one.article.text), one)
    return one


def groups(store, *names):
    """Which entities are one: by article and name, without those that are alone."""
    table = schema.entity
    with store.engine.connect() as connection:
        rows = connection.execute(table.select().order_by(table.c.article)).all()
    found = {}
    for row in rows:
        if not names or row.name in names:
            found.setdefault(row.identity, []).append(row.name)
    return sorted(map(sorted, found.values()))


def name_of(store, entity):
    joined = schema.entity.join(schema.identity)
    with store.engine.connect() as connection:
        return (
            connection.execute(joined.select().where(schema.entity.c.name == entity))
            .mappings()
            .first()[schema.identity.c.name]
        )


def span(one, name):
    start = one.article.text.index(name, one.article.text.index(":"))
    return start, start + len(name)


def target(one, name):
    return Target(article=one.article.id, row="entity", span=span(one, name), words=name)


def judge(store, kind, first, second=None, value=None, at="2024-05-01"):
    given = judgement(kind, first, other=second, value=value, by="Tester", at=at)
    store.judge(given)
    return given


def test_a_full_name_is_one_person(store):
    put(store, record(1, person("Sari Wulan")))
    put(store, record(2, person("Sari  Wulan")))
    put(store, record(3, person("Sari Wulan Dewi")))
    assert groups(store) == [["Sari  Wulan", "Sari Wulan"], ["Sari Wulan Dewi"]]


def test_one_word_is_somebody_only_with_the_same_office(store):
    first = person("Sari Wulan", ("Bupati", "Rawa Elok"))
    place = ("Rawa Elok", "ORG", (), ())
    put(store, record(1, first, place))
    put(store, record(2, person("Wulan", ("Bupati", "Rawa Elok")), place))
    put(store, record(3, person("Wulan")))
    put(store, record(4, person("Wulan", ("Camat", "Rawa Elok")), place))
    assert groups(store, "Sari Wulan", "Wulan") == [["Sari Wulan", "Wulan"], ["Wulan"], ["Wulan"]]
    assert name_of(store, "Wulan") == "Sari Wulan"


def test_a_name_that_every_town_has_is_not_one_body(store):
    for number in range(2):
        put(store, record(number, body("Dinas Perhubungan"), body("Dinas Perhubungan Melati")))
    assert groups(store) == [
        ["Dinas Perhubungan"], ["Dinas Perhubungan"],
        ["Dinas Perhubungan Melati", "Dinas Perhubungan Melati"],
    ]  # fmt: skip


def test_links_and_the_lexicon_agree(store):
    link = Link(authority="kemendagri", id="99.01", basis="lexicon")
    for number, name in enumerate(("Rawa Elok", "Kabupaten Rawa Elok")):
        one = record(number, (name, "GPE", (), ()))
        entity = one.entities[0]
        linked = Entity(id=entity.id, type="GPE", name=name, link=link, mentions=entity.mentions)
        put(store, Record(article=one.article, entities=(linked,)))
    put(store, record(7, ("PBB", "ORG", (), ())))
    put(store, record(8, ("Perserikatan Bangsa-Bangsa", "ORG", (), ())))
    assert groups(store) == [
        ["Kabupaten Rawa Elok", "Rawa Elok"], ["PBB", "Perserikatan Bangsa-Bangsa"],
    ]  # fmt: skip


def test_a_village_without_a_link_is_only_itself(store):
    put(store, record(1, ("Sukamelati", "GPE", (), ())))
    put(store, record(2, ("Sukamelati", "GPE", (), ())))
    assert groups(store) == [["Sukamelati"], ["Sukamelati"]]


def test_who_is_who_does_not_depend_on_the_order(tmp_path):
    place = body("Rawa Elok")
    records = [
        record(1, person("Sari Wulan", ("Bupati", "Rawa Elok")), place),
        record(2, person("Wulan", ("Bupati", "Rawa Elok")), place),
        record(3, person("Sari Wulan", aliases=["Wulan Dewi"])),
        record(4, person("Wulan Dewi")),
    ]
    seen = set()
    for number, order in enumerate(itertools.permutations(records)):
        with Store(tmp_path / f"{number}.db") as store:
            for one in order:
                put(store, one)
            found = groups(store, "Sari Wulan", "Wulan", "Wulan Dewi")
            seen.add((str(found), name_of(store, "Wulan")))
    assert seen == {("[['Sari Wulan', 'Sari Wulan', 'Wulan', 'Wulan Dewi']]", "Wulan Dewi")}


def test_people_say_who_is_the_same(store):
    one, two = put(store, record(1, person("Wulan"))), put(store, record(2, person("Ibu Sari")))
    said = judge(store, "same", target(one, "Wulan"), target(two, "Ibu Sari"))
    assert groups(store) == [["Ibu Sari", "Wulan"]]
    judge(store, "undo", said.target, said.other, value=said.id, at="2024-05-02")
    assert groups(store) == [["Ibu Sari"], ["Wulan"]]


def test_people_say_who_is_not(store):
    records = [put(store, record(number, person("Sari Wulan"))) for number in range(3)]
    first = target(records[0], "Sari Wulan")
    said = judge(store, "different", first, target(records[2], "Sari Wulan"))
    assert groups(store) == [["Sari Wulan"], ["Sari Wulan", "Sari Wulan"]]
    # and it holds for what comes in later, and when it is read again
    put(store, record(3, person("Sari Wulan")))
    put(store, records[2])
    assert [len(group) for group in groups(store)] == [1, 3]
    judge(store, "undo", said.target, said.other, value=said.id, at="2024-05-02")
    assert [len(group) for group in groups(store)] == [4]


def test_people_give_names(store):
    one = put(store, record(1, person("Sari Wulan")))
    judge(store, "rename", target(one, "Sari Wulan"), value="Sari W. Dewi")
    put(store, record(2, person("Sari Wulan")))
    put(store, one)
    assert name_of(store, "Sari Wulan") == "Sari W. Dewi"
    judge(store, "rename", target(one, "Sari Wulan"), value="Hj. Sari", at="2024-05-03")
    assert name_of(store, "Sari Wulan") == "Hj. Sari"


def test_a_judgement_holds_when_the_article_is_read_again(store):
    one = record(1, person("Sari Wulan"), person("Budi Laut"))
    event = Event(
        id="v1", type="ACCUSE", trigger=(0, 6), actors=("e0",), status="actual",
        asserted_by="outlet", evidence=((0, 6),),
    )  # fmt: skip
    one = Record(article=one.article, entities=one.entities, events=(event,))
    put(store, one)
    wrong = judgement(
        "wrong", Target(article=one.article.id, row="event", span=(0, 6)), by="T", at="2024-05-01"
    )
    assert store.judge(wrong) == []
    assert store.record(one.article.id).events == ()
    assert store.record(one.article.id, judged=False) == one
    assert store.count("event") == 0
    changed = Event(**{**{f: getattr(event, f) for f in event.__struct_fields__}, "id": "v9"})
    put(store, Record(article=one.article, entities=one.entities, events=(changed,)))
    assert store.count("event") == 0
    assert store.judgements() == [wrong]
    assert store.judge(wrong) == []  # said before
    assert len(store.judgements()) == 1


def test_a_judgement_may_come_before_its_article(store):
    one = record(1, person("Sari Wulan"), person("Budi Laut"))
    judge(store, "wrong", target(one, "Budi Laut"))
    put(store, one)
    assert groups(store) == [["Sari Wulan"]]


def test_what_finds_no_row_is_told(store):
    one = put(store, record(1, person("Sari Wulan")))
    lost = judgement(
        "wrong", Target(article=one.article.id, row="event", span=(0, 6)), by="T", at="2024-05-01"
    )
    assert store.judge(lost) == [lost]
    assert isinstance(store.judgements()[0], Judgement)


def test_keys_that_go_away_let_identities_go(store):
    put(store, record(1, person("Sari Wulan")))
    put(store, record(2, person("Wulan Dewi")))
    bridge = record(3, person("Sari Wulan", aliases=["Wulan Dewi"]))
    put(store, bridge)
    assert len(groups(store)) == 1
    without = Record(
        article=bridge.article,
        entities=(
            Entity(id="e0", type="PER", name="Sari Wulan", mentions=bridge.entities[0].mentions),
        ),
    )
    put(store, without)
    assert store.settle()
    assert groups(store) == [["Sari Wulan", "Sari Wulan"], ["Wulan Dewi"]]
    assert not store.settle()


def test_articles_are_put_right(store):
    one = put(store, record(1, person("Sari Wulan")))
    said = judge(
        store, "value", Target(article=one.article.id, row="article"), value={"outlet": "Melati"}
    )
    assert store.record(one.article.id).article.outlet == "Melati"
    with store.engine.connect() as connection:
        assert connection.execute(schema.article.select()).one().outlet == "Melati"
    judge(store, "undo", said.target, value=said.id, at="2024-05-02")
    with store.engine.connect() as connection:
        assert connection.execute(schema.article.select()).one().outlet is None


def test_unnamed_people_are_nobody_across_articles(store):
    one = record(1, person("Sari Wulan"))
    crowd = Entity(
        id="e9", type="GROUP", name="warga", mentions=(Mention(span=(0, 6), kind="description"),)
    )
    put(store, Record(article=one.article, entities=(*one.entities, crowd)))
    with store.engine.connect() as connection:
        rows = connection.execute(schema.entity.select()).all()
    assert {row.name: row.identity is None for row in rows} == {"Sari Wulan": False, "warga": True}


@pytest.mark.parametrize("name", ["", "😀", "-", "É. Ünal", "A" * 5000])
def test_any_name(store, name):
    assert form(form(name)) == form(name)
    if name:
        put(store, record(1, person(name)))
        assert groups(store) == [[name]]


def test_no_article(store):
    with pytest.raises(StoreError):
        store.record("x")
