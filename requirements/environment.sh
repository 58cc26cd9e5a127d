#!/usr/bin/env bash
# Makes the virtual environment $1 with the first Python on this machine that is new enough.
# Debian keeps ensurepip in a package of its own; where only pip is there, pip fills the
# environment; where neither is, we say what to install.
set -euo pipefail
folder=$1

python=
for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
  if command -v "$name" >/dev/null 2>&1 &&
    "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 16))' 2>/dev/null; then
    python=$name
    break
  fi
done
if [ -z "$python" ]; then
  echo "Simak needs Python 3.11 or newer (up to 3.15), and none was found." >&2
  echo "Install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2
  exit 1
fi

if "$python" -c 'import venv, ensurepip' 2>/dev/null; then
  "$python" -m venv "$folder"
elif "$python" -c 'import venv, pip' 2>/dev/null; then
  "$python" -m venv --without-pip "$folder"
  "$python" -m pip --quiet --python "$folder/bin/python" install pip
else
  echo "$python cannot make an environment: its modules venv and ensurepip are missing." >&2
  echo "On Debian or Ubuntu: apt-get install python3-venv   (then run make again)" >&2
  exit 1
fi
