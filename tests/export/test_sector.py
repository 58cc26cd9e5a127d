import pytest
from msgspec.structs import replace

from export.sample import make_record
from simak.errors import LexiconError
from simak.export.country import Countries
from simak.export.sector import Sectors
from simak.lexicon import Lexicon
from simak.record import Entity, Link, Role


@pytest.fixture(scope="module")
def sectors():
    return Sectors()


def entity(kind, name, *roles, link=None, acronym=None, id_="x"):
    return Entity(id=id_, type=kind, name=name, roles=roles, link=link, acronym=acronym)


def role(title, organization=None):
    return Role(title=title, organization=organization, span=(0, 9))


def code(sectors, one, *others):
    record = make_record()
    return tuple(sectors.codes(replace(record, entities=(one, *others)))[one.id])


AUSTRIA = Link(authority="iso3166", id="AT", basis="lexicon")
BANDUNG = Link(authority="kemendagri", id="32.73", basis="text")


@pytest.mark.parametrize(
    ("kind", "name", "made"),
    [
        ("ORG", "Komisi Pemilihan Umum", ("IDN", "GOV")),
        ("ORG", "Kementerian Kehutanan Austria", ("AUT", "GOV")),
        ("ORG", "Kementerian Kehutanan", (None, "GOV")),
        ("ORG", "Polres Bandung", ("IDN", "COP")),
        ("ORG", "PT Melati Jaya", ("IDN", "BUS")),
        ("ORG", "Melati Jaya Tbk", (None, "BUS")),
        ("ORG", "Partai Melati", (None, "PTY")),
        ("ORG", "Serikat Buruh Melati", (None, "LAB")),
        ("ORG", "Melati Jaya", (None, None)),
        ("ORG", "Uni Eropa", ("EUR", None)),
        ("GROUP", "tentara Austria", ("AUT", "MIL")),
        ("GROUP", "tiga mahasiswa", (None, "EDU")),
        ("GROUP", "sejumlah anggota Partai Melati", (None, "PTY")),
        ("GROUP", "Ketiga menteri luar negeri", (None, "GOV")),
        ("ORG", "Bawaslu Melati", ("IDN", "GOV")),
        ("ORG", "tim Bawaslu Melati", ("IDN", "GOV")),
        ("GROUP", "pemberontak", (None, "REB")),
        ("GROUP", "delegasi tersebut", (None, None)),
        ("POST", "Kapolres", ("IDN", "COP")),
        ("POST", "Direktur Polda Melati", ("IDN", "COP")),
        ("NORP", "suku Melati", (None, None)),
        ("PER", "Polisi Wulan", (None, None)),
    ],
)
def test_names(sectors, kind, name, made):
    assert code(sectors, entity(kind, name)) == made


@pytest.mark.parametrize(
    ("roles", "made"),
    [
        ([("Presiden", "land")], ("AUT", "GOV")),
        ([("Presiden Direktur", None)], (None, "BUS")),
        ([("Presiden", "club")], (None, "SOC")),
        ([("Anggota", "house")], ("IDN", "LEG")),
        ([("Bupati", "town")], ("IDN", "GOV")),
        ([("mantan Bupati", "town")], ("IDN", "ELI")),
        ([("mantan Bupati", "town"), ("Ketua", "club")], ("IDN", "SOC")),
        ([("Kombes Pol", None), ("Kepala Bidang Humas", "police")], ("IDN", "COP")),
        ([("juru masak", None)], (None, None)),
        ([], (None, None)),
    ],
)
def test_people(sectors, roles, made):
    others = [
        entity("GPE", "Austria", link=AUSTRIA, id_="land"),
        entity("GPE", "Bandung", link=BANDUNG, id_="town"),
        entity("ORG", "Melati FC", id_="club"),
        entity("ORG", "Dewan", acronym="DPR", id_="house"),
        entity("ORG", "Polda Melati", id_="police"),
    ]
    one = entity("PER", "Sari Wulan", *(role(*each) for each in roles))
    assert code(sectors, one, *others) == made


def test_countries_act_as_governments(sectors):
    assert code(sectors, entity("GPE", "Austria", link=AUSTRIA)) == ("AUT", "GOV")
    assert code(sectors, entity("GPE", "Negeri Melati")) == (None, "GOV")


def test_country_codes():
    countries = Countries()
    assert [countries.alpha3(one) for one in ("ID", "id", "US-CA", "ZZ")] == [
        "IDN", "IDN", "USA", None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("sector.tsv", "words\twhere\tsector\tcountry\nMelati\tname\tFOO\t", "sector is 'FOO'"),
        ("sector.tsv", "words\twhere\tsector\tcountry\nMelati\tfoo\tGOV\t", "where is 'foo'"),
        ("sector.tsv", "words\twhere\tsector\tcountry\nMelati\tname\t\tID", "three capital"),
        ("country_code.tsv", "alpha2\talpha3\nMEL\tMEL", "codes of two and three letters"),
    ],
)
def test_wrong_rows_are_told(tmp_path, name, text, why):
    (tmp_path / name).write_text(text + "\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=why):
        Sectors(Lexicon(tmp_path))


def test_own_rows(tmp_path):
    (tmp_path / "sector.tsv").write_text(
        "words\twhere\tsector\tcountry\nKomisi Pemilihan Umum\tname\tJUD\tAUT\n", encoding="utf-8"
    )
    own = Sectors(Lexicon(tmp_path))
    assert code(own, entity("ORG", "Komisi Pemilihan Umum")) == ("AUT", "JUD")
