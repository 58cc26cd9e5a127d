import pytest

from simak.errors import InputError
from simak.intake.origin import collect


def test_files_folders_and_what_is_not_there(tmp_path):
    (tmp_path / "b.txt").write_text("b")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "c.md").write_text("c")
    (tmp_path / ".hidden.txt").write_text("h")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.TXT").write_text("d")
    (tmp_path / "empty").mkdir()
    found = list(
        collect([str(tmp_path / "b.txt"), str(tmp_path), str(tmp_path / "lost"), "-",
                 str(tmp_path / "empty"), str(tmp_path / "c.md")])
    )  # fmt: skip
    names = [origin.name.removeprefix(f"{tmp_path}/") for origin in found]
    assert names == ["b.txt", "a.txt", "sub/d.TXT", "lost", "standard input", "empty", "c.md"]
    assert [origin.fault is not None for origin in found] == [0, 0, 0, 1, 0, 1, 0]
    assert found[0].read() == b"b"
    with pytest.raises(InputError, match="lost: no such file"):
        found[3].read()


def test_saved_pages_without_what_browsers_save_beside_them(tmp_path):
    for name in ("a.html", "b.HTM", "a_files/iklan.html", "c_files/d.html", "e.txt", "f.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [origin.name.removeprefix(f"{tmp_path}/") for origin in collect([str(tmp_path)])]
    assert names == ["a.html", "b.HTM", "e.txt", "c_files/d.html"]


def test_a_name_that_is_too_long():
    (origin,) = collect(["x" * 5000])
    with pytest.raises(InputError):
        origin.read()


def test_a_file_without_end_is_refused(monkeypatch, tmp_path):
    monkeypatch.setattr("simak.intake.origin.LARGEST", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    (origin,) = collect([str(tmp_path / "a.txt")])
    with pytest.raises(InputError, match="larger"):
        origin.read()
