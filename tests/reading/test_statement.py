"""Who said what to whom: by word order on untagged text, by the tree, through the pipeline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reading.page_maker import make_page, mention

from simak.errors import LexiconError
from simak.indonesian.language import blank
from simak.lexicon import Lexicon
from simak.reader import Reader
from simak.reading.finding import StatementFinding
from simak.reading.page import Page
from simak.reading.quotation import QuotationReader
from simak.reading.statement import StatementReader

_LEXICON = Lexicon()
_QUOTATIONS = QuotationReader(_LEXICON)
_STATEMENTS = StatementReader(_LEXICON)
_BLANK = blank()


class Said:
    """A statement as words, for comparison."""

    def __init__(self, text: str, row: StatementFinding) -> None:
        def words(span: tuple[int, int] | None) -> str | None:
            return None if span is None else text[slice(*span)]

        self.kind, self.act, self.within = row.kind, row.act, row.within
        self.cue, self.source, self.addressee = (
            words(row.cue),
            words(row.source),
            words(row.addressee),
        )
        self.content = [words(span) for span in row.content]
        self.row = row


Read = Callable[[str], list[Said]]


def read_page(page: Page) -> list[Said]:
    rows = _STATEMENTS.read(page, _QUOTATIONS.read(page), [])
    return [Said(page.text, row) for row in rows]


@pytest.fixture(scope="module")
def said(reader: Reader) -> Read:
    """Return a function that reads a text through the pipeline, without other readers."""

    def read(text: str) -> list[Said]:
        return read_page(Page(reader.nlp(text)))

    return read


# -- behind a quotation ------------------------------------------------------------------------


def test_cue_behind_a_quotation_of_several_sentences(said: Read) -> None:
    text = "“Kami sudah siap. Air akan naik,” kata Wirya Sanjaya, Humas Dinas Air, kepada wartawan."
    (row,) = said(text)
    assert (row.kind, row.act, row.cue, row.source) == ("direct", "say", "kata", "Wirya Sanjaya")
    assert row.addressee == "wartawan"
    assert row.content == ["Kami sudah siap. Air akan naik"]
    assert row.row.confidence >= 0.9


@pytest.mark.parametrize(
    ("tag", "cue", "source"),
    [
        ("ujarnya.", "ujar", "nya"),
        ("jelas dia.", "jelas", "dia"),
        ("tambah Sekar Ayu.", "tambah", "Sekar Ayu"),
        ("tulisnya di media sosial.", "tulis", "nya"),
        ("Wirya menegaskan.", "menegaskan", "Wirya"),
    ],
)
def test_tags(said: Read, tag: str, cue: str, source: str) -> None:
    (row,) = said(f"“Kami sudah menutup pintu air itu,” {tag}")
    assert (row.kind, row.cue, row.source) == ("direct", cue, source)
    assert row.content == ["Kami sudah menutup pintu air itu"]


def test_two_pieces_around_a_tag(said: Read) -> None:
    (row,) = said("“Kami datang,” kata Wirya, “dan kami menang.”")
    assert row.content == ["Kami datang", "dan kami menang"]


def test_a_quotation_without_a_cue_joins_the_statement_before(said: Read) -> None:
    (row,) = said("“Kami datang kemarin,” kata Wirya.\n“Kami pulang hari ini.”")
    assert row.content == ["Kami datang kemarin", "Kami pulang hari ini"]


def test_a_new_cue_begins_a_new_statement(said: Read) -> None:
    rows = said("“Kami datang,” kata Wirya. “Kami menang,” ujarnya.")
    assert [row.cue for row in rows] == ["kata", "ujar"]


# -- before what is said -----------------------------------------------------------------------


@pytest.mark.parametrize("link", [" bahwa ", ", ", ", bahwa ", " "])
def test_active_cue(said: Read, link: str) -> None:
    (row,) = said(f"Gubernur Wirya Sanjaya mengatakan{link}tanggul itu akan dibangun lagi.")
    assert (row.kind, row.cue, row.source) == ("indirect", "mengatakan", "Gubernur Wirya Sanjaya")
    assert row.content == ["tanggul itu akan dibangun lagi"]


def test_quotation_behind_an_active_cue(said: Read) -> None:
    (row,) = said("Wirya mengatakan, “Tanggul itu jebol.”")
    assert (row.kind, row.content) == ("direct", ["Tanggul itu jebol"])


def test_mixed(said: Read) -> None:
    (row,) = said("Wirya menyebut rencana itu “lelucon besar”.")
    assert (row.kind, row.content) == ("mixed", ["rencana itu “lelucon besar”"])


def test_addressee_and_deed(said: Read) -> None:
    (row,) = said("Wirya meminta warga agar pindah ke balai desa.")
    assert (row.act, row.addressee, row.content) == ("request", "warga", ["pindah ke balai desa"])
    (row,) = said("Partai Laut mengecam penutupan pelabuhan itu.")
    assert (row.act, row.source) == ("condemn", "Partai Laut")
    assert row.content == ["penutupan pelabuhan itu"]


def test_coordinated_cues_share_their_subject(said: Read) -> None:
    first, second = said(
        "Wirya mengucapkan selamat atas kemenangan itu dan menekankan bahwa kerja belum selesai."
    )
    assert (first.cue, first.act, first.content) == (
        "mengucapkan selamat", "congratulate", ["atas kemenangan itu"],
    )  # fmt: skip
    assert (second.cue, second.content) == ("menekankan", ["kerja belum selesai"])
    assert first.source == second.source == "Wirya"
    assert second.row.same_source == 0


def test_negation_belongs_to_the_cue(said: Read) -> None:
    (row,) = said("Wirya tidak membenarkan kabar itu.")
    assert (row.cue, row.act) == ("tidak membenarkan", "say")


def test_apposition_before_the_cue(said: Read) -> None:
    (row,) = said("Ketua panitia yang baru, Wirya Sanjaya, mengatakan bahwa lomba ditunda.")
    assert row.source == "Ketua panitia yang baru, Wirya Sanjaya"


def test_circumstances_between_subject_and_cue(said: Read) -> None:
    (row,) = said("Wirya dalam jumpa pers itu juga menegaskan bahwa lomba ditunda.")
    assert (row.source, row.content) == ("Wirya", ["lomba ditunda"])


# -- menurut, tags inside, passives ------------------------------------------------------------


def test_menurut(said: Read) -> None:
    (row,) = said("Menurut Wirya, tanggul itu sudah tua.")
    assert (row.cue, row.source, row.content) == ("Menurut", "Wirya", ["tanggul itu sudah tua"])
    (row,) = said("Tanggul itu, menurut Wirya, sudah tua.")
    assert row.content == ["Tanggul itu", "sudah tua"]
    assert said("Menurut jadwal, kapal tiba pukul delapan.") == []


def test_unquoted_tag(said: Read) -> None:
    (row,) = said("Tanggul itu, kata dia, sudah tua.")
    assert (row.cue, row.source, row.content) == ("kata", "dia", ["Tanggul itu", "sudah tua"])


def test_passives(said: Read) -> None:
    (row,) = said("Dijelaskan Wirya, tanggul itu sudah tua.")
    assert (row.cue, row.source, row.content) == ("Dijelaskan", "Wirya", ["tanggul itu sudah tua"])
    (row,) = said("Aksi itu disebut melibatkan ribuan orang.")
    assert (row.source, row.content) == (None, ["Aksi itu", "melibatkan ribuan orang"])
    (row,) = said("Warga diimbau menjauhi sungai.")
    assert (row.act, row.source, row.addressee) == ("request", None, "Warga")


# -- nesting -----------------------------------------------------------------------------------


def test_a_statement_inside_of_another(said: Read) -> None:
    outer, inner = said("Wirya mengatakan bahwa Sekar meminta warga agar pindah.")
    assert (outer.within, inner.within) == (None, 0)
    assert (inner.source, inner.act, inner.content) == ("Sekar", "request", ["pindah"])


def test_a_performative_in_a_quotation_is_direct(said: Read) -> None:
    rows = said("“Kami mengecam penutupan pelabuhan itu,” kata Wirya.")
    nested = next(row for row in rows if row.act == "condemn")
    assert nested.kind == "direct" and nested.source == "Kami"
    assert nested.within is not None and rows[nested.within].cue == "kata"


# -- what is no statement ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "Perlu dicatat bahwa tanggul itu sudah tua.",
        "Hasil survei menunjukkan bahwa harga naik.",
        "Rencana itu dinilai terlalu mahal.",
        "Tanggul itu diharapkan selesai bulan depan.",
        "Wirya akan mengumumkan nama pemenang.",
        "Keadaan ini menuntut kita bekerja sama.",
        "Jika Wirya menolak, rapat ditunda.",
        "Hal itu disampaikan Wirya di Ambon.",
        "Film “Laut Kelam” diputar kemarin.",
    ],
)
def test_no_statement(said: Read, text: str) -> None:
    assert said(text) == []


# -- the tree and the mentions -----------------------------------------------------------------


def test_head_of_the_source_is_the_head_of_the_mention() -> None:
    page = make_page(
        "Gubernur/NOUN/nsubj/3 Wirya/PROPN/flat:name/1 mengatakan/VERB/root/0 bahwa/SCONJ/mark/6"
        " air/NOUN/nsubj/6 naik/VERB/ccomp/3 ./PUNCT/punct/3"
    )
    (row,) = _STATEMENTS.read(page, [], [mention(page, "Wirya")])
    assert page.text[slice(*row.source or (0, 0))] == "Gubernur Wirya"
    assert row.source_head == 1
    assert page.doc[row.cue_head].text == "mengatakan"


def test_a_statement_knows_its_time() -> None:
    page = make_page(
        "Wirya/PROPN/nsubj/2 mengatakan/VERB/root/0 pada/ADP/case/4 Senin/PROPN/obl/2"
        " bahwa/SCONJ/mark/7 air/NOUN/nsubj/7 naik/VERB/ccomp/2 ./PUNCT/punct/2",
        times=[("Senin", "2024-04-01")],
    )
    (row,) = _STATEMENTS.read(page, [], [])
    assert row.time == 0
    assert [page.text[slice(*span)] for span in row.content] == ["air naik"]


def test_page_furniture_gives_no_statements() -> None:
    tree = (
        "Wirya/PROPN/nsubj/2 mengatakan/VERB/root/0 bahwa/SCONJ/mark/5"
        " air/NOUN/nsubj/5 naik/VERB/ccomp/2"
    )
    assert _STATEMENTS.read(make_page(tree, skip=[(0, 5)]), [], []) == []


# -- the lexicon -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "header", "row"),
    [
        (
            "cue.tsv",
            "stem\tact\tactive\tpassive\tafter\ttakes\tneeds",
            "x\tsing\tmexi\t\t\tclause\t",
        ),
        ("cue.tsv", "stem\tact\tactive\tpassive\tafter\ttakes\tneeds", "x\tsay\tmexi\t\t\tlagu\t"),
        ("cue.tsv", "stem\tact\tactive\tpassive\tafter\ttakes\tneeds", "x\tsay\t\t\t\tclause\t"),
        ("cue_phrase.tsv", "phrase\tact\tplace", "sesuai\tsay\tanywhere"),
        ("statement_word.tsv", "set\twords\tuse", "nouns\tair\t"),
    ],
)
def test_a_wrong_row_is_reported_with_its_line(
    tmp_path: Path, name: str, header: str, row: str
) -> None:
    (tmp_path / name).write_text(f"{header}\n{row}\n")
    with pytest.raises(LexiconError, match=f"{name}:2"):
        StatementReader(Lexicon(tmp_path))


def test_a_user_may_add_a_cue(tmp_path: Path) -> None:
    (tmp_path / "cue.tsv").write_text(
        "stem\tact\tactive\tpassive\tafter\ttakes\tneeds\n"
        "coleteh\tsay\tmencoleteh\t\tcoleteh\tclause\t\n"
    )
    text = "“Air naik,” coleteh Wirya."
    page = Page(_BLANK(text))
    (row,) = StatementReader(Lexicon(tmp_path)).read(page, _QUOTATIONS.read(page), [])
    assert text[slice(*row.cue)] == "coleteh"


# -- any text ----------------------------------------------------------------------------------

_WORDS = """Wirya Sekar mengatakan bahwa kata nya , . “ ” " ' yang dan menurut meminta agar tidak
disebut ( ) akan warga : tuntutan adalah Senin kepada di Ambon ingin menolak - 😀 \u200f"""
_PIECES = st.sampled_from([*_WORDS.split(), "\n"])


@settings(max_examples=200, deadline=None)
@given(st.lists(_PIECES, max_size=60))
def test_any_order_of_words(pieces: list[str]) -> None:
    text = " ".join(pieces)
    if not text.strip():
        return
    page = Page(_BLANK(text))
    rows = _STATEMENTS.read(page, _QUOTATIONS.read(page), [])
    for index, row in enumerate(rows):
        assert row.content
        for start, end in (row.cue, *row.content, *filter(None, (row.source, row.addressee))):
            assert 0 <= start < end <= len(text)
        assert row.within is None or (row.within != index and row.within < len(rows))
        assert row.same_source is None or row.same_source < index
        assert 0 < row.confidence <= 1


# -- causes found in reading unseen articles ---------------------------------------------------


@pytest.mark.parametrize(
    ("text", "cue", "source", "content"),
    [
        (
            "Wirya mengatakan rumah yang tertimbun longsor itu dihuni lima orang.",
            "mengatakan",
            "Wirya",
            ["rumah yang tertimbun longsor itu dihuni lima orang"],
        ),
        (
            "Wirya mengatakan bangunan besar itu milik Sekar Ayu.",
            "mengatakan",
            "Wirya",
            ["bangunan besar itu milik Sekar Ayu"],
        ),
        (
            "Wirya mengaku bangga dengan penampilan anak asuhnya.",
            "mengaku",
            "Wirya",
            ["bangga dengan penampilan anak asuhnya"],
        ),
        (
            "Menurut dia, perintah pencairan itu sudah dicabut.",
            "Menurut",
            "dia",
            ["perintah pencairan itu sudah dicabut"],
        ),
        (
            "Kali ini pemerintah berharap harga beras turun.",
            "berharap",
            "pemerintah",
            ["harga beras turun"],
        ),
        (
            "Jembatan itu akan dibuka lagi, demikian disampaikan pejabat setempat.",
            "disampaikan",
            "pejabat setempat",
            ["Jembatan itu akan dibuka lagi"],
        ),
        (
            "Tiga nelayan dilaporkan hilang di Teluk Cendana.",
            "dilaporkan",
            None,
            ["Tiga nelayan", "hilang di Teluk Cendana"],
        ),
        (
            "Meskipun demikian Wirya memastikan bahwa pasar tetap dibuka.",
            "memastikan",
            "Wirya",
            ["pasar tetap dibuka"],
        ),
        (
            "Warga membawa spanduk bertuliskan “Tolak Tambang” dan poster “Selamatkan Sungai”.",
            "bertuliskan",
            "Warga",
            ["Tolak Tambang", "Selamatkan Sungai"],
        ),
        (
            "Pernyataan Wirya bahwa harga beras turun disambut warga.",
            "Pernyataan",
            "Wirya",
            ["harga beras turun disambut warga"],
        ),
        (
            "Wirya memberikan apresiasi kepada tim medis.",
            "memberikan apresiasi",
            "Wirya",
            ["tim medis"],
        ),
        (
            "Menurut seorang warga yang melihat kejadian, truk itu melaju kencang.",
            "Menurut",
            "seorang warga",
            ["truk itu melaju kencang"],
        ),
    ],
)
def test_reports_of_unseen_kinds(
    text: str, cue: str, source: str | None, content: list[str], said: Read
) -> None:
    (row,) = said(text)
    assert (row.cue, row.source, row.content) == (cue, source, content)


def test_a_source_that_stays_unnamed_rejects_nothing(said: Read) -> None:
    (row,) = said("Seorang pejabat yang menolak disebut namanya mengatakan rapat itu batal.")
    assert (row.cue, row.content) == ("mengatakan", ["rapat itu batal"])


def test_what_is_wished_beside_another_wish_is_no_promise(said: Read) -> None:
    assert not said("Dinas Wana membangun jalan agar memudahkan dan menjamin kelancaran warga.")


@pytest.mark.parametrize(
    "source", ["perempuan berusia 17 tahun tersebut", "pria yang akrab disapa Jarwo itu"]
)
def test_a_demonstrative_closes_a_description(source: str, said: Read) -> None:
    (row,) = said(f"“Kami sudah berlatih lama,” ucap {source}.")
    assert row.source == source


def test_a_title_and_a_name_between_commas_are_one_source(said: Read) -> None:
    (row,) = said(
        "Menteri Pertahanan Wesmara, Jenderal Salvo Cendana, langsung mendatangi lokasi, Sabtu, "
        "dan menyatakan bertanggung jawab atas kecelakaan tersebut."
    )
    assert row.source == "Menteri Pertahanan Wesmara, Jenderal Salvo Cendana"


@pytest.mark.parametrize(
    "text",
    [
        "Wirya melayani sejumlah ibu yang berebut ingin berfoto.",
        "Partai yang dia ingin usung belum diumumkan kepada wartawan.",
        "Pemain paling menjanjikan tahun ini adalah Salvo Cendana.",
        "Argo kecewa dengan tuntutan yang disampaikan jaksa karena dinilai ringan.",
        "Wirya mengatakan hal itu dalam sambutannya ketika membuka pasar.",
        "Ia mengenakan syal merah bertuliskan “Suara Melati”.",
        "Sekar seolah mengajak penggemarnya untuk bergoyang.",
        "Mulai anak-anak hingga orang tua antusias mengikuti lomba itu.",
        "Kebebasan berpendapat dan berkumpul dijamin di kampus itu.",
    ],
)
def test_what_reports_nothing(text: str, said: Read) -> None:
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "Dari situ Wirya menegaskan bahwa pasar tetap dibuka.",
            "Wirya",
            ["pasar tetap dibuka"],
        ),
        (
            "Perihal pembukaan gedung itu, Wirya berharap warga ikut merawatnya.",
            "Wirya",
            ["warga ikut merawatnya"],
        ),
        (
            "Sama seperti operator lainnya, Wirya juga mengaku tertarik mengikuti lelang.",
            "Wirya",
            ["tertarik mengikuti lelang"],
        ),
        (
            "Untuk harga beras, Wirya mendesak Sekar agar turun tangan.",
            "Wirya",
            ["turun tangan"],
        ),
        (
            "Hal itu melanggar aturan desa dan warga desa itu berjanji akan melawan.",
            "warga desa itu",
            ["akan melawan"],
        ),
        (
            "Lebih lanjut kata dia, diare cukup berbahaya bagi anak.",
            "dia",
            ["diare cukup berbahaya bagi anak"],
        ),
        (
            "Panitia kejuaraan, lanjut Wirya telah memesan tambahan pasir.",
            "Wirya",
            ["Panitia kejuaraan", "telah memesan tambahan pasir"],
        ),
        (
            "Solusinya menurut mereka bisa dicapai dengan pompa baru.",
            "mereka",
            ["Solusinya", "bisa dicapai dengan pompa baru"],
        ),
        (
            "Wirya menegaskan tindakan yang dilakukan ketua partai itu sangat berlebihan.",
            "Wirya",
            ["tindakan yang dilakukan ketua partai itu sangat berlebihan"],
        ),
        (
            "Wirya meminta warga menunggu sepuluh menit, namun mereka sudah pulang.",
            "Wirya",
            ["menunggu sepuluh menit"],
        ),
    ],
)
def test_source_and_content_in_odd_places(
    text: str, source: str, content: list[str], said: Read
) -> None:
    (row,) = said(text)
    assert (row.source, row.content) == (source, content)
