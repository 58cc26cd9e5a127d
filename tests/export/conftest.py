import pytest

from export.sample import make_hostile, make_nothing, make_record
from simak.record import Record


@pytest.fixture
def record() -> Record:
    return make_record()


@pytest.fixture
def nothing() -> Record:
    return make_nothing()


@pytest.fixture
def hostile() -> Record:
    return make_hostile()
