"""The archive among the examples gives what its page says, as `make demo` shows."""

from collections import Counter
from pathlib import Path

from simak.intake.article import Incoming
from simak.intake.gather import Gatherer

ARCHIVE = Path(__file__).parents[2] / "examples" / "arsip"


def test_a_page_a_feed_and_a_table():
    found = list(Gatherer().gather([str(ARCHIVE)]))
    articles = [item for item in found if isinstance(item, Incoming)]
    assert Counter(item.outlet for item in articles) == {
        "Suara Teluk": 1,
        "Harian Lontar": 1,
        "Kabar Narawastra": 1,
        "Lentera Kota": 1,
    }
    assert all(item.published and item.title and item.url for item in articles)
    (summary,) = (item for item in found if not isinstance(item, Incoming))
    assert summary.reason == "no article"
