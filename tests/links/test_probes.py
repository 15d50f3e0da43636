"""The invented pairs of reports through the whole pipeline: a floor, and what must never happen."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

FLOOR = 0.85
"""Share of pairs related as a reader would; measured 0.90 and more, the parser's luck apart."""


def _bench() -> ModuleType:
    path = Path(__file__).resolve().parents[2] / "benchmarks" / "link_probes.py"
    spec = importlib.util.spec_from_file_location("link_probes", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    import sys

    sys.modules["link_probes"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.slow
def test_probes() -> None:
    """Denials, swapped parties, plans and questions are never support, and most relations are right."""
    bench = _bench()
    probes = list(bench.probes())
    assert len(probes) >= 150
    right, wrong_support = 0, []
    for probe in probes:
        relation, across, read = bench.found(probe)
        right += relation in probe.expect
        if bench.worst(probe, across, read):
            wrong_support.append(probe.text)
    assert wrong_support == []
    assert right / len(probes) >= FLOOR
