import pytest

from simak.errors import LanguageError, LexiconError
from simak.intake.language import Detector, detect, require_indonesian
from simak.lexicon import Lexicon

INDONESIAN = [
    "Ia mengatakan bahwa rapat itu sudah selesai.",
    "Rapat dibuka.",
    "Presiden Sutarno tiba di Kota Melati",
    "GUBERNUR MERESMIKAN JEMBATAN MELATI DI KABUPATEN ANGGREK, KATA JURU BICARA",
    "Direktur Blue Harbour Holdings, John Smithson, menyebut The Great Northern Project of the "
    "Year bukan proyek yang gagal.",
    "Perdana Menteri Malaysia itu berkata bahwa polisi akan hadir, bukan hospital.",
]


@pytest.mark.parametrize("text", INDONESIAN)
def test_indonesian_is_never_refused(text):
    assert require_indonesian(text) in ("id", "und")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The president said on Monday that the government would build a new bridge.", "en"),
        ("Polis menahan seorang lelaki kerana disyaki mencuri motosikal di Taman Indah.", "ms"),
        ("Beliau berkata bahawa kerajaan akan membantu mangsa banjir pada Khamis.", "ms"),
        ("Panjenengane ngendika yen proyek iku bakal rampung ing taun ngarep lan migunani.", "jv"),
        ("Anjeunna nyarios yén jalma di dinya geus dibantuan jeung teu kudu hariwang.", "su"),
        ("De minister zei maandag dat de regering een nieuwe brug zal bouwen in de stad.", "nl"),
        ("Президент посетил столицу и встретился с министром.", "ru"),
    ],
)
def test_other_languages_are_refused_by_name(text, language):
    assert detect(text) == language
    with pytest.raises(LanguageError, match="--force") as caught:
        require_indonesian(text)
    assert caught.value.language == language
    assert require_indonesian(text, force=True) == language


@pytest.mark.parametrize("text", ["", " ", "1 2 3", "😀", "\0", "\u202e", "vs"])
def test_what_cannot_be_told_passes(text):
    assert require_indonesian(text) == "und"


def test_the_usual_article_needs_no_trained_identifier(monkeypatch):
    import simak.intake.language as module

    monkeypatch.setattr(module, "_identify", lambda text: pytest.fail("loaded py3langid"))
    assert detect("Menurut dia, warga yang tinggal di tepi sungai itu sudah mengungsi.") == "id"


def test_megabytes_are_sampled():
    assert detect("Warga yang tinggal di sana mengatakan bahwa air naik. " * 100_000) == "id"


def test_a_wrong_row_is_pointed_at(tmp_path):
    (tmp_path / "language_word.tsv").write_text("word\tlanguages\nbahwa\tid\nfoo\txx\n")
    with pytest.raises(LexiconError, match=r"language_word\.tsv:3: languages"):
        Detector(Lexicon(tmp_path))
