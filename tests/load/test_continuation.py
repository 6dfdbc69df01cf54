"""Indicators go on with those of instansi that exist no more, and each result counts once."""

from iku_terbuka.capaian import Status
from iku_terbuka.context import Context
from iku_terbuka.model import Indikator
from tests import moves
from tests.fictional import Write
from tests.moves import BARU, KAB, LAIN, LAMA, MERGED, OLD, decree, results, row


def of(context: Context, kunci: str) -> Indikator:
    unit, _, id_ = kunci.rpartition("/")
    return next(each for each in context.instansi[unit].indikator if each.id == id_)


def statuses(context: Context, kunci: str) -> dict[int, Status]:
    return {t: year.status for t, year in context.pengukuran(of(context, kunci)).items()}


def test_data_without_the_keys_are_left_as_they_are(write: Write) -> None:
    laporan = moves.load(write, OLD)
    assert not any(each.former or each.successors for each in laporan.all_indikator())
    assert laporan.moved == {}


def test_the_new_one_reads_the_years_of_the_old_one_and_the_old_one_keeps_them(
    write: Write,
) -> None:
    context = moves.context(write, MERGED)
    new, old = of(context, f"{BARU}/keluarga"), of(context, f"{LAMA}/keluarga")
    assert new.tahun == (2023, 2024, 2025, 2026)
    assert new.read_from == {2023: old.kunci, 2024: old.kunci}
    assert new.own_years == (2025, 2026)
    assert new.lokasi_hasil[2024].berkas == f"indicators/{LAMA}/capaian/2024.yaml"
    assert statuses(context, new.kunci) == {
        2023: Status.BELUM_TERCAPAI,
        2024: Status.MELAMPAUI,
        2025: Status.MELAMPAUI,
        2026: Status.BELUM_WAKTUNYA,
    }
    assert statuses(context, old.kunci) == {
        2023: Status.BELUM_TERCAPAI,
        2024: Status.MELAMPAUI,
        2025: Status.DIGANTIKAN,
        2026: Status.DIGANTIKAN,
    }
    assert old.continued
    assert (old.continued.kunci, old.continued.sejak) == (new.kunci, 2025)


def test_every_year_belongs_to_one_indicator(write: Write) -> None:
    context = moves.context(write, MERGED)
    rows = [
        (each.id, tahun)
        for each in context.laporan.all_indikator()
        for tahun, year in context.own_pengukuran(each).items()
        if year.realisasi
    ]
    assert len(rows) == len(set(rows)) == 5
    assert context.instansi[BARU].tahun == (2025, 2026)


def test_what_nothing_goes_on_with_ends_with_its_instansi(write: Write) -> None:
    context = moves.context(write, MERGED)
    aduan = of(context, f"{LAMA}/aduan")
    assert aduan.continued is None
    assert [each.kunci for each in aduan.successors] == [BARU]
    assert [each.kunci for each in context.instansi[LAMA].successors] == [BARU]
    assert context.instansi[BARU].former == (LAMA, LAIN)


def test_of_two_with_the_same_years_neither_is_read(write: Write) -> None:
    files = MERGED | {
        f"{LAIN}/iku.yaml": decree("Dinas Tenaga Kerja", (2021, 2026), row("keluarga", {2024: 7})),
        f"{LAIN}/capaian/2024.yaml": results(2024, keluarga=8),
    }
    context = moves.context(write, files)
    new = of(context, f"{BARU}/keluarga")
    assert new.read_from == {}
    assert new.tahun == (2025, 2026)
    assert new.former == (f"{LAMA}/keluarga", f"{LAIN}/keluarga")
    for old in new.former:
        continued = of(context, old).continued
        assert continued
        assert continued.kunci == new.kunci


def test_two_with_other_years_are_both_read(write: Write) -> None:
    files = MERGED | {
        f"{LAIN}/iku.yaml": decree("Dinas Tenaga Kerja", (2021, 2022), row("keluarga", {2022: 7})),
        f"{LAIN}/capaian/2024.yaml": "tahun: 2024\ncapaian: {}\n",
        f"{LAIN}/capaian/2022.yaml": results(2022, keluarga=8),
    }
    del files[f"{LAIN}/capaian/2024.yaml"]
    new = of(moves.context(write, files), f"{BARU}/keluarga")
    assert new.read_from == {
        2022: f"{LAIN}/keluarga",
        2023: f"{LAMA}/keluarga",
        2024: f"{LAMA}/keluarga",
    }


def test_a_chain_is_read_to_its_beginning(write: Write) -> None:
    last = f"{KAB}/badan-kesejahteraan"
    files = MERGED | {
        f"{last}/iku/2026.yaml": decree(
            "Badan Kesejahteraan",
            (2026, 2030),
            row("keluarga", {2026: 27, 2027: 28}),
            f"dahulu: {BARU}\n",
        ),
    }
    context = moves.context(write, files)
    new = of(context, f"{last}/keluarga")
    assert new.read_from == {
        2023: f"{LAMA}/keluarga",
        2024: f"{LAMA}/keluarga",
        2025: f"{BARU}/keluarga",
    }
    assert new.former == (f"{BARU}/keluarga", f"{LAMA}/keluarga")
    assert statuses(context, f"{BARU}/keluarga")[2026] is Status.DIGANTIKAN


def test_one_indicator_moves_and_its_instansi_stays(write: Write) -> None:
    files = OLD | {
        f"{LAIN}/iku/2021.yaml": decree("Dinas Lain", (2021, 2024), row("lain", {2023: 1})),
        f"{LAIN}/iku/2025.yaml": decree(
            "Dinas Lain",
            (2025, 2029),
            row("warga", {2025: 25}, f"dahulu: {LAMA}/keluarga"),
        ),
    }
    context = moves.context(write, files)
    assert of(context, f"{LAIN}/warga").read_from == dict.fromkeys((2023, 2024), f"{LAMA}/keluarga")
    assert context.instansi[LAMA].successors == ()
    assert of(context, f"{LAMA}/aduan").successors == ()
    assert statuses(context, f"{LAMA}/keluarga")[2025] is Status.DIGANTIKAN
    # The old promise for 2026 stands, for no later decree prints another.
    assert context.instansi[LAIN].tahun == (2023, 2025, 2026)


def test_of_a_folder_that_is_gone_the_addresses_are_left(write: Write) -> None:
    files = {path: text for path, text in MERGED.items() if not path.startswith(f"{LAMA}/")}
    laporan = moves.load(write, files)
    assert laporan.moved == {
        LAMA: (BARU,),
        f"{LAMA}/keluarga": (f"{BARU}/keluarga",),
        f"{LAMA}/pelatihan": (f"{BARU}/pelatihan",),
    }


def test_an_indicator_may_be_replaced_in_the_middle_of_a_plan(write: Write) -> None:
    files = OLD | {
        f"{LAMA}/iku.yaml": decree(
            "Dinas Sosial",
            (2021, 2026),
            row("keluarga", {2023: 10, 2024: 20, 2025: 30})
            + row("aduan", {2025: 5}, "menggantikan: {id: keluarga, sejak: 2025, dasar: Surat}"),
        ),
        f"{LAMA}/capaian/2024.yaml": results(2024, keluarga=21),
    }
    context = moves.context(write, files)
    old = of(context, f"{LAMA}/keluarga")
    assert [(each.kunci, each.sejak, each.dasar) for each in old.successors] == [
        (f"{LAMA}/aduan", 2025, "Surat")
    ]
    assert old.continued is None
    assert statuses(context, old.kunci)[2025] is Status.DIGANTIKAN
    assert of(context, f"{LAMA}/aduan").read_from == {}
