"""Fetching: only the public web, politely, within limits. The server here is our own."""

import gzip
import shutil
import ssl
import subprocess
import time

import pytest

from simak.intake.article import Incoming
from simak.intake.fetch import Fetcher, Guard
from simak.intake.gather import Gatherer
from simak.intake.limit import Limits
from simak.intake.refusal import RefusalError

from . import seed, server


@pytest.fixture
def site():
    with server.running() as running:
        yield running


def fetcher(site, **options):
    options.setdefault("guard", site.guard)
    options.setdefault("pause", 0)
    options.setdefault("limits", Limits(article=200_000))
    return Fetcher(**options)


def refused(fetching, url):
    with pytest.raises(RefusalError) as caught:
        fetching.fetch(url)
    return caught.value.reason, str(caught.value)


def test_a_page_is_fetched_and_read(site):
    found = list(Gatherer(fetcher=fetcher(site)).gather([site.url("/a")]))
    assert isinstance(found[0], Incoming)
    assert found[0].name == found[0].url == site.url("/a")
    assert found[0].text == seed.TEXT
    assert [path for path, *_ in site.asked] == ["/robots.txt", "/a"]
    assert site.asked[1][1] == f"127.0.0.1:{site.server_port}"
    assert site.asked[1][2].startswith("Simak/")


def test_feeds_and_packed_pages(site):
    site.answers["/umpan"] = lambda it: it.answer(body=seed.feed(), Content_Type="text/xml")
    site.answers["/gz"] = lambda it: it.answer(
        body=gzip.compress(seed.page()), Content_Type="text/html", Content_Encoding="gzip"
    )
    site.answers["/teks"] = lambda it: it.answer(body=seed.TEXT.encode(), Content_Type="text/plain")
    site.answers["/arsip"] = lambda it: it.answer(body=seed.archive(("a.txt", b"Rapat dibuka.")))
    gatherer = Gatherer(fetcher=fetcher(site))
    found = list(gatherer.gather([site.url(path) for path in ("/umpan", "/gz", "/teks", "/arsip")]))
    assert [one.name.removeprefix(site.url("")) for one in found] == [
        "/umpan#1", "/umpan#2", "/umpan#3", "/gz", "/teks", "/arsip!a.txt",
    ]  # fmt: skip
    assert gatherer.tally.articles == 6


def test_by_default_nothing_but_the_public_web():
    fetching = Fetcher()
    for url in (
        "http://127.0.0.1/", "http://localhost/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://100.64.0.1/", "http://0.0.0.0/",
        "http://[::1]/", "http://[::]/", "http://[fe80::1]/", "http://[fc00::1]/",
        "http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/", "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/", "http://[ff02::1]/", "http://224.0.0.1/",
        "http://255.255.255.255/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/",
        "http://127.1/", "http://127.0.0.1:80/", "http://127.0.0.1:8080/", "http://1.1.1.1:22/",
        "file:///etc/passwd", "ftp://contoh.example/", "gopher://127.0.0.1/",
        "http://sari@contoh.example/", "http://contoh.example\\@127.0.0.1/", "http:///a",
        "http://contoh.example/\r\nHost: a", "http://[::1%25eth0]/", "http://a b/",
        "http://contoh.example:99999/", "http://[::1/", "http://" + "a" * 9000,
    ):  # fmt: skip
        assert refused(fetching, url)[0] == "not allowed", url


@pytest.mark.parametrize(
    "answers", [["10.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::1"], ["fe80::1%eth0"], ["x"]]
)
def test_every_answer_of_the_resolver_must_be_public(answers):
    fetching = Fetcher(resolve=lambda host, port: answers)
    reason, message = refused(fetching, "https://contoh.example/a")
    assert reason == "not allowed"
    assert answers[-1] in message


def test_the_name_is_looked_up_once_and_the_answer_used(site):
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    fetching = fetcher(site, resolve=lambda host, port: next(answers))
    # robots.txt takes the first answer; the page would go to the second, which is checked anew.
    assert refused(fetching, site.url("/a", "contoh.example"))[0] == "not allowed"
    assert [(path, host) for path, host, *_ in site.asked] == [
        ("/robots.txt", f"contoh.example:{site.server_port}")
    ]
    fetching = fetcher(site, resolve=lambda host, port: ["127.0.0.1"])
    assert fetching.fetch(site.url("/a", "contoh.example")).data == seed.page()


def test_every_redirect_is_checked(site):
    for target, reason in (
        ("http://10.0.0.1/", "not allowed"),
        ("http://127.0.0.2:{port}/a", "not allowed"),
        ("http://127.0.0.1:1/a", "not allowed"),
        ("//169.254.169.254/latest", "not allowed"),
        ("file:///etc/passwd", "not allowed"),
        ("http://[::1", "not allowed"),
        ("/lingkar", "not fetched"),
    ):
        location = target.replace("{port}", str(site.server_port))
        site.answers["/lingkar"] = lambda it, to=location: it.answer(302, Location=to)
        assert refused(fetcher(site), site.url("/lingkar"))[0] == reason, target
    site.answers["/pindah"] = lambda it: it.answer(301, Location="a")
    found = fetcher(site).fetch(site.url("/pindah"))
    assert (found.url, found.data) == (site.url("/a"), seed.page())


@pytest.mark.parametrize("status", [201, 204, 304, 401, 403, 404, 410, 429, 500, 503])
def test_other_answers_are_said(site, status):
    site.answers["/x"] = lambda it: it.answer(status)
    reason, message = refused(fetcher(site), site.url("/x"))
    assert reason == "not fetched"
    assert str(status) in message


def test_size_and_bombs(site):
    site.answers.update(
        {
            "/tanpa-akhir": server.endless,
            "/bom": server.bomb,
            "/besar": lambda it: it.answer(length=10**9),
            "/putus": lambda it: it.answer(body=b"abc", length=1000),
            "/rusak": lambda it: it.wfile.write(b"bukan http\r\n\r\n"),
            "/kepala": lambda it: it.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 500),
        }
    )
    fetching = fetcher(site)
    assert refused(fetching, site.url("/tanpa-akhir"))[0] == "too large"
    assert refused(fetching, site.url("/bom"))[0] == "unpacks too large"
    assert refused(fetching, site.url("/besar"))[0] == "too large"
    for path in ("/putus", "/rusak", "/kepala"):
        assert refused(fetching, site.url(path))[0] == "not fetched"


def test_time(site):
    site.answers.update({"/lambat": server.slow, "/lambat-kepala": server.slow_head})
    for path in ("/lambat", "/lambat-kepala"):
        began = time.monotonic()
        reason, message = refused(fetcher(site, seconds=0.3), site.url(path))
        assert (reason, "seconds" in message) == ("not fetched", True)
        assert time.monotonic() - began < 4
    began = time.monotonic()
    sleepy = fetcher(site, seconds=0.2, resolve=lambda host, port: time.sleep(20) or ["127.0.0.1"])
    assert refused(sleepy, site.url("/a", "contoh.example"))[0] == "not fetched"
    assert time.monotonic() - began < 10


def test_nobody_there(site):
    with server.running() as gone:
        url, guard = gone.url("/a"), gone.guard
    assert refused(fetcher(site, guard=guard), url)[0] == "not fetched"

    def unknown(host, port):
        raise OSError("no such host")

    assert refused(fetcher(site, resolve=unknown), site.url("/", "contoh.example"))[0] == (
        "not fetched"
    )
    # Plain HTTP where TLS is spoken of.
    assert refused(fetcher(site), site.url("/a").replace("http:", "https:"))[0] == "not fetched"


def test_robots(site):
    rules = b"User-agent: lain\nDisallow: /\n\nUser-agent: *\nDisallow: /rahasia\nCrawl-delay: 0.1"
    site.answers["/robots.txt"] = lambda it: it.answer(body=rules)
    site.answers["/rahasia"] = site.answers["/a"]
    site.answers["/ke-rahasia"] = lambda it: it.answer(302, Location="/rahasia")
    fetching = fetcher(site)
    assert fetching.fetch(site.url("/a")).data == seed.page()
    for path in ("/rahasia", "/ke-rahasia"):
        reason, message = refused(fetching, site.url(path))
        assert (reason, "robots.txt" in message) == ("not allowed", True)
    assert [path for path, *_ in site.asked] == ["/robots.txt", "/a", "/ke-rahasia"]


@pytest.mark.parametrize(
    ("status", "reason"), [(404, None), (403, None), (500, "not fetched"), (429, "not fetched")]
)
def test_without_robots_all_is_allowed_and_with_a_broken_one_nothing(site, status, reason):
    site.answers["/robots.txt"] = lambda it: it.answer(status)
    fetching = fetcher(site)
    for _ in range(2):
        if reason:
            assert refused(fetching, site.url("/a"))[0] == reason
        else:
            assert fetching.fetch(site.url("/a")).data == seed.page()
    assert [path for path, *_ in site.asked].count("/robots.txt") == 1


def test_a_second_between_two_requests_to_a_host(site):
    slept = []
    fetching = fetcher(site, pause=30.0, sleep=slept.append)
    fetching.fetch(site.url("/a"))
    fetching.fetch(site.url("/a"))
    assert len(slept) == 2
    assert all(15 < seconds <= 30 for seconds in slept)
    fetching = fetcher(site, pause=0.2)
    site.asked.clear()
    fetching.fetch(site.url("/a"))
    (_, _, _, first), (_, _, _, second) = site.asked
    assert second - first >= 0.19


def test_a_wrong_charset_of_the_server(site):
    for said in ("iso-8859-1", "windows-1252", "tidak-ada", "utf-16"):
        site.answers["/c"] = lambda it, said=said: it.answer(
            body=seed.page(), Content_Type=f"text/html; charset={said}"
        )
        (one,) = Gatherer(fetcher=fetcher(site)).gather([site.url("/c")])
        assert one.text == seed.TEXT, said
    body = seed.page().replace(b'<meta charset="utf-8">', b"").decode().encode("cp1252")
    site.answers["/c"] = lambda it: it.answer(
        body=body, Content_Type="text/html; charset=windows-1252"
    )
    (one,) = Gatherer(fetcher=fetcher(site)).gather([site.url("/c")])
    assert one.text == seed.TEXT


def test_addresses_in_other_scripts(site):
    site.answers["/berita%20satu/%C3%A9?q=%C3%A9%7C"] = site.answers["/a"]
    fetching = fetcher(site, resolve=lambda host, port: ["127.0.0.1"])
    fetching.fetch(site.url("/berita%20satu/é?q=é%7C", "kabár.example"))
    assert site.asked[-1][1].startswith("xn--kabr-7na.example:")


def test_the_guard_is_closed_by_default():
    assert Guard().ports == {80, 443}


@pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")
def test_tls_is_for_the_name_and_not_the_address(site, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", key, "-out", certificate, "-days", "2", "-subj", "/CN=kabar.example",
         "-addext", "subjectAltName=DNS:kabar.example"],
        check=True, capture_output=True,
    )  # fmt: skip
    asked = []
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(certificate, key)
    own.sni_callback = lambda _, name, __: asked.append(name)
    site.socket = own.wrap_socket(site.socket, server_side=True)
    trusted = ssl.create_default_context(cafile=str(certificate))
    options = {"resolve": lambda host, port: ["127.0.0.1"], "context": trusted}
    url = site.url("/a", "kabar.example").replace("http:", "https:")
    assert fetcher(site, **options).fetch(url).data == seed.page()
    assert asked == ["kabar.example"] * 2
    assert site.asked[-1][1] == f"kabar.example:{site.server_port}"
    other = url.replace("kabar", "lain")
    assert refused(fetcher(site, **options), other)[0] == "not fetched"
    options.pop("context")
    assert refused(fetcher(site, **options), url)[0] == "not fetched"
