"""What ``dahulu`` and ``menggantikan`` may name: each old thing once, of the same Pemda, ended."""

import difflib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from iku_terbuka.load.claims import MAX_FORMER, Claim, Claims, claims_of, in_order
from iku_terbuka.load.names import name_problem
from iku_terbuka.model.laporan import Indikator, Instansi, Laporan
from iku_terbuka.source import Document, Path
from iku_terbuka.source.problems import Problem

# Names beside a wrong one that are compared with it, and wrong names for which that is done.
MAX_KNOWN, MAX_SEARCHED = 200, 20
_HOLDER = "“dahulu”"


def check_claims(laporan: Laporan, documents: Mapping[str, Document]) -> Iterator[Problem]:
    """Yield what cannot be followed; ``documents`` are the files by name."""
    claims = claims_of(laporan)
    if claims.units or claims.named:
        yield from _Checker(claims, documents).problems()
    for node in claims.nodes.values():
        yield from _replacements(node, claims.indicators, documents)


class _Checker:
    def __init__(self, claims: Claims, documents: Mapping[str, Document]) -> None:
        self._claims, self._documents = claims, documents
        self._searches = iter(range(MAX_SEARCHED))

    def problems(self) -> Iterator[Problem]:
        claims = self._claims
        for claim in (*claims.units, *claims.named):
            yield from self._names(claim)
        circles = in_order(claims.units)[1] | in_order(claims.continuing)[1]
        for claim in (*claims.units, *claims.named):
            if claim.new in circles and claim.old in circles:
                yield self._circle(claim)
            elif claim.old in claims.nodes:
                yield from self._unit(claim)
        for claim in claims.continuing:
            if claim.new not in circles:
                yield from self._ended(claim)
        yield from self._twice(claims.named)
        yield from self._too_many(claims.units)
        yield from self._too_many((*claims.named, *claims.implied))
        yield from self._shared()

    def _problem(self, claim: Claim, code: str, message: str, hint: str) -> Problem:
        document = self._documents[claim.keputusan.lokasi.berkas]
        return document.problem(claim.path, code, message, hint)

    def _names(self, claim: Claim) -> Iterator[Problem]:
        """Yield what is wrong with the id itself."""
        pemda, _, rest = claim.old.partition("/")
        own, is_unit = claim.new.partition("/")[0], claim.new in self._claims.nodes
        if claim.keputusan.sejak is None:
            yield self._problem(
                claim,
                "dahulu-tanpa-tahun",
                f"{_HOLDER} perlu tahun sejak kapan keputusan ini berlaku.",
                "Isi “periode”, atau namai berkasnya menurut tahun itu, misalnya iku/2025.yaml.",
            )
        if pemda != own:
            yield self._problem(
                claim,
                "dahulu-daerah-lain",
                f"“{claim.old}” bukan milik {own}.",
                f"Tulis id lengkap di daerah ini, diawali {own}/.",
            )
        elif problem := next(filter(None, map(name_problem, rest.split("/"))), None):
            yield self._problem(claim, *problem)
        elif is_unit and claim.old in self._claims.indicators:
            yield self._problem(
                claim,
                "dahulu-lain-jenis",
                f"“{claim.old}” adalah indikator, sedangkan {_HOLDER} di sini untuk instansi.",
                f"Tulis {_HOLDER} pada indikator yang melanjutkannya.",
            )
        elif not is_unit and claim.old in self._claims.nodes:
            yield self._problem(
                claim,
                "dahulu-lain-jenis",
                f"“{claim.old}” adalah instansi, sedangkan {_HOLDER} di sini untuk indikator.",
                f"Tambahkan id indikatornya, misalnya {claim.old}/{claim.new.rpartition('/')[2]}; "
                f"atau tulis {_HOLDER} di awal berkas, sejajar dengan “instansi”.",
            )
        else:
            yield from self._misspelt(claim, is_unit=is_unit)

    def _misspelt(self, claim: Claim, *, is_unit: bool) -> Iterator[Problem]:
        """Warn of an id that is there no more and looks much like one beside it that is."""
        holder, _, name = claim.old.rpartition("/")
        node = self._claims.nodes.get(holder)
        if node is None:
            return
        known = [each.id.rpartition("/")[2] for each in node.anak]
        if not is_unit:
            known = [each.id for each in node.indikator]
        if name in known or next(self._searches, None) is None:
            return
        close = difflib.get_close_matches(name, known[:MAX_KNOWN], n=1, cutoff=0.9)
        if close and f"{holder}/{close[0]}" != claim.new:
            document = self._documents[claim.keputusan.lokasi.berkas]
            yield document.warning(
                claim.path,
                "dahulu-mungkin-salah-eja",
                f"“{claim.old}” tidak ada lagi, tetapi mirip dengan {holder}/{close[0]}.",
                f"Kalau itu yang dimaksud, tulis {holder}/{close[0]}. Kalau memang sudah tidak "
                "ada, biarkan; alamat lamanya mengantar ke sini.",
            )

    def _unit(self, claim: Claim) -> Iterator[Problem]:
        """Yield decrees of an instansi from the year on in which another goes on with it."""
        old = self._claims.nodes[claim.old]
        later = [each for each in old.iku if (each.sejak or 0) >= claim.sejak]
        if later and claim.new in self._claims.nodes:
            yield self._still(claim, old.nama, later[-1].lokasi.berkas)

    def _ended(self, claim: Claim) -> Iterator[Problem]:
        """Yield where an indicator is still decreed, or has results, after it went on elsewhere."""
        old = self._claims.indicators[claim.old]
        later = [each for each in old.penetapan if (each.keputusan.sejak or 0) >= claim.sejak]
        if later and claim in self._claims.named:
            yield self._still(claim, f"“{claim.old}”", later[-1].lokasi.berkas)
            return
        for tahun, lokasi in old.lokasi_hasil.items():
            if tahun >= claim.sejak and not later:
                there = f"{claim.new.rpartition('/')[0]}/capaian/{tahun}.yaml"
                yield self._documents[lokasi.berkas].problem(
                    lokasi.path,
                    "hasil-sesudah-pindah",
                    f"Sejak {claim.sejak} indikator ini dilanjutkan {claim.new}, jadi hasil "
                    f"{tahun} di sini tidak akan dihitung.",
                    f"Pindahkan hasilnya ke {there}. Kalau instansi lama masih bekerja pada tahun "
                    f"itu, mulai keputusan yang baru dari {tahun + 1}.",
                    key=True,
                )

    def _still(self, claim: Claim, what: str, file: str) -> Problem:
        return self._problem(
            claim,
            "dahulu-masih-berlaku",
            f"{what} masih ditetapkan di {file}, padahal dilanjutkan di sini sejak {claim.sejak}.",
            f"Hapus {_HOLDER} ini kalau keduanya memang berjalan sendiri-sendiri; kalau tidak, "
            "pindahkan isi berkas itu ke instansi yang baru.",
        )

    def _circle(self, claim: Claim) -> Problem:
        if claim.new == claim.old:
            message = f"{_HOLDER} menyebut dirinya sendiri: {claim.old}."
            return self._problem(claim, "dahulu-berputar", message, f"Hapus {_HOLDER} ini.")
        return self._problem(
            claim,
            "dahulu-berputar",
            f"{_HOLDER} berputar: {claim.old} sendiri melanjutkan {claim.new}.",
            f"Tulis {_HOLDER} hanya pada yang baru, dan hapus pada yang lama.",
        )

    def _twice(self, claims: Iterable[Claim]) -> Iterator[Problem]:
        """Yield the claims by name on an indicator that is claimed so already."""
        first: dict[str, Claim] = {}
        for claim in claims:
            if claim.old in first:
                yield self._problem(
                    claim,
                    "dahulu-rangkap",
                    f"“{claim.old}” sudah dilanjutkan {first[claim.old].new}; satu hasil hanya "
                    "dihitung satu kali.",
                    f"Tulis {_HOLDER} hanya pada satu indikator. Kalau indikator lama dipecah, "
                    "keduanya indikator baru: hapus keduanya dan jelaskan di “catatan”.",
                )
            first.setdefault(claim.old, claim)

    def _too_many(self, claims: Iterable[Claim]) -> Iterator[Problem]:
        """Yield where too much goes on in one, or in too many steps: no reader could follow."""
        claims = tuple(claims)
        count: Counter[str] = Counter()
        steps: Counter[str] = Counter()
        into: dict[str, list[Claim]] = {}
        for claim in claims:
            into.setdefault(claim.new, []).append(claim)
        for key in in_order(claims)[0]:
            count[key] = len(into[key])
            steps[key] = 1 + max(steps[claim.old] for claim in into[key])
            # What comes after one that is refused is as long at least; it is said once.
            if count[key] > MAX_FORMER or steps[key] == MAX_FORMER + 1:
                yield self._problem(
                    into[key][-1],
                    "dahulu-terlalu-banyak",
                    f"{_HOLDER} menyambung lebih dari {MAX_FORMER} instansi atau indikator.",
                    "Sebut hanya yang langsung dilanjutkan, dan periksa apakah ada yang tertukar.",
                )

    def _shared(self) -> Iterator[Problem]:
        """Warn of old indicators that several instansi go on with, so that none reads them."""
        claims: dict[str, list[Claim]] = {}
        for claim in self._claims.shared:
            if claim.old in self._claims.indicators:
                claims.setdefault(claim.old, []).append(claim)
        for old, several in claims.items():
            news = [self._claims.indicators[claim.new] for claim in several]
            if all(_explains(each) for each in news):
                continue
            claim = several[-1]
            path = news[-1].terbaru.lokasi
            yield self._documents[path.berkas].warning(
                path.path,
                "dahulu-bercabang",
                f"Indikator {old} dapat dilanjutkan {' atau '.join(each.kunci for each in news)}, "
                "jadi hasil lamanya tidak disambung ke mana pun.",
                f"Kalau indikator ini yang melanjutkan, tambahkan “dahulu: [{old}]” padanya. Kalau "
                "tidak satu pun, sebut di “catatan” tiap indikator bahwa hasil sebelum "
                f"{claim.sejak} tidak dilanjutkan.",
            )


def _explains(indikator: Indikator) -> bool:
    words = " ".join(indikator.definisi.catatan).lower()
    return any(word in words for word in ("dilanjutkan", "dahulu", "sebelum", "dipecah", "pecahan"))


def _replacements(
    node: Instansi, indicators: Mapping[str, Indikator], documents: Mapping[str, Document]
) -> Iterator[Problem]:
    """Yield what ``menggantikan`` cannot mean."""
    searches = iter(range(MAX_SEARCHED))
    before = {
        each.id: penetapan.definisi.menggantikan.id
        for each in node.indikator
        for penetapan in each.penetapan
        if penetapan.definisi.menggantikan
    }
    for each in node.indikator if before else ():
        for penetapan in each.penetapan:
            named = penetapan.definisi.menggantikan
            if named is None:
                continue
            document = documents[penetapan.lokasi.berkas]
            here: Path = (*penetapan.lokasi.path, "menggantikan", "id")
            old = indicators.get(f"{node.id}/{named.id}")
            if named.id == each.id or before.get(named.id) == each.id:
                yield document.problem(
                    here,
                    "menggantikan-berputar",
                    f"“{each.id}” tidak dapat menggantikan dirinya sendiri."
                    if named.id == each.id
                    else f"“{each.id}” dan “{named.id}” saling menggantikan.",
                    "Tulis “menggantikan” hanya pada indikator yang baru, berisi id yang lama.",
                )
            elif old is None:
                known = [other.id for other in node.indikator]
                close: list[str] = []
                if next(searches, None) is not None:
                    close = difflib.get_close_matches(named.id, known[:MAX_KNOWN], n=1, cutoff=0.6)
                yield document.problem(
                    here,
                    "menggantikan-tidak-dikenal",
                    f"Indikator “{named.id}” tidak ada di instansi ini.",
                    (f"Maksudnya “{close[0]}”? " if close else "")
                    + "Indikator lama tetap ditulis di keputusannya; untuk indikator instansi "
                    "lain, pakai “dahulu”.",
                )
            elif later := _later(old, penetapan.keputusan.sejak):
                yield document.problem(
                    here,
                    "menggantikan-masih-berlaku",
                    f"“{named.id}” digantikan sejak {named.sejak}, tetapi masih ditetapkan di "
                    f"{later}.",
                    "Keluarkan indikator lama dari berkas itu, atau hapus “menggantikan” ini.",
                )


def _later(old: Indikator, sejak: int | None) -> str:
    """Return the file of the newest decree that lists ``old`` after the year ``sejak``."""
    newest = old.penetapan[-1].keputusan
    return newest.lokasi.berkas if (newest.sejak or 0) > (sejak or 0) else ""
