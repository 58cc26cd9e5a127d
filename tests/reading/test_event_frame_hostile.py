"""Frames of requests, accusations, refusals, threats, protests, sanctions, coercion and assaults.

Families of words as news tells them: police and court language, nouns, light verbs, words that
mean it only beside others. All people, bodies and places are invented.
"""

from __future__ import annotations

import pytest

from reading.page_maker import make_cast, make_page, statement
from reading.test_event_frame import READER, events

SENTENCES = """
REQUEST change Tarumaya *mewajibkan Partani *mematuhi aturan itu.
REQUEST change Wirya *mengajak Brawana *mematuhi aturan itu.
REQUEST change Tarumaya *mendorong Partani *merevisi aturan itu.
REQUEST change Wirya *mengajukan banding ke Partani.
REQUEST change Wirya *melakukan upaya banding.
REQUEST assist Wirya *mengajukan suaka kepada Tarumaya.
REQUEST change Partani *meminta Tarumaya agar keterangan itu dibuka.
REQUEST meet Wirya *menerima surat panggilan dari penyidik Polresta.
ACCUSE investigate Polresta *mendalami peran tersangka Wirya.
ACCUSE investigate Polresta *melacak pelaku.
ACCUSE investigate Wirya *diproses hukum oleh Polresta.
ACCUSE investigate Polresta *melakukan olah TKP di Jalan_Merak.
ACCUSE investigate Polresta *melakukan pendalaman terhadap tersangka Wirya.
ACCUSE allege Wirya *disangkakan melanggar pasal itu oleh Polresta.
ACCUSE allege Wirya *diumumkan sebagai tersangka oleh Polresta.
ACCUSE allege Wirya *melapor ke polisi.
ACCUSE allege Wirya *melaporkan Ratna atas kasus penipuan.
ACCUSE allege Wirya *mengajukan praperadilan terhadap Polresta.
ACCUSE allege Wirya *mendengar tuntutan jaksa Partani.
ACCUSE disapprove Wirya *mempertanyakan sikap Tarumaya.
ACCUSE disapprove Wirya *kecewa terhadap keputusan Tarumaya.
ACCUSE disapprove Wirya *menyampaikan kekecewaan kepada Tarumaya.
REJECT - Wirya tidak setuju dengan keputusan Tarumaya.
REJECT - Wirya *menolak berkomentar.
REJECT yield Polresta tak bergeming terhadap Brawana.
REJECT - klaim Belgarde *diragukan oleh Tarumaya.
REJECT meet Wirya tak akan memenuhi panggilan Polresta.
REJECT - Partani *membatalkan pasal itu.
THREATEN violence Polresta *memberikan tembakan peringatan kepada Wirya.
THREATEN violence Tarumaya *bersumpah akan mengejar Belgarde.
PROTEST demo Brawana *menggelar aksi bela Labuhara.
PROTEST obstruct warga Brawana *menghadang Polresta.
SANCTION convict terpidana Wirya *dieksekusi oleh Partani.
SANCTION convict Partani *memutus Wirya bersalah.
SANCTION - Wirya *diberi sanksi oleh Partani.
SANCTION discontinue Tarumaya *menunda kerja sama dengan Belgarde.
COERCE arrest Wirya *dititipkan di rutan oleh Polresta.
COERCE arrest Polresta *memperpanjang masa penahanan Wirya.
COERCE - Tarumaya *mengkriminalisasi Wirya.
COERCE seize petugas Polresta *membongkar lapak.
COERCE restrict pasukan Tarumaya *mengepung Brawana.
COERCE restrict Tarumaya *melarang keras Partani.
COERCE restrict Tarumaya *melarang kegiatan itu.
COERCE seize Brawana *merebut kota itu.
REJECT - Wirya *membantah tuduhan itu.
REQUEST change Ratna *ditahan Polresta atas permintaan Tarumaya.
REQUEST assist Wirya *meminta ganti rugi.
ACCUSE allege Wirya *mendaftarkan gugatan.
ACCUSE allege gugatan itu *diajukan Wirya.
SANCTION convict Partani *menyatakan terdakwa itu bersalah.
REQUEST change Wirya *menantang Partani untuk *membuka data itu.
REQUEST meet Wirya *memanggil Ratna.
ACCUSE allege Polresta *menduga Wirya lalai.
ACCUSE allege Polresta *memutuskan Wirya sebagai tersangka.
ACCUSE allege Wirya *dilaporkan oleh Ratna.
ACCUSE investigate Polresta *melacak keberadaan Wirya.
REJECT change Partani *memblokir kebijakan Tarumaya.
SANCTION withdraw Tarumaya *memutuskan keluar dari program Belgarde.
SANCTION discontinue Tarumaya *mencabut badan hukum Partani.
SANCTION convict Partani *menjatuhkan putusan bersalah.
COERCE censor Tarumaya *memblokir aplikasi itu.
COERCE seize pasukan Tarumaya *merebut kembali benteng itu.
ACCUSE investigate Partani *menggulirkan hak angket terhadap Tarumaya.
ACCUSE disapprove Partani *melayangkan nota protes ke Tarumaya.
THREATEN - Wirya *menekan Ratna agar *mencabut laporan.
PROTEST riot Brawana *melakukan penjarahan.
SANCTION expel Tarumaya *melakukan penonaktifan terhadap Wirya.
SANCTION discontinue Tarumaya *mengucilkan Belgarde.
SANCTION - Polresta *menilang Wirya.
COERCE - Tarumaya *memaksa Brawana untuk pulang.
COERCE restrict blokade Tarumaya terhadap Belgarde.
ASSAULT beat Brawana *melakukan kekerasan terhadap Ratna.
ASSAULT - Tarumaya *melancarkan operasi militer terhadap Brawana.
ASSAULT primitive Brawana *melakukan pelemparan batu ke Polresta.
ASSAULT beat Brawana *terlibat adu jotos dengan Partani.
ASSAULT - pasukan Tarumaya *merangsek ke Belgarde.
ASSAULT - Wirya *membius Ratna.
ASSAULT firearms Polresta *menembakkan peluru tajam ke Wirya.
ASSAULT primitive Brawana *melemparkan batu ke arah Polresta.
"""
CASES = [tuple(line.split(maxsplit=2)) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("type", "mode", "sentence"), CASES, ids=[case[2] for case in CASES])
def test_family(type: str, mode: str, sentence: str) -> None:
    found = [(event.type, event.mode or "-") for event in events(sentence)]
    assert (type, mode) in found, found


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya *mendalami ilmu agama.",
        "Wirya *membius penonton Labuhara.",
        "Wirya *melapor diri ke Polresta.",
        "Partani *mengajukan penawaran kepada Tarumaya.",
        "Wirya *mengajak teman Ratna makan.",
        "harga *mendorong pertumbuhan Tarumaya.",
        "Wirya *menilai Tarumaya tidak melanggar pasal itu.",
        "Wirya tidak keberatan dengan keputusan Tarumaya.",
        "Partani *melakukan pengembangan bisnis.",
        "permintaan pelanggan Partani *meningkat.",
        "petugas gegana Polresta *meledakkan benda mencurigakan.",
        "Partani *menjaring bakal calon Ratna.",
        "Partani *menutup situsnya.",
        "Wirya *melaporkan bahwa Ratna hilang.",
        "Tarumaya *menekan harga di Belgarde.",
        "Tarumaya *menghancurkan senjata kimia Brawana.",
        "Polresta *menyatakan Wirya sebagai tersangka gugur.",
    ],
)
def test_other_meanings_are_no_events(sentence: str) -> None:
    assert events(sentence) == []


def test_an_act_under_its_own_cue_is_told_once() -> None:
    page = make_page(
        "Jaksa/NOUN/nsubj/2 menuntut/VERB/root/0 Wirya/PROPN/obj/2 dengan/ADP/case/5 "
        "hukuman/NOUN/obl/2 penjara/NOUN/nmod/5 ./PUNCT/punct/2"
    )
    cast = make_cast(page, ("ORG", "Jaksa"), ("PER", "Wirya"))
    said = statement(page, "menuntut", "hukuman penjara", source="Jaksa", act="demand")
    found = READER.read(page, cast, [said])
    assert [(event.type, event.mode) for event in found] == [("ACCUSE", "allege")]
