"""A PostgreSQL server of our own: in a temporary folder, on a free port, stopped at the end."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Where Debian keeps what is not meant for the PATH, newest first.
_DEBIAN = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)


def program(name: str) -> str | None:
    """Return the path of one of PostgreSQL's programs, None where it is not installed."""
    return shutil.which(name, path=os.pathsep.join([*map(str, _DEBIAN), os.environ["PATH"]]))


def installed() -> bool:
    """Whether there is a server to be started."""
    return program("initdb") is not None and program("pg_ctl") is not None


@contextmanager
def running(folder: Path) -> Iterator[str]:
    """Start a server in ``folder`` and yield its address, without a database's name."""
    # The server refuses to run as root: then it is nobody's.
    user = {"user": "nobody", "group": "nogroup"} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, **user)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = folder / "data"
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "HOME": str(folder)}

    def call(*words: str) -> None:
        done = subprocess.run(
            words, env=environment, cwd=folder, capture_output=True, text=True, **user
        )
        if done.returncode:
            log = folder / "log"
            said = log.read_text(errors="replace") if log.exists() else ""
            raise RuntimeError(f"{words[0]}: {done.stdout}{done.stderr}{said}")

    initdb, control = program("initdb"), program("pg_ctl")
    assert initdb and control
    call(initdb, "-D", str(data), "-U", "simak", "-A", "trust", "-E", "UTF8", "--no-sync")
    options = f"-c listen_addresses=127.0.0.1 -p {port} -c unix_socket_directories= -c fsync=off"
    call(control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
    try:
        yield f"postgresql://simak@127.0.0.1:{port}"
    finally:
        call(control, "-D", str(data), "-m", "immediate", "-w", "stop")
