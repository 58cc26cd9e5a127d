"""What tests share: one Reader, because loading the weights takes a second."""

import pytest

from simak.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader()
