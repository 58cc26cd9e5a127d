"""Statements: causes of wrong rows in articles that no rule was made for, a test for each."""

from __future__ import annotations

import pytest
from tests.reading.test_statement import Read, read_page

from simak.reader import Reader
from simak.reading.page import Page
from simak.record import Record


@pytest.fixture(scope="module")
def said(reader: Reader) -> Read:
    """Return a function that reads a text through the pipeline, without other readers."""
    return lambda text: read_page(Page(reader.nlp(text)))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Meski sibuk, Wirya bersyukur telah memiliki bengkel itu.", "Wirya"),
        ("Setelah warga menjaga rumah Sekar dan Tono, Wirya meminta mereka pulang.", "Wirya"),
        ("Kepada tamu dari Wesmara itu, Wirya menyampaikan kekecewaan atas rencana itu.", "Wirya"),
        ("CEO dan Co - Founder Ladangku Wirya Sanjaya menuturkan harga beras akan naik.",
         "CEO dan Co - Founder Ladangku Wirya Sanjaya"),
        ("Direktur Pengaturan, Perizinan, dan Pengawasan Lautan Wirya Sanjaya menuturkan kapal "
         "itu akan berlayar.",
         "Direktur Pengaturan, Perizinan, dan Pengawasan Lautan Wirya Sanjaya"),
        ("Sutrisno, salah satu penjual cabai mengatakan harga itu disebabkan hujan.", "Sutrisno"),
        ("Wirya yang bertemu Sekar Ayu pagi itu mengaku senang.", "Wirya"),
        ("Wirya sendiri berjanji akan datang.", "Wirya"),
        ("Menurut politisi Partai Laut itu juga, kapal siap berlayar.", "politisi Partai Laut itu"),
        ("Adalah Menteri Kelautan Wirya Sanjaya dan Menteri Perahu Sekar Ayu yang kemudian "
         "mengingatkan agar kapal itu jangan berlayar.",
         "Menteri Kelautan Wirya Sanjaya dan Menteri Perahu Sekar Ayu"),
        ("“Sapi itu mahal,” tutur Lalu.", "Lalu"),
        ("“Sapi itu mahal,” kata Al Wirya.", "Al Wirya"),
    ],
)  # fmt: skip
def test_the_words_of_the_source(text: str, source: str, said: Read) -> None:
    (row,) = said(text)
    assert row.source == source


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Panitia Lomba Rakit, ia melanjutkan, akan menunda lomba.",
         ["Panitia Lomba Rakit", "akan menunda lomba"]),
        ("Untuk itu, ia menegaskan, akan dilakukan pemeriksaan.", ["akan dilakukan pemeriksaan"]),
        ("Sebab menurut Wirya, tanggul itu sudah tua.", ["tanggul itu sudah tua"]),
        ("Padahal kata Wirya, tanggul itu sudah dibangun.", ["tanggul itu sudah dibangun"]),
        ("Pengadilan menolak gugatan itu dan menunda sidang.", ["gugatan itu"]),
        ("Wirya mengatakan, “Tanggul itu jebol.” (bgs)", ["Tanggul itu jebol"]),
        ("Soal itu pelik dan Wirya menilai, jika tujuannya demikian, rapat itu batal.",
         ["jika tujuannya demikian, rapat itu batal"]),
        ("Wirya berpesan kepada wakilnya, Tono Sanjaya, (yang kelak diangkat), agar jangan pergi.",
         ["jangan pergi"]),
        ("Sekar mengucapkan selamat hari raya kepada warga.", ["hari raya kepada warga"]),
        ("Sekar disebut pula sebagai teman dekat Wirya.", ["Sekar", "sebagai teman dekat Wirya"]),
        ("Tono adalah guru dan Sekar disebut-sebut sebagai penasihat desa.",
         ["Sekar", "sebagai penasihat desa"]),
    ],
)  # fmt: skip
def test_the_words_of_the_content(text: str, content: list[str], said: Read) -> None:
    (row,) = said(text)
    assert row.content == content


@pytest.mark.parametrize(
    ("text", "act", "source", "content"),
    [
        ("Wesmara terus melakukan uji rudal dan nuklir meski dikecam oleh warga dunia.",
         "condemn", "warga dunia", ["uji rudal dan nuklir"]),
        ("Aksi itu dinilai Wirya memalukan.", "say", "Wirya", ["Aksi itu", "memalukan"]),
        ("Wirya menggambarkan Sekar sebagai “putri desa”.",
         "say", "Wirya", ["Sekar sebagai “putri desa”"]),
        ("Dalam surat itu, disebutkan penempatan dana tidak melebihi tujuh hari.",
         "say", None, ["penempatan dana tidak melebihi tujuh hari"]),
        ("Wirya mendukung penuh rencana pemerintah.", "say", "Wirya", ["rencana pemerintah"]),
        ("Wirya menyambut keputusan panitia itu.", "welcome", "Wirya", ["keputusan panitia itu"]),
        ("Pemerintah Wesmara menawarkan bantuan untuk korban banjir.",
         "propose", "Pemerintah Wesmara", ["bantuan untuk korban banjir"]),
        ("Wirya merasa panitia tidak perlu menambah aturan.",
         "say", "Wirya", ["panitia tidak perlu menambah aturan"]),
        ("Berdasar pengakuan Wirya, kapal itu tenggelam.", "say", "Wirya", ["kapal itu tenggelam"]),
    ],
)  # fmt: skip
def test_what_was_missed(
    text: str, act: str, source: str | None, content: list[str], said: Read
) -> None:
    (row,) = said(text)
    assert (row.act, row.source, row.content) == (act, source, content)


@pytest.mark.parametrize(
    "text",
    [
        "Kisah Wirya di Rawa Elok adalah salah satu kisah paling indah.",
        "Sebut saja Wirya Sanjaya dari Rawa Elok.",
        "Klub itu telah memastikan diri menjadi juara.",
        "Polisi masih meminta keterangan dari para saksi.",
        "Walaupun ia sedikit khawatir, Wirya cukup lega karena hujan reda.",
        "Datangnya Wirya sekaligus menepis isu itu.",
        "Tudingan itu, dilontarkan Wirya usai sidang di Rawa Elok.",
        "Wirya merasa tertipu.",
        "Wirya menyambut tamu di balai desa.",
        "Aksi itu dinilai gagal.",
        "Penjelasan itu sama dengan yang sudah dia sampaikan kepada para wartawan.",
    ],
)
def test_what_is_no_statement(text: str, said: Read) -> None:
    assert said(text) == []


def test_hearsay_in_a_quotation_has_no_speaker(said: Read) -> None:
    (row,) = said("“Tadi sudah rapat, katanya mereka tidak makan,” kata Wirya Sanjaya.")
    assert row.source == "Wirya Sanjaya"


def test_an_act_of_words_that_somebody_is_to_do(said: Read) -> None:
    rows = said("Wirya mendesak agar bupati menarik ucapannya dan meminta maaf kepada warga.")
    assert [row.act for row in rows] == ["demand"]


def test_a_verb_behind_saat_has_the_speaker_before(said: Read) -> None:
    _, second = said("“Kami tidak diam,” kata Wirya saat mengumumkan penutupan pelabuhan.")
    assert (second.act, second.source, second.content) == (
        "announce", "Wirya", ["penutupan pelabuhan"],
    )  # fmt: skip


def test_whom_kepada_in_front_names(said: Read) -> None:
    (row,) = said("Kepada Suara Rawa, Wirya mengungkapkan bahwa tanggul itu jebol.")
    assert row.addressee == "Suara Rawa"


def test_the_subject_of_a_quotation_that_begins_with_its_verb(said: Read) -> None:
    rows = said("Wirya menyatakan kedua desa “menegaskan bahwa tanggul itu jebol”.")
    nested = next(row for row in rows if row.cue == "menegaskan")
    assert (nested.source, nested.content) == ("kedua desa", ["tanggul itu jebol"])
    assert nested.within == 0


def test_a_quotation_behind_a_sentence_without_a_cue(said: Read) -> None:
    text = "Wirya mengatakan tanggul itu jebol. Banjir pun datang.\n“Kami akan membangunnya lagi.”"
    (row,) = said(text)
    assert row.content == ["tanggul itu jebol", "Kami akan membangunnya lagi"]
    (row,) = said(text.replace("Banjir pun", "Sekar Ayu pun"))
    assert row.content == ["tanggul itu jebol"]


def test_a_question_and_its_answer_are_two_speakers(said: Read) -> None:
    (row,) = said("“Kapan rapat itu?” “Besok,” kata Wirya Sanjaya.")
    assert row.content == ["Besok"]
    (row,) = said("“Kapan rapat itu?” tanya jaksa.\n“Besok, Pak Jaksa.”")
    assert row.content == ["Kapan rapat itu?"]


def _sources(record: Record) -> list[str | None]:
    names = {entity.id: entity.name for entity in record.entities}
    return [names.get(row.source.entity or "") for row in record.statements]


def test_initials_of_the_desk_hide_no_quotation(reader: Reader) -> None:
    text = "Tanggul jebol.\n“Tanggul itu tua. Kami akan membangunnya lagi,” ujar Wirya. (bgs)"
    record = reader.read(text)
    (row,) = record.statements
    assert record.words(row.content[0]) == "Tanggul itu tua. Kami akan membangunnya lagi"
    assert row.kind == "direct"


def test_who_speaks_for_somebody_named(reader: Reader) -> None:
    record = reader.read("Keluarga Wirya Sanjaya menolak tuduhan itu.")
    assert "Wirya Sanjaya" not in _sources(record)
    record = reader.read("Kuasa hukum Wirya Sanjaya atau Yaya, Sekar Ayu mengatakan kliennya siap.")
    assert _sources(record) == ["Sekar Ayu"]
