"""Each type and mode of PLOVER in a sentence of our own: the frames of ``frame.tsv``.

All people, bodies and places are invented.
"""

from __future__ import annotations

import pytest

from reading.page_maker import make_cast, make_page
from simak.lexicon import Lexicon
from simak.reading.event import EventReader
from simak.reading.event.frame import MODES, TYPES
from simak.reading.finding import EventFinding
from simak.record import EntityType

READER = EventReader(Lexicon())

PARTIES: dict[str, EntityType] = {
    "Tarumaya": "GPE",
    "Belgarde": "GPE",
    "Wirya": "PER",
    "Ratna": "PER",
    "Labuhara": "GPE",
    "Polresta": "ORG",
    "Partani": "ORG",
    "Brawana": "NORP",
    "Jalan_Merak": "LOC",
}
_ADP = frozenset(
    {"di", "ke", "dari", "pada", "kepada", "terhadap", "dengan", "untuk", "bagi", "oleh", "antara"}
)


def events(sentence: str) -> list[EventFinding]:
    """Read a sentence; a verb is marked by a star, all words hang on the first marked one."""
    words = sentence.replace(".", " .").replace(",", " ,").split()
    root = next((i for i, word in enumerate(words) if word.startswith("*")), 0)
    cells = []
    for i, word in enumerate(words):
        form = word.removeprefix("*")
        if word.startswith("*"):
            tag, relation = "VERB", "conj"
        elif form in {".", ","}:
            tag, relation = "PUNCT", "punct"
        elif form in _ADP:
            tag, relation = "ADP", "case"
        elif form[0].isupper():
            bare = i < root and (i == 0 or words[i - 1] not in _ADP)
            tag, relation = "PROPN", "nsubj" if bare else "obl"
        elif form in {"tidak", "akan", "telah", "belum", "juga"}:
            tag, relation = "ADV", "advmod"
        else:
            tag, relation = "NOUN", "obj" if i > root else "dep"
        head = 0 if i == root else root + 1
        cells.append(f"{form}/{tag}/{relation if head else 'root'}/{head}")
    page = make_page(" ".join(cells))
    text = page.text
    cast = make_cast(
        page,
        *(
            (kind, name.replace("_", " "))
            for name, kind in PARTIES.items()
            if name.replace("_", " ") in text
        ),
    )
    return READER.read(page, cast, [])


SENTENCES = """
CONSULT - Wirya *bertemu Ratna.
CONSULT - Wirya *rapat bersama Partani.
CONSULT - Wirya *bersilaturahmi dengan Ratna.
CONSULT - Tarumaya *menggelar audiensi dengan Partani.
CONSULT visit Wirya *berkunjung ke Belgarde.
CONSULT visit Wirya *melakukan kunjungan kerja ke Labuhara.
CONSULT visit presiden Wirya *tiba di Belgarde.
CONSULT third-party Tarumaya *mendamaikan Brawana.
CONSULT multilateral Partani *mengadakan konferensi tingkat tinggi di Labuhara.
CONSULT phone Wirya *berbicara lewat telepon dengan Ratna.
SUPPORT - Partani *mendukung Wirya.
SUPPORT - Tarumaya *meneken nota kesepahaman dengan Belgarde.
SUPPORT - Partani *merekomendasikan Wirya sebagai calon wali kota.
AGREE - Wirya *berjanji kepada Ratna.
AGREE - Tarumaya *menerima tawaran dari Belgarde.
AGREE - Tarumaya *mengundang Wirya.
CONCEDE - Wirya *meminta maaf kepada Ratna.
CONCEDE - Tarumaya *melonggarkan sanksi terhadap Belgarde.
COOPERATE - Tarumaya *bekerja sama dengan Belgarde.
COOPERATE - Partani *menjual saham kepada Tarumaya.
COOPERATE - Tarumaya *menggelar patroli bersama dengan Belgarde.
AID - Tarumaya *menyalurkan bantuan kepada Brawana.
AID - Partani *mengevakuasi Brawana.
AID - Partani *mengirim beras, tenda, dan selimut kepada Brawana.
RETREAT - Wirya *menyerahkan diri ke Polresta.
RETREAT withdraw Tarumaya *menarik pasukan dari Belgarde.
RETREAT release Tarumaya *membebaskan Wirya.
RETREAT disarm Brawana *menyerahkan senjata kepada Polresta.
RETREAT ceasefire Tarumaya *menghentikan baku tembak dengan Brawana.
RETREAT access Tarumaya *membuka perbatasan bagi Brawana.
RETREAT resign Wirya *mengundurkan diri.
RETREAT resign Wirya *memutuskan mundur.
REQUEST assist Wirya *meminta bantuan kepada Tarumaya.
REQUEST change Partani *mendesak Tarumaya *merevisi aturan itu.
REQUEST yield Partani *mendesak Wirya mundur.
REQUEST meet Partani *meminta audiensi dengan Wirya.
REQUEST change Tarumaya *mengimbau Brawana tenang.
REQUEST change Tarumaya *menghimbau Brawana tenang.
ACCUSE disapprove Tarumaya *mengecam tindakan Belgarde.
ACCUSE disapprove Partani *menyesalkan sikap Tarumaya.
ACCUSE allege Wirya *melaporkan Ratna ke polisi.
ACCUSE allege Polresta *menetapkan Wirya sebagai tersangka.
ACCUSE investigate Polresta *memeriksa Wirya.
REJECT - Tarumaya *menolak permintaan Belgarde.
REJECT - Tarumaya *mengabaikan seruan Belgarde.
REJECT meet Wirya *mangkir dari Polresta.
REJECT assist Tarumaya *menolak membantu Brawana.
REJECT change Tarumaya *menolak kebijakan Belgarde.
REJECT yield Brawana *menolak menyerah kepada Tarumaya.
THREATEN - Brawana *mengultimatum Tarumaya.
THREATEN violence Tarumaya *bersumpah akan *menghancurkan Belgarde.
THREATEN violence Wirya *mengancam *membunuh Ratna.
THREATEN arrest Tarumaya *mengancam *menangkap Wirya.
THREATEN expel Tarumaya *mengancam *mendeportasi Wirya.
THREATEN relations Tarumaya *mengancam Belgarde dengan embargo.
THREATEN restrict Tarumaya *mengancam *memblokir Partani.
THREATEN territory Tarumaya *mengancam *mencaplok Belgarde.
PROTEST demo Brawana *berunjuk rasa di Labuhara.
PROTEST demo Brawana *turun ke jalan.
PROTEST demo Brawana *menggelar aksi damai di Labuhara.
PROTEST demo Brawana *menggelar longmarch.
PROTEST riot massa Brawana *mengamuk.
PROTEST strike Partani *melakukan mogok kerja.
PROTEST hunger Wirya *melakukan mogok makan.
PROTEST boycott Partani *memboikot Tarumaya.
PROTEST obstruct Brawana *memblokade Jalan_Merak.
PROTEST vandalize Brawana *merusak kantor Partani.
SANCTION - Tarumaya *menjatuhkan sanksi terhadap Belgarde.
SANCTION convict Partani *menjatuhkan vonis terhadap Wirya.
SANCTION expel Tarumaya *mencopot Wirya.
SANCTION expel Tarumaya *memberhentikan Wirya.
SANCTION withdraw Partani *menarik dukungan dari Wirya.
SANCTION discontinue Tarumaya *menghentikan pasokan gas ke Belgarde.
SANCTION discontinue Tarumaya *mencabut izin usaha Partani.
MOBILIZE troops Tarumaya *mengerahkan pasukan.
MOBILIZE weapons Tarumaya *mengerahkan bom.
MOBILIZE police Tarumaya *menurunkan personel.
MOBILIZE militia Brawana *memobilisasi milisi.
COERCE seize Polresta *menyita rumah Wirya.
COERCE seize Polresta *mengamankan barang bukti.
COERCE restrict Tarumaya *melarang Partani.
COERCE censor Tarumaya *membredel Partani.
COERCE curfew Tarumaya *memberlakukan jam malam.
COERCE martial-law Tarumaya *memberlakukan darurat militer.
COERCE arrest Polresta *membekuk Wirya.
COERCE arrest Wirya *diringkus Polresta.
COERCE arrest Wirya *diamankan Polresta.
COERCE deport Tarumaya *mendeportasi Wirya.
COERCE withhold Partani *menahan gaji Wirya.
COERCE misinformation Brawana *menyebarkan hoaks tentang Wirya.
COERCE cyber Brawana *meretas situs Partani.
ASSAULT - Brawana *menewaskan Wirya.
ASSAULT - serangan Tarumaya *menewaskan Wirya.
ASSAULT abduct Brawana *menculik Wirya.
ASSAULT beat Brawana *mengeroyok Wirya.
ASSAULT torture Brawana *menyiksa Wirya.
ASSAULT sexual Wirya *mencabuli Ratna.
ASSAULT targeted Brawana *mengeksekusi Wirya dengan tembak.
ASSAULT destroy Brawana *membakar rumah Wirya.
ASSAULT primitive Brawana *membacok Wirya.
ASSAULT firearms Brawana *menembak Wirya.
ASSAULT explosives Tarumaya *menjatuhkan bom di Belgarde.
ASSAULT suicide-attack Wirya *meledakkan diri di Labuhara.
ASSAULT aerial Tarumaya *melancarkan serangan udara ke Belgarde.
ASSAULT drone Tarumaya *menyerang Belgarde dengan drone.
ASSAULT heavy-weapons Tarumaya *menggempur Belgarde dengan artileri.
ASSAULT crowd-control Polresta *menembakkan gas air mata ke Brawana.
ASSAULT unconventional Tarumaya *menjatuhkan bom atom di Belgarde.
CONSULT - Tarumaya *menggelar perbincangan dengan Belgarde.
CONSULT - Wirya *melobi Partani.
CONSULT third-party Tarumaya *menjembatani Brawana.
CONSULT phone Wirya *menghubungi Ratna.
SUPPORT - Partani *membela Wirya.
SUPPORT - Partani *memberikan penghargaan kepada Wirya.
AGREE - Tarumaya *menawarkan bantuan kepada Brawana.
COOPERATE - Tarumaya *melatih Brawana menjadi pasukan.
AID - Tarumaya *membiayai Partani.
AID - Partani *mendirikan posko untuk Brawana.
AID - Tarumaya *menyalurkan air minum kepada Brawana.
CONCEDE - Tarumaya *memotong masa tahanan Wirya.
RETREAT access Tarumaya *memberikan akses kemanusiaan kepada Partani.
RETREAT resign menteri Wirya *mundur.
REQUEST change Partani *membujuk Wirya.
REQUEST change Partani *mengajukan permohonan kepada Tarumaya.
ACCUSE disapprove Wirya *memfitnah Ratna.
ACCUSE investigate Polresta *memburu tersangka Wirya.
ACCUSE investigate Partani *mengadili Wirya.
ACCUSE allege Wirya *dijadikan tersangka oleh Polresta.
REJECT - Tarumaya *membatalkan keputusan Partani.
THREATEN - Tarumaya *memperingatkan Belgarde akan konsekuensi berat.
THREATEN violence Tarumaya *memperingatkan Belgarde akan pembalasan.
PROTEST demo Brawana *mendemo Partani.
PROTEST riot Brawana *menjarah gudang.
SANCTION discontinue Tarumaya *memotong sumbangan kepada Partani.
SANCTION discontinue Tarumaya *membekukan aset Partani.
SANCTION convict Wirya *diganjar hukuman penjara oleh Partani.
MOBILIZE police polisi Polresta *bersiaga di Labuhara.
COERCE restrict Polresta *menghadang Brawana.
ASSAULT firearms Polresta *melumpuhkan Wirya dengan tembakan.
ASSAULT firearms Wirya *melepaskan tembakan di Labuhara.
ASSAULT beat Brawana *menggebuki Wirya.
ASSAULT sexual Wirya *memerkosa Ratna.
ASSAULT primitive Wirya *menabrakkan mobil ke kerumunan di Labuhara.
ASSAULT - Brawana *melawan pasukan Tarumaya.
"""
CASES = [tuple(line.split(maxsplit=2)) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("type", "mode", "sentence"), CASES, ids=[case[2] for case in CASES])
def test_type_and_mode(type: str, mode: str, sentence: str) -> None:
    found = [(event.type, event.mode or "-") for event in events(sentence)]
    assert (type, mode) in found, found


def test_every_type_and_mode_is_tested() -> None:
    told = {(type, mode) for type, mode, _ in CASES}
    wanted = {(type, mode) for type, modes in MODES.items() for mode in modes}
    wanted |= {(type, "-") for type in TYPES if type not in MODES}
    assert wanted <= told, wanted - told


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya *menyerang jantung pertahanan Ratna.",
        "Wirya *membakar kalori.",
        "Wirya *menjatuhkan pilihan.",
        "Wirya *melakukan aksi sosial.",
        "Tarumaya *menurunkan harga.",
        "Wirya *merebut gelar juara.",
        "Wirya *menguasai pasar.",
        "Wirya *mengajukan bantuan kepada Tarumaya.",
        "penyerangan Brawana mengejutkan.",
        "Wirya *bertandang ke pengadilan Labuhara.",
        "serangan bom Labuhara mengejutkan.",
        "pertukaran tahanan dengan Wirya.",
    ],
)
def test_other_meanings_are_no_events(sentence: str) -> None:
    assert events(sentence) == []
