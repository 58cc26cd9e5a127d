"""FollowTheMoney, checked by its library where that is installed."""

import io
import json

import pytest
from msgspec.structs import replace

from export.sample import make_hostile, make_nothing, make_record
from export.test_table import make_full, make_odd
from simak.export.followthemoney import _date
from simak.export.format import FORMATS, Identity, Setting
from simak.record import Link, Mention


def entities(records, **setting):
    out = io.BytesIO()
    FORMATS["ftm"].write(iter(records), out, Setting(**setting))
    return [json.loads(line) for line in out.getvalue().splitlines()]


def of(made, schema):
    return [one for one in made if one["schema"] == schema]


def only(values):
    (value,) = values
    return value


def test_who_did_what_to_whom():
    record = make_record()
    made = entities([record])
    by_name = {name: one for one in made for name in one["properties"].get("name", ())}
    met = by_name["CONSULT: Sari Wulan → Budi Laut"]["properties"]
    sari, budi = by_name["Sari Wulan"], by_name["Budi Laut"]
    assert met["involved"] == [sari["id"], budi["id"]]
    assert met["date"] == ["2024-03-04"]
    assert met["summary"] == [record.words(record.events[1].evidence[0])]
    assert met["proof"] == [record.article.id]
    link = next(
        one["properties"] for one in of(made, "UnknownLink")
        if one["properties"]["role"] == ["CONSULT"]
    )  # fmt: skip
    assert (link["subject"], link["object"]) == ([sari["id"]], [budi["id"]])
    assert len(of(made, "UnknownLink")) == 2


def test_statements_offices_and_names():
    record = make_full()
    made = entities([record])
    notes = of(made, "Note")
    (sari,) = (one for one in of(made, "Person") if one["properties"]["name"] == ["Sari Wulan"])
    assert notes[0]["properties"]["entity"] == [sari["id"]]
    assert notes[0]["properties"]["description"] == [record.words(record.statements[0].content[0])]
    assert "entity" not in notes[1]["properties"]
    (post,) = of(made, "Position")
    (held,) = of(made, "Occupancy")
    assert post["properties"]["name"] == ["Wali Kota Melati"]
    assert (held["properties"]["holder"], held["properties"]["post"]) == (
        [sari["id"]], [post["id"]],
    )  # fmt: skip
    assert held["properties"]["date"] == ["2024-03-05"]
    assert sari["properties"]["wikidataId"] == ["Q012"]
    (town,) = (one for one in made if one["properties"].get("name") == ["Kota Anggrek"])
    assert town["properties"]["alias"] == ["KA"]


def test_one_person_in_two_articles_of_a_store_is_one():
    first = make_full()
    second = replace(
        first, article=replace(first.article, id="0" * 16, published=replace(
            first.article.published, value="2025-01-02"))
    )  # fmt: skip

    def known(record):
        return {one.id: Identity(str(n), one.name) for n, one in enumerate(record.entities)}

    made = entities([first, second], identities=known)
    assert len(of(made, "Article")) == 2
    assert len(of(made, "Person")) == 2
    assert len(of(made, "Event")) == 4
    (held,) = of(made, "Occupancy")
    assert held["properties"]["date"] == ["2024-03-05", "2025-01-02"]
    assert held["properties"]["proof"] == [first.article.id, second.article.id]


def test_who_has_no_name_stays_out():
    record = make_record()
    sari, *others = record.entities
    crowd = replace(
        sari, type="GROUP", name="warga", mentions=(Mention(span=(0, 4), kind="description"),),
        roles=(),
    )  # fmt: skip
    made = entities([replace(record, entities=(crowd, *others))])
    assert {name for one in made for name in one["properties"].get("name", ())} >= {"Budi Laut"}
    assert not [one for one in made if one["properties"].get("name") == ["warga"]]
    assert of(made, "UnknownLink") == []
    assert len(of(made, "Event")) == 2  # what happened stays, with those who have a name


def test_only_what_happened_unless_asked():
    record = make_record()
    planned = replace(record, events=tuple(replace(one, status="planned") for one in record.events))
    assert of(entities([planned]), "Event") == []
    made = of(entities([planned], every_status=True), "Event")
    assert [only(one["properties"]["name"]).split(":")[0] for one in made] == [
        "REJECT (planned)", "CONSULT (planned)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "made"),
    [
        ("2024", "2024"), ("2024-03", "2024-03"), ("2024-03-05", "2024-03-05"),
        ("2024-03-05T01:00:00+07:00", "2024-03-04T18:00:00"),
        ("2024-03-05T01:00:00.5", "2024-03-05T01:00:00"), ("2024-W10", "2024-03-04T00:00:00"),
        ("kemarin", None), (None, None),
    ],
)  # fmt: skip
def test_dates(value, made):
    assert _date(value) == made


def test_every_reference_leads_somewhere():
    records = [make_full(), make_nothing(), make_hostile(), make_odd()]
    records = [
        replace(one, article=replace(one.article, id=f"{number:016x}"))
        for number, one in enumerate(records)
    ]
    made = entities(records)
    ids = {one["id"] for one in made}
    assert len(ids) == len(made)
    for one in made:
        for name in ("proof", "involved", "subject", "object", "holder", "post", "entity",
                     "organization"):  # fmt: skip
            assert set(one["properties"].get(name, ())) <= ids


def test_the_library_takes_every_value():
    model = pytest.importorskip("followthemoney").model
    record = make_full()
    link = Link(authority="iso3166", id="AT", basis="lexicon")
    parts = tuple(replace(one, link=link) if one.id == "e2" else one for one in record.entities)
    made = entities([replace(record, entities=parts), make_nothing()])
    for one in made:
        proxy = model.get_proxy(one, cleaned=False)
        model.get(one["schema"]).validate(one)
        assert set(proxy.properties) == set(one["properties"])
        for name, values in one["properties"].items():
            assert sorted(proxy.get(name)) == sorted(set(values)), (one["schema"], name)


def test_two_names_of_one_in_a_store_give_one_link():
    record = make_record()
    met = replace(record.events[1], actors=("e1", "e2", "e1"), recipients=("e3",))

    def known(record):
        return {"e1": Identity("7", "Sari"), "e2": Identity("7", "Sari"), "e3": Identity("8", "B")}

    made = entities([replace(record, events=(met,))], identities=known)
    assert len(of(made, "UnknownLink")) == 1
