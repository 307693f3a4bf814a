"""A whole bundle into a new, searchable project, and the same by the peer; how large what both read is."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks import gitrepo, peer
from benchmarks.measure import Figures, median_of, median_ratio, run
from benchmarks.table import Row, compared

PAIRS = 5
MEGABYTE = 1_000_000
PEAK_MEBIBYTES = 300


def rows(folder: Path) -> Iterator[Row]:
    """Needs what `ours make` and `peer make` wrote to the folder."""
    pairs = [(run("benchmarks.ours", "import", folder), run("benchmarks.peer", "import", folder)) for _ in range(PAIRS)]
    ours, peers = [one for one, _ in pairs], [other for _, other in pairs]
    yield _row("import of a whole bundle", ours, peers, "seconds", 3)
    yield _row("the same in processor time", ours, peers, "cpu", None)
    peak = max(figures["peak_mebibytes"] for figures in ours)
    yield Row(
        "peak memory of that import",
        f"{peak:.0f} MiB",
        f"pycrdt: {median_of(peers, 'peak_mebibytes'):.0f} MiB",
        bar=f"≤ {PEAK_MEBIBYTES} MiB",
        met=peak <= PEAK_MEBIBYTES,
    )


def sizes(folder: Path) -> Iterator[Row]:
    """Bytes of the same 20,000 changes."""
    bundle = (folder / "whole.wbx").stat().st_size
    for name, size, bar in (
        ("pycrdt, deflated", peer.deflated_size(folder), 1.1),
        ("git bundle", gitrepo.bundle_size(folder), 0.7),
    ):
        yield compared("size of that bundle", _megabytes(bundle), f"{name}: {_megabytes(size)}", bundle / size, bar)


def _row(work: str, ours: list[Figures], peers: list[Figures], key: str, bar: float | None) -> Row:
    figures = (f"{median_of(ours, key):.2f} s", f"pycrdt: {median_of(peers, key):.2f} s")
    return compared(work, *figures, median_ratio(ours, peers, key), bar)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.2f} MB"
