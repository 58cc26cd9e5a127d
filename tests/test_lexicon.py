"""Lexicon files: rows, the user's folder over ours, faults with file and line."""

from pathlib import Path

import pytest

from simak import lexicon as module
from simak.errors import LexiconError
from simak.lexicon import Lexicon, read_rows

COLUMNS = ("term", "neutral", "alias")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    write(
        folder / "term.tsv",
        "# ours\nterm\tneutral\talias\nlaskar\tmilisi\tbarisan | kelompok\nrezim\tpemerintah\n",
    )
    monkeypatch.setattr(module, "SHIPPED", folder)
    return folder


def user_folder(tmp_path: Path, text: str) -> Path:
    folder = tmp_path / "user"
    folder.mkdir()
    write(folder / "term.tsv", text)
    return folder


def test_rows_keep_their_line(shipped: Path) -> None:
    rows = Lexicon().rows("term.tsv", COLUMNS)
    assert [(row["term"], row.line) for row in rows] == [("laskar", 3), ("rezim", 4)]
    assert rows[0].list("alias") == ("barisan", "kelompok")
    assert rows[1].list("alias") == ()


def test_a_users_row_takes_the_place_of_ours(shipped: Path, tmp_path: Path) -> None:
    user = user_folder(tmp_path, "term\tneutral\talias\nrezim\tpemerintahan\t\nbaru\tlain\t\n")
    rows = Lexicon(user).rows("term.tsv", COLUMNS)
    assert [(row["term"], row["neutral"]) for row in rows] == [
        ("laskar", "milisi"),
        ("rezim", "pemerintahan"),
        ("baru", "lain"),
    ]


def test_the_digest_tells_lexicons_apart(shipped: Path, tmp_path: Path) -> None:
    user = user_folder(tmp_path, "term\tneutral\talias\nbaru\tlain\t\n")
    assert Lexicon().digest != Lexicon(user).digest
    assert Lexicon(user).digest == Lexicon(user).digest


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("term\tother\talias\n", 1, "columns"),
        ("term\tneutral\talias\n\n# x\na\tb\tc\td\n", 4, "4 cells"),
        ("term\tneutral\talias\n\tb\tc\n", 2, "empty"),
    ],
)
def test_a_fault_says_file_and_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    path = write(tmp_path / "term.tsv", text)
    with pytest.raises(LexiconError, match=rf"term\.tsv:{line}: .*{says}"):
        list(read_rows(path, COLUMNS))


def test_bytes_that_are_no_utf8_say_their_line(tmp_path: Path) -> None:
    path = tmp_path / "term.tsv"
    path.write_bytes(b"term\tneutral\talias\na\tb\t\xe9\n")
    with pytest.raises(LexiconError, match=r"term\.tsv:2: not UTF-8"):
        list(read_rows(path, COLUMNS))


def test_a_value_out_of_its_list_says_what_is_allowed(shipped: Path) -> None:
    row = Lexicon().rows("term.tsv", COLUMNS)[0]
    with pytest.raises(LexiconError, match=r"term\.tsv:3: neutral is 'milisi'.*a, b"):
        row.one_of("neutral", ("a", "b"))


def test_a_file_of_an_unknown_name_is_refused(shipped: Path, tmp_path: Path) -> None:
    folder = tmp_path / "user"
    folder.mkdir()
    write(folder / "terms.tsv", "x\n")
    with pytest.raises(LexiconError, match=r"terms\.tsv.*known are term\.tsv"):
        Lexicon(folder)


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="no such folder"):
        Lexicon(tmp_path / "nowhere")
