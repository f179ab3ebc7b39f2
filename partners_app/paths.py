"""Where the files shipped with the program are, and the user's; what is there and may be named."""

import os
import re
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent
# A wheel and a frozen program carry the folders inside the package, a checkout beside it.
_ROOT = _PACKAGE if (_PACKAGE / "db").is_dir() else _PACKAGE.parent


def resources() -> Path:
    """Return the folder of icons, styles, translations and the report template; read only."""
    return _ROOT / "resources"


def database_files() -> Path:
    """Return the folder of migrations, `schema.sql` and the seed; read only."""
    return _ROOT / "db"


def user_data() -> Path:
    """Return the user's folder for backups and logs (on Windows under %LOCALAPPDATA%)."""
    return platformdirs.user_data_path("Partners", appauthor=False)


def user_settings() -> Path:
    """Return the user's folder for the settings file (on Windows under %APPDATA%)."""
    return platformdirs.user_config_path("Partners", appauthor=False, roaming=True)


def as_name(text: str) -> str:
    """Return a text as one part of a path; a file that somebody sent may hold any."""
    return re.sub(r"[^\w-]+", "-", text) or "register"


def is_folder(path: Path) -> bool:
    """Tell whether a folder is there now.

    ``Path.is_dir`` raises where a share that is gone answers with anything but «not there».
    """
    return os.path.isdir(path)  # noqa: PTH112


def is_file(path: Path) -> bool:
    """Tell whether a file is there now; as for ``is_folder``."""
    return os.path.isfile(path)  # noqa: PTH113
