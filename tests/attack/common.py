"""What all kinds of attack share: limits, verdicts, commands, the failing inputs that are kept.

A kind is a module with ``draw(rng) -> bytes``, which makes one input, the same for the same seed,
and ``attack(case: bytes) -> None``, which raises :class:`Fault` where the program does what it
must not. Any other exception is a fault too. ``SUFFIX`` is how files of its inputs end;
``SHARE`` its share of the time.
"""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

from tests.conftest import CONTOH, EPOCH, ROOT

KINDS = ("yaml", "formulas", "workbooks", "environment", "history", "trees", "browser", "kills")
CASES = Path(__file__).parent / "cases"
DINAS = "kabupaten-contoh/dinas-kesehatan"
# One instansi with results of two years, and its scales.
SMALL_DATA = (
    *("kabupaten-contoh/pemda.yaml", f"{DINAS}/iku.yaml", "skala/skm.yaml", "skala/ipp.yaml"),
    "skala/permendagri-86-2017.yaml",
    *(f"{DINAS}/capaian/{year}.yaml" for year in (2024, 2025)),
)
MAX_SECONDS = 10  # of the processor: a busy machine is no hang
MAX_WAIT = 120  # seconds by the clock, for what hangs without computing
MAX_MEMORY = 500_000_000  # bytes that one input may cost
# What happened, for the table: “built”, “refused”.
COUNTS: Counter[str] = Counter()

HOSTILE = (
    *("", " ", "null", "~", "NaN", "-inf", "1e999", "9" * 400, "-0", "0x10", "1_000", "٣", "２,５"),
    *("<script>alert(1)</script>", "\"'><img src=x onerror=alert(1)>", "</title><svg onload=x()>"),
    *("{{ 7 * 7 }} {% raw %}", "<!-- iku:daftar -->", "]]> <![CDATA[", "&#x3c;b&gt; &amp;lt;"),
    *("javascript:alert(1)", "[a](javascript:alert(1)) ![b](//luar.invalid/x)", "`` ` ``|a|\\|"),
    *("../../etc/passwd", "CON", "a/b", "-rf", "=1+1", "@SUM(A1)", "=HYPERLINK(\"x\",\"y\")"),
    *("::error file=x::y", "##[add-mask]a", "%0A%25", "a\tb", "a\nb\n\nc", "\u2028a\u0085b"),
    *("\u202eterbalik\u202c", "a\u200bb\ufeff", "Z" + "\u0300" * 300, "👩‍👩‍👧‍👦🇮🇩", "\ufffe"),
    *("kata " * 3_000, "k" * 20_000, "a@b.id 081234567890 " + "19" * 9, "漢" * 300),
    *("a\r\nb", "$x$ \\frac{a}{b}"),
    *("2024-01-01", "12:30", "82,5", "1.234.567", "BB (72,50)", "2,5 ± 1", "1/0", "sum(a) / b"),
)  # fmt: skip


class Fault(Exception):  # noqa: N818 (what is found, not a mistake of the attack)
    """The program did what it must not; the message is the same whenever this fault shows."""


class Hang(BaseException):
    """Too long; not an ``Exception``, so that nothing under attack takes it for one of its own."""


@contextmanager
def limited() -> Iterator[None]:
    """Raise :class:`Hang` in the block once it has computed or waited for too long."""

    def stop(*_: object) -> None:
        raise Hang

    timers = ((signal.SIGPROF, signal.ITIMER_PROF, MAX_SECONDS),)
    timers += ((signal.SIGALRM, signal.ITIMER_REAL, MAX_WAIT),)
    for sign, timer, seconds in timers:
        signal.signal(sign, stop)
        signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        for _, timer, _ in timers:
            signal.setitimer(timer, 0)


def verdict(attack: Callable[[bytes], None], case: bytes) -> str:
    """Return what goes wrong with one input, or nothing."""
    before = peak_memory()
    try:
        with limited():
            attack(case)
    except Fault as fault:
        return str(fault)
    except Hang as hang:
        return f"hangs in {_place(hang)}"
    except Exception as error:
        name = f"{type(error).__module__}.{type(error).__name__}".removeprefix("builtins.")
        return f"{name} in {_place(error)}"
    return "takes too much memory" if peak_memory() - before > MAX_MEMORY else ""


def peak_memory() -> int:
    """Return the most bytes that this process ever had at once."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit


def _place(error: BaseException) -> str:
    """Return the innermost function of ours on the way to an exception; lines would move."""
    frames = [(Path(one.filename), one.name) for one in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, Hang):
        frames.pop()  # where the signal is taken
    ours = [frame for frame in frames if "iku_terbuka" in frame[0].parts]
    file, name = (ours or frames)[-1]
    return f"{file.parent.name}/{file.name} {name}"


def iku(*words: str, cwd: Path, **changed: Any) -> subprocess.CompletedProcess[str]:
    """Run the command ``iku``; raise :class:`Fault` where it breaks.

    ``changed`` is its environment; ``None`` takes a variable away.
    """
    base = (
        os.environ | {"PYTHONPATH": str(ROOT / "generator"), "SOURCE_DATE_EPOCH": EPOCH} | changed
    )
    done = command(
        [sys.executable, "-c", "from iku_terbuka.cli import main; main()", *words],
        cwd,
        {name: value for name, value in base.items() if value is not None},
    )
    COUNTS[f"exit {done.returncode}"] += 1
    return done


def command(
    words: Sequence[str], cwd: Path, env: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """Run a command of ours; a traceback, a hang, a status of its own kind is a fault."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS + 2))

    try:
        done = subprocess.run(
            words,
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=MAX_WAIT - 10,
            check=False,
            preexec_fn=limit,
        )
    except subprocess.TimeoutExpired:
        raise Fault("a command hangs") from None
    said = done.stdout + done.stderr
    if done.returncode == -signal.SIGXCPU:
        raise Fault("a command hangs")
    report = re.search(r"dengan berkas (.+) \(berisi versi", said)
    if report:
        said = Path(report[1]).read_text("utf-8")
        Path(report[1]).unlink()
    if "Traceback (most recent call last)" in said:
        files = re.findall(r'File ".*iku_terbuka/(\S+)", line \d+, in (\S+)', said)
        error = said.strip().rpartition("\n")[2].partition(":")[0]
        raise Fault(f"traceback: {error} in {' '.join(files[-1]) if files else 'no file of ours'}")
    if done.returncode not in {0, 1, 2}:
        raise Fault(f"exit status {done.returncode}")
    return done


def copy_small_data(folder: Path) -> None:
    """Copy the files of ``SMALL_DATA`` into ``folder``."""
    for name in SMALL_DATA:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CONTOH / name, folder / name)


def cases(kind: str) -> list[Path]:
    """Return the kept inputs of a kind."""
    return sorted(path for path in (CASES / kind).glob("*") if path.is_file())


def keep(kind: ModuleType, name: str, case: bytes) -> Path:
    """Write a failing input to the cases; return where it lies."""
    path = CASES / name / f"{sha256(case).hexdigest()[:10]}{kind.SUFFIX}"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case)
    return path


def smaller(case: bytes, fails: Callable[[bytes], bool], seconds: float = 20) -> bytes:
    """Return a part of a failing input that still fails, the smallest found in some time."""
    until = time.monotonic() + seconds
    try:
        value = json.loads(case)
    except ValueError:
        return _smaller_text(case, fails, until)
    again = True
    while again and time.monotonic() < until:
        again = False
        for part in _parts(value):
            if time.monotonic() > until:
                break
            if fails(json.dumps(part, indent=1).encode()):
                value, again = part, True
                break
    return json.dumps(value, indent=1).encode()


def _smaller_text(case: bytes, fails: Callable[[bytes], bool], until: float) -> bytes:
    """Leave out lines, then bytes."""
    for by_line in (True, False):
        left = (
            case.splitlines(keepends=True)
            if by_line
            else [case[i : i + 1] for i in range(len(case))]
        )
        size = len(left) // 2
        while size:
            at = 0
            while at < len(left) and time.monotonic() < until:
                shorter = left[:at] + left[at + size :]
                if fails(b"".join(shorter)):
                    left = shorter
                else:
                    at += size
            size //= 2
        case = b"".join(left)
    return case


def _parts(value: Any) -> Iterator[Any]:
    """Yield a value of JSON with something left out, much first."""
    if isinstance(value, dict):
        for keys in _parts(list(value)):
            if set(keys) <= value.keys():
                yield {key: value[key] for key in keys}
        for key, one in value.items():
            yield from ({**value, key: part} for part in _parts(one))
    elif isinstance(value, list | str):
        size = (len(value) + 1) // 2
        while size > len(value) // 100:  # of a long text its hundredth is little enough
            for at in range(0, len(value), size):
                yield value[:at] + value[at + size :]
            size //= 2
    if isinstance(value, list):
        for at, one in enumerate(value):
            yield from ([*value[:at], part, *value[at + 1 :]] for part in _parts(one))


def hostile(rng: Random) -> str:
    """Return a text that somebody might type to break something, or two in one."""
    text = rng.choice(HOSTILE)
    return text + rng.choice(HOSTILE) if rng.random() < 0.1 else text


def chance(rng: Random, percent: int) -> bool:
    return rng.random() * 100 < percent
