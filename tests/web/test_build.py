"""The build hook: bundles are made once for the same sources, and what goes wrong says what to do."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from contested import checks

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """Return hatch_build.py, which lies beside pyproject.toml and is no part of the package."""
    pytest.importorskip("hatchling")
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """Return a folder with the sources of an invented bundle."""
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", "build.mjs", "src/map.ts"):
        (folder / name).write_text(name)
    return folder


@pytest.mark.parametrize("changed", ["package-lock.json", "build.mjs", "src/map.ts", "src/new.ts"])
def test_any_change_of_the_sources_is_seen(hook: ModuleType, web: Path, changed: str) -> None:
    """A changed lock file, bundler or script, and a new script, make a new fingerprint."""
    before = hook.fingerprint(web)
    (web / changed).write_text("changed")
    assert hook.fingerprint(web) != before


def test_packages_and_results_are_no_sources(hook: ModuleType, web: Path) -> None:
    """What npm puts beside the sources changes no fingerprint."""
    before = hook.fingerprint(web)
    (web / "node_modules").mkdir()
    (web / "node_modules" / "x.js").write_text("x")
    assert hook.fingerprint(web) == before


def test_bundles_are_made_once(hook: ModuleType, web: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sources are bundled once, changed ones again; npm runs no script of a package."""
    ran: list[tuple[str, ...]] = []
    built = tmp_path / "built"
    built.mkdir()
    monkeypatch.setattr(hook, "node", lambda _web, *command: ran.append(command))
    hook.bundle(web, built)
    hook.bundle(web, built)
    assert [command[0] for command in ran] == ["npm", "node"]
    assert "--ignore-scripts" in ran[0]
    (web / "src" / "map.ts").write_text("changed")
    hook.bundle(web, built)
    assert len(ran) == 4


def test_a_failure_says_what_to_do(hook: ModuleType, web: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where npm fails, the message names the way without it."""
    monkeypatch.setattr(hook.shutil, "which", lambda _name: sys.executable)
    with pytest.raises(RuntimeError, match="CONTESTED_SKIP_WEB=1"):
        hook.node(web, "npm", "-c", "raise SystemExit(1)")


def test_the_lock_file_names_no_registry() -> None:
    """The lock file pins by content and says no address, so that any registry serves."""
    locked = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    packages = {name: each for name, each in locked.items() if name}
    assert all("resolved" not in each for each in packages.values())
    assert all(each.get("integrity", "").startswith("sha512-") for each in packages.values())


def test_doctor_looks_for_what_the_hook_makes(hook: ModuleType) -> None:
    """What `contested doctor` misses is what the wheel must hold."""
    assert {*checks.BUILT, "LICENCES.txt"} == set(hook.NEEDED)
