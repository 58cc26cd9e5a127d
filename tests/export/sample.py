"""Hand-made records to export: every kind of row, no row, and free text that attacks."""

from msgspec.structs import replace

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
    Wording,
    article_id,
    check,
)

TEXT = (
    "Wali Kota Melati Sari Wulan bertemu Budi Laut di Kota Anggrek pada Senin (4/3).\n"
    '"Rezim <b>Anggrek</b> harus pergi.\nKami menolak," kata Sari & kawan-kawan.\n'
    "Sumber: Kabar Melati"
)


def span(words: str, start: int = 0) -> tuple[int, int]:
    begin = TEXT.index(words, start)
    return begin, begin + len(words)


def make_record() -> Record:
    record = Record(
        article=Article(
            id=article_id(TEXT),
            title="Rapat <script>alert(1)</script>",
            outlet='Kabar "Melati"',
            url="https://melati.example/rapat?a=1&b=2",
            byline=("Rina",),
            credited_sources=(CreditedSource(name="Kabar Melati", span=span("Kabar Melati")),),
            published=Published(value="2024-03-05", basis="given"),
            text=TEXT,
        ),
        entities=(
            Entity(
                id="e1",
                type="PER",
                name="Sari Wulan",
                roles=(Role(title="Wali Kota", organization="e2", span=span("Wali Kota Melati")),),
                mentions=(
                    Mention(span=span("Sari Wulan"), kind="name"),
                    Mention(span=span("Sari & kawan-kawan"), kind="name"),
                    Mention(span=span("Kami"), kind="pronoun"),
                ),
            ),
            Entity(id="e2", type="GPE", name="Melati",
                   mentions=(Mention(span=span("Melati"), kind="name"),)),
            Entity(id="e3", type="PER", name="Budi Laut",
                   mentions=(Mention(span=span("Budi Laut"), kind="name"),)),
            Entity(id="e4", type="GPE", name="Kota Anggrek", acronym="KA",
                   mentions=(Mention(span=span("Kota Anggrek"), kind="name"),)),
        ),
        times=(Time(id="t1", span=span("Senin (4/3)"), type="DATE", value="2024-03-04",
                    basis="anchored"),),
        statements=(
            Statement(
                id="s1", kind="direct", act="say", cue=span("kata"),
                source=Source(span=span("Sari & kawan-kawan"), entity="e1"),
                content=(span("Rezim <b>Anggrek</b> harus pergi.\nKami menolak"),),
            ),
            Statement(
                id="s2", kind="direct", act="reject", cue=span("menolak"),
                source=Source(span=None, entity=None), content=(span("Kami menolak"),),
                within="s1",
            ),
        ),
        events=(
            Event(id="v2", type="REJECT", trigger=span("menolak"), actors=("e1",),
                  recipients=("e4",), status="actual", asserted_by="s1",
                  evidence=(span("Kami menolak"),), statement="s2"),
            Event(id="v1", type="CONSULT", trigger=span("bertemu"), actors=("e1",),
                  recipients=("e3",), time="t1", place="e4", status="actual",
                  asserted_by="outlet", evidence=((0, TEXT.index("\n")),)),
        ),
        wording=(
            Wording(span=span("Rezim <b>Anggrek</b>"), kind="loaded_term", asserted_by="s1",
                    neutral="pemerintah Anggrek"),
        ),
    )  # fmt: skip
    check(record)
    return record


def make_nothing() -> Record:
    text = "Tidak ada apa-apa."
    return Record(article=Article(id=article_id(text), text=text))


def make_hostile() -> Record:
    """Return a record whose every free text tries to break out."""
    record = make_record()
    evil = "\"'><img src=x onerror=alert(1)></script><script>alert(2)</script>\x1b[31m\u202e\0"
    return replace(
        record,
        article=replace(record.article, title=evil, outlet=evil, url="javascript:alert(3)",
                        byline=(evil,), dateline_place=evil, text=record.article.text + evil),
        entities=tuple(replace(entity, name=evil, acronym=evil) for entity in record.entities),
        times=tuple(replace(time, value=evil) for time in record.times),
        wording=tuple(replace(row, neutral=evil) for row in record.wording),
    )  # fmt: skip
