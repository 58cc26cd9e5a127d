"""Country codes of three letters, as event data has them."""

from __future__ import annotations

from simak.gazetteer import Place
from simak.lexicon import Lexicon

_COLUMNS = ("alpha2", "alpha3")
_FILE = "country_code.tsv"


class Countries:
    """Codes of countries, from ``country_code.tsv``.

    Raises LexiconError (file, line) for a code that has not two and three letters.

    >>> Countries().alpha3("ID")
    'IDN'
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._codes: dict[str, str] = {}
        for row in (lexicon or Lexicon()).rows(_FILE, _COLUMNS):
            short, long = row["alpha2"], row["alpha3"]
            if not (len(short) == 2 and len(long) == 3 and (short + long).isalpha()):
                raise row.error(f"{short!r} and {long!r} must be codes of two and three letters")
            self._codes[short.upper()] = long.upper()
        self._short = {long: short.lower() for short, long in self._codes.items()}

    def alpha3(self, code: str) -> str | None:
        """Return the code of three letters; that of the country for a part of one ("US-CA")."""
        return self._codes.get(code.partition("-")[0].upper())

    def alpha2(self, code: str) -> str | None:
        """Return the code of two letters, in lower case, of one of three."""
        return self._short.get(code)

    def of_place(self, place: Place) -> str | None:
        """Return the code of the country that a place is or lies in, None where it is unknown."""
        if place.authority == "kemendagri":
            return self._codes.get("ID")
        if place.authority == "iso3166":
            return self.alpha3(place.id)
        if place.parent[:1].isdigit():  # of an Indonesian unit
            return self._codes.get("ID")
        return self.alpha3(place.parent)
