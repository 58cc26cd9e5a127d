import ipaddress

import pytest

from simak.intake import robots
from simak.intake.address import is_public


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "0.1.2.3", "10.1.2.3", "100.64.0.1", "100.127.255.255", "127.0.0.1",
        "127.255.255.254", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1",
        "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.19.255.255", "198.51.100.1",
        "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:10.0.0.1", "::ffff:0:10.0.0.1", "64:ff9b::192.168.0.1",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "2001:2::1",
        "2001:db8::1", "2002:a00:1::", "2002:c0a8:1::1", "3fff::1", "5f00::1", "fc00::1",
        "fd12:3456::1", "fe80::1", "fec0::1", "ff02::1", "fe80::1%eth0", "2606:4700::1%eth0",
        "2606:4700::5efe:10.0.0.1", "2606:4700::200:5efe:192.168.0.1", "4000::1",
    ],
)  # fmt: skip
def test_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1", "8.8.8.8", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1",
        "192.0.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.255", "2606:4700::1111",
        "2001:4860:4860::8888", "2404:c0::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        "2002:808:808::1", "2a00:1450::5efe:8.8.8.8",
    ],
)  # fmt: skip
def test_public(address):
    assert is_public(ipaddress.ip_address(address))


RULES = """\ufeff# catatan
User-agent: Lain
User-agent: simak
Disallow: /cari
Disallow: /*?amp
Disallow: /*.pdf$
Allow: /cari/berita
Disallow: /a/*/b/*/c
Disallow: /d%C3%A9sa
Crawl-delay: 3

User-agent: *
Disallow: /
Crawl-delay: 99

User-agent: Simak/9
Disallow: /lagi
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True), ("", True), ("/cari", False), ("/cari?q=a", False), ("/cari/berita/1", True),
        ("/berita?amp=1", False), ("/berita?x", True), ("/a.pdf", False), ("/a.pdf?x", True),
        ("/a/1/b/2/c/3", False), ("/a/1/b/2/d", True), ("/désa", False), ("/d%c3%a9sa/x", False),
        ("/lagi", False), ("/robots.txt", True),
    ],
)  # fmt: skip
def test_robots(path, allowed):
    rules = robots.read(RULES, "Simak")
    assert rules.allows(f"https://contoh.example{path}") is allowed
    assert rules.delay == 3


def test_robots_for_everybody_and_for_nobody():
    assert not robots.read(RULES, "Siapa").allows("https://contoh.example/a")
    assert robots.read("User-agent: *\nDisallow:\n", "Simak").allows("https://contoh.example/a")
    assert robots.read("<html>Disallow: /", "Simak").allows("https://contoh.example/a")
    longest = robots.read("User-agent: *\nDisallow: /a\nAllow: /a\n", "Simak")
    assert longest.allows("https://contoh.example/a")


def test_hostile_robots_take_no_time():
    rules = robots.read("User-agent: *\n" + f"Disallow: /{'*a' * 2000}$\n" * 200, "Simak")
    assert rules.allows("https://contoh.example/" + "a" * 1900 + "b")
