"""The lexicon of actors: what ships, and what a user adds or replaces."""

from __future__ import annotations

from pathlib import Path

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.actor import AUTHORITIES, ActorList
from simak.reading.coreference import Coreference
from simak.reading.mention import MentionReader
from simak.reading.role import RoleReader

from .test_mention import plain_page

HEADER = "name\ttype\taliases\tacronyms\tcapitals\tneutral\tlink\n"


def own(folder: Path, *rows: str) -> Lexicon:
    (folder / "actor.tsv").write_text(HEADER + "".join(f"{row}\n" for row in rows), "utf-8")
    return Lexicon(folder)


def test_every_form_names_one_actor() -> None:
    owner: dict[str, str] = {}
    for row in Lexicon().rows("actor.tsv", tuple(HEADER.strip().split("\t"))):
        for form in {row["name"], *row.list("aliases"), *row.list("acronyms")}:
            assert owner.setdefault(form, row["name"]) == row["name"], form


def test_no_two_actors_share_an_identifier() -> None:
    owner: dict[str, str] = {}
    for row in Lexicon().rows("actor.tsv", tuple(HEADER.strip().split("\t"))):
        if row["link"]:
            assert row["link"].split(":")[0] in AUTHORITIES
            assert owner.setdefault(row["link"], row["name"]) == row["name"]


def test_a_user_adds_an_actor_that_is_found_linked_and_joined(tmp_path: Path) -> None:
    row = "Ikatan Nelayan Elok\tORG\tNelayan Elok\tINELO\t\t\twikidata:Q1"
    lexicon = own(tmp_path, row)
    page = plain_page("Warga bertemu INELO. Kata warga Ikatan Nelayan Elok menolak.")
    roles, mentions = RoleReader(lexicon).read(page, MentionReader(lexicon).read(page))
    cast = Coreference(lexicon).read(page, mentions, roles, (), ())
    [body] = [referent for referent in cast.referents if referent.type == "ORG"]
    assert (body.name, body.acronym) == ("Ikatan Nelayan Elok", "INELO")
    assert body.link is not None
    assert (body.link.authority, body.link.id) == ("wikidata", "Q1")
    assert ActorList(lexicon).get("Indonesia") is not None


def test_a_row_of_the_same_name_takes_the_place_of_ours(tmp_path: Path) -> None:
    row = "Komisi Pemberantasan Korupsi\tORG\tKomisi Antirasuah\t\t\t\t"
    actors = ActorList(own(tmp_path, row))
    assert actors.get("KPK") is None
    known = actors.get("Komisi Antirasuah")
    assert known is not None
    assert known.name == "Komisi Pemberantasan Korupsi"


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("Elok\tTEAM\t\t\t\t\t", "type is 'TEAM'"),
        ("Elok\tORG\t\t\t\t\tQ1", "link is 'Q1'"),
        ("Elok\tORG\t\t\t\t\tnowhere:1", "link is 'nowhere:1'"),
    ],
)
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str, what: str) -> None:
    with pytest.raises(LexiconError, match=what) as caught:
        ActorList(own(tmp_path, row))
    assert "actor.tsv:2" in str(caught.value)
