"""The shipped files are found in a checkout and in an installed wheel."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from partners_app import paths

ROOT = Path(__file__).resolve().parent.parent


def files_below(folder: Path) -> set[str]:
    return {
        file.relative_to(folder).as_posix()
        for file in folder.rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }


def test_a_checkout_has_them_beside_the_package() -> None:
    assert paths.resources() == ROOT / "resources"
    assert paths.database_files() == ROOT / "db"


def test_a_wheel_carries_them_inside_the_package(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    found = subprocess.run(
        [
            sys.executable,
            "-c",
            "from partners_app import paths; print(paths.resources(), paths.database_files())",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    ).stdout.split()
    package = installed / "partners_app"
    assert [Path(place) for place in found] == [package / "resources", package / "db"]
    assert files_below(package / "resources") == files_below(ROOT / "resources")
    assert files_below(package / "db") == files_below(ROOT / "db")
