import os
import stat
import threading

import pytest

from simak.cli import CommandError
from simak.cli.output import folder, sink


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_appears_when_it_is_complete(tmp_path):
    path = tmp_path / "baru" / "a.txt"
    with sink(path) as file:
        file.write(b"a")
        assert not path.exists()
    assert path.read_bytes() == b"a"
    assert names(path.parent) == ["a.txt"]


def test_a_fault_leaves_what_was_there(tmp_path):
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    with pytest.raises(RuntimeError), sink(path) as file:
        file.write(b"new")
        raise RuntimeError
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_what_is_no_file_is_never_replaced(tmp_path):
    pipe = tmp_path / "pipa"
    os.mkfifo(pipe)
    found = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    with sink(pipe) as file:
        file.write(b"isi")
    reader.join(timeout=10)
    assert found == [b"isi"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == ["pipa"]


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "a.txt", tmp_path / "b.txt"
    real.write_bytes(b"old")
    link.symlink_to(real)
    with sink(link) as file:
        file.write(b"new")
    assert (link.is_symlink(), real.read_bytes()) == (True, b"new")


def test_what_cannot_be_written(tmp_path):
    with pytest.raises(CommandError, match="cannot write"), sink(tmp_path) as file:
        file.write(b"a")


def test_a_folder_keeps_other_files(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"old")
    (tmp_path / "b.csv").write_bytes(b"other")
    with folder(tmp_path) as part:
        (part / "sub").mkdir()
        (part / "a.csv").write_bytes(b"new")
        (part / "sub" / "c.csv").write_bytes(b"c")
    files = {str(p.relative_to(tmp_path)): p.read_bytes() for p in tmp_path.rglob("*.csv")}
    assert files == {"a.csv": b"new", "b.csv": b"other", "sub/c.csv": b"c"}
