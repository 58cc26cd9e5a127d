"""Records of any text at all, for property tests."""

from hypothesis import strategies as st

from simak.record import (
    Article,
    Entity,
    Event,
    Mention,
    Published,
    Record,
    Role,
    Source,
    Statement,
    Time,
    Wording,
    article_id,
    check,
)

# All of Unicode, and more often what files stumble over.
texts = st.text(
    st.characters()
    | st.sampled_from("=+-@\t\r\n\x00\x0b\x1f\"',;_ \ud800\ufeff\ufffe\u2028\u202e😀é")
    | st.sampled_from("_x0041_"),
    min_size=1,
    max_size=40,
)


@st.composite
def records(draw):
    """Return a record in which every kind of row may be."""
    text = draw(texts)

    def span():
        start = draw(st.integers(0, len(text) - 1))
        return start, draw(st.integers(start + 1, len(text)))

    def some(make, most=3):
        return tuple(make(number) for number in range(draw(st.integers(0, most))))

    entities = some(
        lambda n: Entity(
            id=f"e{n}",
            type=draw(st.sampled_from(["PER", "ORG", "GPE", "GROUP", "POST"])),
            name=draw(texts),
            aliases=draw(st.lists(texts, max_size=2).map(tuple)),
            roles=some(lambda _: Role(title=draw(texts), organization=None, span=span()), 1),
            mentions=some(lambda _: Mention(span=span(), kind="name"), 2),
        )
    )
    ids = [entity.id for entity in entities]
    times = some(
        lambda n: Time(
            id=f"t{n}", span=span(), type="DATE", basis="text",
            value=draw(st.sampled_from(["2024-03-04", "2024", "XXXX-03", "2024-W10"]) | texts),
        ),
        1,
    )  # fmt: skip
    statements = some(
        lambda n: Statement(
            id=f"s{n}", kind="direct", act="say", cue=span(), content=some(lambda _: span(), 2),
            source=Source(entity=draw(st.sampled_from([None, *ids]))),
        )
    )  # fmt: skip
    parties = st.lists(st.sampled_from(ids), max_size=3).map(tuple) if ids else st.just(())
    events = some(
        lambda n: Event(
            id=f"v{n}", type=draw(st.sampled_from(["CONSULT", "ASSAULT"])), trigger=span(),
            actors=draw(parties) or tuple(ids[:1]), recipients=draw(parties),
            status=draw(st.sampled_from(["actual", "planned"])),
            time=draw(st.sampled_from([None, *(time.id for time in times)])),
            asserted_by=draw(st.sampled_from(["outlet", *(one.id for one in statements)])),
            evidence=(span(),), contexts=("crime",),
            intensity=draw(st.sampled_from([-9.5, 0.0, 4.0])),
        )
    ) if ids else ()  # fmt: skip
    record = Record(
        article=Article(
            id=article_id(text), text=text, title=draw(st.none() | texts),
            outlet=draw(st.none() | texts), byline=draw(st.lists(texts, max_size=2).map(tuple)),
            published=Published(value=draw(st.sampled_from([None, "2024-03-05"]))),
        ),
        entities=entities,
        times=times,
        statements=statements,
        events=events,
        wording=some(
            lambda _: Wording(span=span(), kind="loaded_term", asserted_by="outlet",
                              neutral=draw(texts)), 1
        ),
    )  # fmt: skip
    check(record)
    return record
