"""What the reader of times finds on TimeML files of our own: every tag, and nothing else."""

import datetime
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from simak.evaluation import evaluate_timeml
from simak.lexicon import Lexicon
from simak.reading.time import TimeReader
from simak.record import Article, Record, Time

READER = TimeReader(Lexicon())

# Creation time, then text in which [words|type|value] are the tags.
FILES = {
    "rapat": (
        "2024-05-15",
        """RANUBARU, Suluh Randu - Bupati Wirya membuka rapat di Balai Randu,
[Selasa (14/5/2024) sore|TIME|2024-05-14TAF]. Rapat itu berlangsung [tiga jam|DURATION|PT3H] dan
selesai [sekitar pukul 18.30 WIB|TIME|2024-05-14T18:30].
"[Kemarin|DATE|2024-05-13] kami siap, dan [pekan depan|DATE|2024-W21] kami mulai," kata Wirya di
Ranubaru, [Selasa (14/5/2024)|DATE|2024-05-14]. Rapat serupa digelar [setiap Jumat|SET|XXXX-WXX-5].
""",
    ),
    "laba": (
        "2024-08-02",
        """Laba PT Randu naik 12,5 persen menjadi Rp 2.024 miliar pada
[kuartal II 2024|DATE|2024-Q2], dari Rp 1.998 miliar pada [semester I tahun lalu|DATE|2023-H1].
Sejak [2019|DATE|2019], PT Randu menjual 2.019 unit. Pada [akhir 2023|DATE|2023] ia punya 1.500
pekerja, dan pada [era 1990-an|DATE|199] hanya 15 orang, kata Sarwi, [Kamis (1/8)|DATE|2024-08-01].
""",
    ),
    "libur": (
        "2024-04-05",
        """Arus mudik [Lebaran 2024|DATE|2024-04-10] memuncak
[H-3 Lebaran 2024|DATE|2024-04-07], kata Sarwi.
[Malam itu|TIME|2024-04-07TNI] jalan padat. Undang-Undang Nomor 22 Tahun 2009 berlaku di
sana. Pada [27 Ramadan 1445 H|DATE|2024-04-06] warga berdoa [selama ini|DURATION|PXX].
""",
    ),
}


def timeml(created: str, text: str) -> str:
    """Return the TimeML file for ``text`` with its tags in brackets."""
    parts = []
    for piece in " ".join(text.split()).split("["):
        tag, _, rest = piece.partition("]")
        if "|" in tag:
            words, kind, value = tag.split("|")
            parts.append(
                f"<TIMEX3 type={quoteattr(kind)} value={quoteattr(value)}>{escape(words)}</TIMEX3>"
            )
            parts.append(escape(rest))
        else:
            parts.append(escape(piece))
    created = f'<TIMEX3 type="DATE" value="{created}" functionInDocument="CREATION_TIME"/>'
    return f"<TimeML><DCT>{created}</DCT><TEXT>{''.join(parts)}</TEXT></TimeML>"


def read(article: Article) -> Record:
    assert article.published.value is not None
    day = datetime.date.fromisoformat(article.published.value)
    return Record(
        article=article,
        times=tuple(
            Time(id=str(n), span=row.span, type=row.type, value=row.value, basis=row.basis)
            for n, row in enumerate(READER.read(article.text, day))
        ),
    )


@pytest.mark.parametrize("name", sorted(FILES))
def test_all_tags_and_nothing_else(name: str, tmp_path: Path) -> None:
    path = tmp_path / f"{name}.tml"
    path.write_text(timeml(*FILES[name]), encoding="utf-8")
    figures = evaluate_timeml([path], read).figures()
    assert figures["timeml.f1_strict"] == 1.0
    assert figures["timeml.value_accuracy"] == 1.0
    assert figures["timeml.type_accuracy"] == 1.0
