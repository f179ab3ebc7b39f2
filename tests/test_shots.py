"""The pictures that show the program are taken without a screen, and say what went wrong."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from partners_app.services import sample

pytestmark = pytest.mark.trial

_ROOT = Path(__file__).parent.parent


def _shots(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run in a process of its own: the program's language and look are those of a whole process."""
    return subprocess.run(
        [sys.executable, "-m", "tests.shots", *arguments],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_window_on_a_register_becomes_a_picture(tmp_path: Path) -> None:
    register = tmp_path / "реестр № 1.partners"
    sample.create(register, author="Тест").close()
    before = register.read_bytes()
    done = _shots("--window", str(register), str(tmp_path / "window.png"))
    assert done.returncode == 0, done.stderr
    picture = QImage(str(tmp_path / "window.png"))
    assert (picture.width(), picture.height()) == (1366, 768)
    colors = {picture.pixelColor(x, y).name() for x in range(0, 1366, 7) for y in range(0, 768, 7)}
    assert len(colors) > 30  # not an empty frame
    assert register.read_bytes() == before


def test_a_missing_register_is_said_in_one_line(tmp_path: Path) -> None:
    done = _shots("--window", str(tmp_path / "нет.partners"), str(tmp_path / "window.png"))
    assert done.returncode == 1
    assert "FileMissing" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "window.png").exists()


def test_a_folder_that_is_missing_is_said_in_one_line(tmp_path: Path) -> None:
    register = tmp_path / "r.partners"
    sample.create(register, author="Тест").close()
    done = _shots("--window", str(register), str(tmp_path / "no" / "window.png"))
    assert done.returncode == 1
    assert "cannot write" in done.stderr
