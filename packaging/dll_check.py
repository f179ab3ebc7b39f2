"""dll_check.py FOLDER: is a program's folder whole, and free of what must not be in it?

Fails if a program file needs a DLL that neither the folder nor a clean Windows 10 has. A run under
Wine cannot tell: it brings run-time libraries of its own, which Windows has not. Needs pefile.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

PROGRAM_FILES = {".dll", ".exe", ".pyd"}

_WINDOWS_NAMES = """
    advapi32 authz bcrypt bcryptprimitives comctl32 comdlg32 crypt32 d2d1 d3d11 d3d12 d3d9 dnsapi
    dwmapi dwrite dxgi gdi32 icuuc imagehlp imm32 iphlpapi kernel32 mpr mscms msi ncrypt netapi32
    ntdll ole32 oleaut32 opengl32 propsys psapi rpcrt4 secur32 setupapi shcore shell32 shlwapi
    ucrtbase uiautomationcore user32 userenv uxtheme version winhttp winmm winspool.drv ws2_32
    wtsapi32
"""
WINDOWS = frozenset(_WINDOWS_NAMES.split())
"""What every Windows 10 and 11 has in system32 and programs like ours ask for."""


def program_files(folder: Path) -> list[Path]:
    """Return the programs and libraries in a folder and below."""
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in PROGRAM_FILES)


def imported(file: Path) -> list[str]:
    """Return the names of the DLLs that Windows loads with a program file, in lower case."""
    # Only the Windows Python of a build has it.
    import pefile

    image = pefile.PE(str(file), fast_load=True)
    try:
        image.parse_data_directories([pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
        entries = getattr(image, "DIRECTORY_ENTRY_IMPORT", [])
        return [entry.dll.decode().lower() for entry in entries]
    finally:
        image.close()


def is_of_windows(library: str) -> bool:
    """Tell whether Windows 10 itself has a DLL."""
    return library.startswith("api-ms-win-") or library.removesuffix(".dll") in WINDOWS


def problems(folder: Path, files: Iterable[Path]) -> list[str]:
    """Return a line for each DLL that is missing and each that belongs to Windows."""
    own = {path.name.lower() for path in files}
    lines = [f"{name} is Windows' own and must not be here" for name in own if is_of_windows(name)]
    users: dict[str, list[str]] = {}
    for path in files:
        for library in imported(path):
            if library not in own and not is_of_windows(library):
                users.setdefault(library, []).append(path.relative_to(folder).as_posix())
    for library, needed_by in users.items():
        lines.append(f"{library} is missing, needed by {', '.join(needed_by[:5])}")
    return sorted(lines)


def main(words: list[str]) -> int:
    """Check one folder; 0 if it is whole, 1 with a line for each problem, 2 not understood."""
    if len(words) != 1 or not Path(words[0]).is_dir():
        print("usage: dll_check.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(words[0])
    files = program_files(folder)
    found = problems(folder, files)
    print("\n".join([*found, f"{len(files)} program files, {len(found)} problems"]))
    return 1 if found or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
