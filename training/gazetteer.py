"""Compile the gazetteer: one compressed table of places, sorted by folded name.

    python training/gazetteer.py [--data FOLDER] [--out FILE]

``FOLDER`` holds the tables described in ``src/simak/data/SOURCES.md`` (administrative units of
Indonesia, GeoNames cities, CLDR territories). The output has a line a name: folded name, name,
authority, id, kind, parent, latitude, longitude, population; the reader finds a name by bisection,
so that nothing has to be parsed on load. The same input gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import io
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from simak.lexicon import read_rows  # noqa: E402
from simak.reading.place import COLUMNS, fold  # noqa: E402

Line = tuple[str, str, str, str, str, str, str, str]

# CLDR codes that are no country: groupings, pseudo-locales, "unknown".
NO_COUNTRY = {"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"}
LEVELS = {"provinsi": "province", "kecamatan": "district", "desa_kelurahan": "village"}
KINDS = (("Kabupaten ", "regency"), ("Kota Administrasi ", "city"), ("Kota ", "city"))
# Foreign cities below this are rare in the news and often bear the names of persons.
SMALLEST_FOREIGN_CITY = 100_000
# English names that GeoNames uses and Indonesian newspapers do not.
SKIP_FOREIGN = {"Of", "Bar", "Man", "Ham", "Bari", "Mali", "Hama", "Kan", "Central", "Media"}


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a tab-separated table with a header line."""
    with path.open(encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        for line in lines:
            yield dict(zip(header, line.rstrip("\n").split("\t"), strict=False))


def countries(data: Path) -> Iterator[Line]:
    """Yield the countries under their Indonesian names."""
    for row in table(data / "cldr_territories_id.tsv"):
        if row["code"].isalpha() and row["code"] not in NO_COUNTRY:
            yield row["id"], "iso3166", row["code"], "country", "", "", "", ""


def indonesia(data: Path) -> Iterator[Line]:
    """Yield provinces, regencies, cities, districts and villages with their official codes."""
    where: dict[str, tuple[str, str, str]] = {}
    for row in table(data / "geonames_cities500_ID.tsv"):
        where.setdefault(fold(row["name"]), (row["lat"], row["lon"], row["population"]))
    for row in table(data / "wilayah_kemendagri_2025.tsv"):
        code, level, name = row["kode"], row["level"], row["nama"]
        parent = code.rpartition(".")[0] or "ID"
        if level in LEVELS:
            yield name, "kemendagri", code, LEVELS[level], parent, "", "", ""
            continue
        prefix, kind = next(pair for pair in KINDS if name.startswith(pair[0]))
        short = name.removeprefix(prefix)
        lat, lon, population = where.get(fold(short), ("", "", ""))
        if kind == "regency" and fold(short) in where:
            population = ""  # the town of that name, not the regency
        yield short, "kemendagri", code, kind, parent, lat, lon, population


def world(data: Path) -> Iterator[Line]:
    """Yield the large cities abroad."""
    for row in table(data / "geonames_world_100k.tsv"):
        name = row["name"]
        if row["country"] == "ID" or name in SKIP_FOREIGN or len(name) < 3:
            continue
        if int(row["population"] or 0) >= SMALLEST_FOREIGN_CITY:
            yield (
                name, "geonames", row["geonameid"], "city", row["country"],
                row["lat"], row["lon"], row["population"],
            )  # fmt: skip


def own(data: Path) -> Iterator[Line]:
    """Yield the places of ``place.tsv``, with id and coordinates where the tables have them."""
    cities = {(row["name"], row["country"]): row for row in table(data / "geonames_world_100k.tsv")}
    provinces = {
        row["nama"]: row["kode"]
        for row in table(data / "wilayah_kemendagri_2025.tsv")
        if row["level"] == "provinsi"
    }
    path = ROOT / "src/simak/data/place.tsv"
    for row in read_rows(path, ("name", "kind", "parent", "english")):
        name, english = row["name"], row["english"]
        if row["kind"] == "province":
            yield name, "kemendagri", provinces[english], "province", "ID", "", "", ""
            continue
        city = cities.get((english, row["parent"]))
        if city is None:
            yield name, "", "", row["kind"], row["parent"], "", "", ""
        else:
            yield (
                name, "geonames", city["geonameid"], row["kind"], row["parent"],
                city["lat"], city["lon"], city["population"],
            )  # fmt: skip


def compile_lines(data: Path) -> list[str]:
    """Return the lines of the gazetteer, sorted, each place once a name."""
    lines = set()
    for source in (countries, indonesia, world, own):
        for line in source(data):
            lines.add("\t".join((fold(line[0]), *line)))
    return sorted(lines)


def main() -> None:
    """Write the gazetteer."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--data", type=Path, default=ROOT.parent / "shared/data/gazetteer")
    parser.add_argument("--out", type=Path, default=ROOT / "src/simak/data/gazetteer.tsv.gz")
    options = parser.parse_args()
    lines = compile_lines(options.data)
    text = "\n".join(("\t".join(COLUMNS), *lines)) + "\n"
    buffer = io.BytesIO()
    with gzip.GzipFile(fileobj=buffer, mode="wb", mtime=0, filename="") as packed:
        packed.write(text.encode("utf-8"))
    options.out.write_bytes(buffer.getvalue())
    print(f"{options.out.name}: {len(lines)} names, {len(buffer.getvalue())} bytes")


if __name__ == "__main__":
    main()
