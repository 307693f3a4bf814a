"""A whole bundle into a new, searchable project, and the same by the peer; how large what both read is."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import gitrepo, peer
from benchmarks.corpus import DELTA
from benchmarks.measure import Figures, median_of, median_ratio, run
from benchmarks.table import Row, compared

PAIRS = 5
TIMES = 2
SIGNATURES = 0.15
MEGABYTE, KILOBYTE = 1_000_000, 1_000
PEAK_MEBIBYTES = 300


def rows(folder: Path) -> Iterator[Row]:
    """Needs what `ours make` and `peer make` wrote to the folder."""
    pairs = [(run("benchmarks.ours", "import", folder), run("benchmarks.peer", "import", folder)) for _ in range(PAIRS)]
    ours, peers = [one for one, _ in pairs], [other for _, other in pairs]
    yield _row("import of a whole bundle", ours, peers, "seconds", TIMES)
    yield _row("the same in processor time", ours, peers, "cpu", None)
    yield from _signatures(folder, ours)
    peak = max(figures["peak_mebibytes"] for figures in ours)
    yield Row(
        "peak memory of that import",
        f"{peak:.0f} MiB",
        f"pycrdt: {median_of(peers, 'peak_mebibytes'):.0f} MiB",
        bar=f"≤ {PEAK_MEBIBYTES} MiB",
        met=peak <= PEAK_MEBIBYTES,
    )
    yield from _with_preview(folder)
    made = [run("benchmarks.ours", "export", folder) for _ in range(PAIRS)]
    figures = (f"{median_of(made, 'seconds'):.2f} s", f"its import: {median_of(ours, 'seconds'):.2f} s")
    yield compared("export of that bundle", *figures, median_ratio(made, ours, "seconds"), 1)


def _with_preview(folder: Path) -> Iterator[Row]:
    """At a computer that has the project already one looks first: read once, for both. The peer looks on a copy too."""
    pairs = [(run("benchmarks.ours", "arrive", folder), run("benchmarks.peer", "arrive", folder)) for _ in range(PAIRS)]
    ours, peers = [one for one, _ in pairs], [other for _, other in pairs]
    yield _row("its preview, and then its import", ours, peers, "seconds", TIMES)
    yield _row("the same in processor time", ours, peers, "cpu", None)


def _signatures(folder: Path, imports: list[Figures]) -> Iterator[Row]:
    found = run("benchmarks.ours", "signatures", folder)
    share = found["cpu"] / median_of(imports, "cpu")
    work = f"signatures in that import: {found['checked']:.0f} checked prove {found['changes']:,.0f}"
    yield Row(work, f"{found['cpu'] * 1e3:.1f} ms", "", f"{share:.3f}", f"< {SIGNATURES}", share < SIGNATURES)


def sizes(folder: Path) -> Iterator[Row]:
    """Bytes of the same 20,000 changes, and of what is sent when they are known."""
    bundle = (folder / "whole.wbx").stat().st_size
    for name, size, bar in (
        ("pycrdt, deflated", peer.deflated_size(folder), 1.1),
        ("git bundle", gitrepo.bundle_size(folder), 0.7),
    ):
        yield compared("size of that bundle", _megabytes(bundle), f"{name}: {_megabytes(size)}", bundle / size, bar)
    yield from _delta_sizes((folder / "delta.wbx").stat().st_size, *peer.delta_sizes(folder))


def _delta_sizes(bundle: int, asked: int, told: int) -> Iterator[Row]:
    work, figure = f"size of a bundle of {DELTA} edits", f"{bundle / KILOBYTE:.1f} kB"
    yield compared(work, figure, f"pycrdt, deflated: {asked / KILOBYTE:.1f} kB", bundle / asked, 2)
    live = f"pycrdt, as told to who missed nothing: {told / KILOBYTE:.1f} kB"
    yield compared(work, figure, live, bundle / told)


def _row(work: str, ours: list[Figures], peers: list[Figures], key: str, bar: float | None) -> Row:
    figures = (f"{median_of(ours, key):.2f} s", f"pycrdt: {median_of(peers, key):.2f} s")
    return compared(work, *figures, median_ratio(ours, peers, key), bar)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.2f} MB"
