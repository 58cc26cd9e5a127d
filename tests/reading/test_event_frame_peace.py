"""Frames of talks, help and withdrawal: words beside the plain ones, and where they mean no act.

All people, bodies and places are invented.
"""

from __future__ import annotations

import pytest

from reading.page_maker import make_cast, make_page
from reading.test_event_frame import READER, events

SENTENCES = """
CONSULT - Wirya *ketemu Ratna.
CONSULT - Wirya *bicara dengan Ratna.
CONSULT - Wirya *bicara sama Ratna.
CONSULT - Wirya *melakukan koordinasi dengan Partani.
CONSULT - Wirya *melanjutkan ramah tamah dengan Ratna.
CONSULT - usulan itu *didiskusikan Wirya dengan Partani.
CONSULT visit Wirya *meninjau tanggul di Labuhara.
CONSULT visit Wirya *melakukan peninjauan ke Labuhara.
CONSULT - Wirya *mendengarkan keluhan dari Brawana.
CONSULT - Wirya *makan siang bersama Ratna.
CONSULT - Partani *menggelar rapat internal.
CONSULT - Partani *bertemu untuk rapat itu.
CONSULT - Wirya *bertemu dengan pendiri toko.
CONSULT visit Wirya *mengunjungi pasar.
CONSULT - Wirya *menerima perwakilan Brawana.
CONSULT visit Wirya *memantau tanggul di Labuhara.
CONSULT visit Wirya *bertolak ke Belgarde.
CONSULT visit Wirya *melayat ke Labuhara.
SUPPORT - Wirya *mendapat dukungan dari Partani.
SUPPORT - Wirya *menyampaikan terima kasih atas kehadiran itu.
SUPPORT - Partani *mendukung penuh kebijakan itu.
SUPPORT - pasangan calon itu *diusung Partani.
SUPPORT - Tarumaya *menunjuk Wirya sebagai kepala misi.
SUPPORT - Wirya *dilantik Tarumaya sebagai menteri.
SUPPORT - Wirya *mendapat restu dari Partani.
SUPPORT - Partani *menyambut baik rencana Tarumaya.
SUPPORT - Wirya *berbaiat kepada Brawana.
SUPPORT - Tarumaya *menandatangi perjanjian dengan Belgarde.
AGREE - Tarumaya *menawarkan proyek kepada Belgarde.
AGREE - Partani *memberikan persetujuan atas usulan itu.
AGREE - Wirya *memenuhi undangan Partani.
COOPERATE - Brawana *beraliansi dengan Partani.
COOPERATE - Tarumaya *menandatangani kontrak dengan Belgarde.
COOPERATE - Polresta *memberikan informasi kepada Tarumaya.
COOPERATE - Tarumaya *mengimpor gula dari Belgarde.
AID - Partani *mendonasikan beras.
AID - Polresta *ikut membantu pencarian.
AID - Partani *membantu program Tarumaya.
AID - pengacara Ratna *membela Wirya.
AID - Tarumaya *mempersenjatai Brawana.
AID - Tarumaya *menerima Brawana sebagai pengungsi.
AID - Partani *memberikan pendampingan kepada Brawana.
CONCEDE - Polresta *menghentikan penyidikan kasus itu.
CONCEDE - Tarumaya *menangguhkan penahanan Wirya.
CONCEDE - Tarumaya *membolehkan Brawana *menggelar pasar.
CONCEDE - Tarumaya *mencabut moratorium.
MOBILIZE weapons Tarumaya *mengembangkan rudal.
MOBILIZE troops Tarumaya *menggeser pasukan ke Labuhara.
MOBILIZE troops Tarumaya *menggelar latihan militer.
MOBILIZE police Polresta *menyiapkan ratusan personel.
MOBILIZE police polisi Polresta *mengawal aksi itu.
MOBILIZE police polisi Polresta dengan tameng dan helm dari gudang kota *bersiaga.
MOBILIZE police Polresta *memasang barikade.
RETREAT withdraw massa Brawana *membubarkan diri.
RETREAT resign Wirya *keluar dari partai.
"""
CASES = [tuple(line.split(maxsplit=2)) for line in SENTENCES.strip().splitlines()]


@pytest.mark.parametrize(("type", "mode", "sentence"), CASES, ids=[case[2] for case in CASES])
def test_type_and_mode(type: str, mode: str, sentence: str) -> None:
    found = [(event.type, event.mode or "-") for event in events(sentence)]
    assert (type, mode) in found, found


def test_a_verb_of_speech_may_stand_bare_behind_helping_words() -> None:
    page = make_page(
        "Ratna/PROPN/nsubj/2 berkata/VERB/root/0 kami/PRON/nsubj/5 akan/ADV/advmod/5 "
        "bantu/VERB/ccomp/2 Wirya/PROPN/obj/5 ././PUNCT/punct/2"
    )
    cast = make_cast(page, ("PER", "Ratna"), ("PER", "Wirya"), ("GROUP", "kami"))
    (event,) = READER.read(page, cast, [])
    assert (event.type, event.actors, event.recipients) == ("AID", (2,), (1,))
    assert event.status == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "Wirya *meninjau kembali putusan di Labuhara.",
        "Wirya *memohon doa restu Ratna.",
        "Tarumaya *mengangkat Brawana menjadi pegawai.",
        "Partani *membutuhkan dukungan masyarakat Brawana.",
        "Wirya *menyiapkan pembentukan polisi.",
        "Partani *memperkuat armada angkutan.",
        "Tarumaya *melakukan pelonggaran suku bunga.",
    ],
)
def test_other_meanings_are_no_events(sentence: str) -> None:
    assert events(sentence) == []
