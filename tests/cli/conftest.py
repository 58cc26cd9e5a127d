import io
import sys
from types import SimpleNamespace

import pytest

from simak import cli


@pytest.fixture
def simak(monkeypatch, reader, tmp_path):
    """Run the command in this process, with the shared Reader; gives code, out and err."""
    monkeypatch.setattr("simak.reader.Reader", lambda lexicon, model: reader)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments, stdin=b""):
        out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            try:
                code = cli.main([str(argument) for argument in arguments])
            except SystemExit as end:  # argparse
                code = end.code
        out.flush()
        err.flush()
        return SimpleNamespace(
            code=code,
            out=out.buffer.getvalue().decode("utf-8"),
            err=err.buffer.getvalue().decode("utf-8"),
        )

    return run


@pytest.fixture
def news(tmp_path):
    """A folder with two articles and, further down, a bad one."""
    folder = tmp_path / "berita"
    (folder / "lama").mkdir(parents=True)
    (folder / "a.txt").write_text(
        'Wali Kota Melati Sari Wulan membuka jembatan. "Jembatan ini kuat," kata Sari.\n',
        encoding="utf-8",
    )
    (folder / "b.txt").write_text(
        "Bupati Anggrek Budi Laut bertemu warga yang tinggal di tepi sungai itu.\n",
        encoding="utf-8",
    )
    (folder / "lama" / "a.txt").write_bytes(b"%PDF-1.7 ...")
    return folder
