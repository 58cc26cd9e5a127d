from pathlib import Path

import pytest

from simak.errors import FormatError
from simak.evaluation import Fallen, fallen, read_floors

TOML = """\
[gold]
"times.f1_value" = 1
[gold.statements]
f1_50 = 0.8
[ud]
"conllu.f1_las" = 0.7
"""


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_tables_give_dotted_keys(tmp_path: Path) -> None:
    floors = {"gold.times.f1_value": 1.0, "gold.statements.f1_50": 0.8, "ud.conllu.f1_las": 0.7}
    assert read_floors(write(tmp_path / "f.toml", TOML)) == floors
    text = '{"gold": {"times.f1_value": 1, "statements": {"f1_50": 0.8}}, "ud.conllu.f1_las": 0.7}'
    assert read_floors(write(tmp_path / "f.json", text)) == floors


def test_what_fell_and_what_was_not_measured() -> None:
    floors = {"gold.a": 0.8, "gold.b": 0.5, "gold.c": 0.5, "gold.d": 1 / 3, "ud.e": 0.9}
    figures = {"a": 0.79, "b": 0.5, "d": 1 - 2 / 3}
    assert fallen(figures, floors, "gold") == [
        Fallen("gold.a", 0.8, 0.79),
        Fallen("gold.c", 0.5, None),
    ]
    assert [str(row) for row in fallen(figures, floors, "gold")] == [
        "gold.a: 0.7900, floor 0.8000",
        "gold.c: not measured, floor 0.5000",
    ]
    assert fallen({"a": 1.0}, {"a": 0.5}) == []


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("f.toml", '[gold]\n"a" = 80\n', 2),
        ("f.toml", "[gold]\na = 'x'\n", 2),
        ("f.toml", "[gold]\n\na = = 1\n", 3),
        ("f.json", '{\n"a": true}', 2),
        ("f.json", '{"a": 0.5,\n}', 2),
        ("f.json", "[]", 1),
    ],
)
def test_faults_say_file_and_line(tmp_path: Path, name: str, text: str, line: int) -> None:
    with pytest.raises(FormatError, match=rf"f\.\w+:{line}: "):
        read_floors(write(tmp_path / name, text))
