"""TimeML: the text with its time expressions as inline TIMEX3 tags.

Standard: TimeML 1.2.1 (Pustejovsky et al. 2003; ISO 24617-1), as TempEval-3 has it: DOCID, DCT,
TEXT. ``TEXT`` holds the article to the letter, so that offsets can be counted in it. Tags nest;
where two expressions cross, the second stands as an empty tag behind the first, and says so in
``comment``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO
from xml.sax.saxutils import escape, quoteattr

from simak.export.format import Setting
from simak.export.plain import xml_plain
from simak.record import Record, Time


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write a record as TimeML; a file holds one article."""
    for record in records:
        out.write(document(record).encode())


def document(record: Record) -> str:
    """Return the TimeML document of a record.

    >>> from simak.record import Article, Published
    >>> text = "Hari ini hujan."
    >>> record = Record(
    ...     article=Article(id="a", text=text, published=Published(value="2024-03-05")),
    ...     times=(Time(id="t1", span=(0, 8), type="DATE", value="2024-03-05", basis="anchored"),),
    ... )
    >>> print(document(record).splitlines()[-2])  # doctest: +ELLIPSIS
    <TEXT><TIMEX3 tid="t1" type="DATE" value="2024-03-05" ...>Hari ini</TIMEX3> hujan.</TEXT>
    """
    article = record.article
    title = f"<TITLE>{_escaped(article.title)}</TITLE>\n" if article.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        "<TimeML>\n"
        f"<DOCID>{_escaped(article.id)}</DOCID>\n"
        f"<DCT>{_created(article.published.value)}</DCT>\n"
        f"{title}"
        f"<TEXT>{_tagged(record)}</TEXT>\n"
        "</TimeML>\n"
    )


def _created(date: str | None) -> str:
    if not date:
        return ""
    day = _escaped(date[:10])
    return (
        f'<TIMEX3 tid="t0" type="DATE" value={quoteattr(xml_plain(date[:10]))} '
        f'temporalFunction="false" functionInDocument="CREATION_TIME">{day}</TIMEX3>'
    )


def _tagged(record: Record) -> str:
    text = record.article.text
    # The longer of two that begin together is the outer one.
    times = sorted(record.times, key=lambda time: (time.span[0], -time.span[1]))
    pieces: list[str] = []
    open_: list[int] = []
    crossing: list[str] = []
    at = 0

    def advance(to: int) -> None:
        """Write the text up to an offset, with the ends of tags that lie before it."""
        nonlocal at
        while open_ and open_[-1] <= to:
            end = open_.pop()
            pieces.append(f"{_escaped(text[at:end])}</TIMEX3>")
            at = end
            if not open_:
                pieces.extend(crossing)
                crossing.clear()
        pieces.append(_escaped(text[at:to]))
        at = to

    for number, time in enumerate(times, start=1):
        start, end = time.span
        if open_ and open_[-1] > start and end > open_[-1]:
            crossing.append(f"<TIMEX3 {_attributes(record, time, number, crosses=True)}/>")
            continue
        advance(start)
        if open_ and end > open_[-1]:
            crossing.append(f"<TIMEX3 {_attributes(record, time, number, crosses=True)}/>")
            continue
        pieces.append(f"<TIMEX3 {_attributes(record, time, number)}>")
        open_.append(end)
    advance(len(text))
    return "".join(pieces)


def _attributes(record: Record, time: Time, number: int, *, crosses: bool = False) -> str:
    given = {"tid": f"t{number}", "type": str(time.type), "value": time.value}
    if isinstance(time.mod, str):
        given["mod"] = time.mod
    anchored = time.basis == "anchored"
    given["temporalFunction"] = str(anchored).lower()
    if anchored and record.article.published.value:
        given["anchorTimeID"] = "t0"
    if crosses:
        words = " ".join(record.words(time.span).split())
        given["comment"] = f"crosses the expression before it: {words}"
    return " ".join(f"{name}={quoteattr(xml_plain(value))}" for name, value in given.items())


def _escaped(text: str) -> str:
    return escape(xml_plain(text))
