"""THIRD-PARTY.txt and the licences that a frozen program must carry, from what is frozen in it.

The packages are those whose modules PyInstaller's table of contents names; name, version and
licence text come from each one's own metadata. What has no metadata stands here: Qt (whose wheels
carry no LGPL text), Python and its libraries, Microsoft's run-time library, the icons.
"""

from __future__ import annotations

import ast
import re
import shutil
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
OWN_TEXTS = HERE / "licences"

QT_PACKAGES = ("PySide6_Essentials", "shiboken6")
FREEZER = "pyinstaller"
_LICENCE_FILE = re.compile(r"licen[cs]e|copying|notice|authors", re.IGNORECASE)
_RULE = "-" * 79

# Every program file in the folder belongs to one of these; an unknown one stops the build.
_OWNERS = {
    r"Partners\.exe|partners-app\.exe": "Partners, started by PyInstaller's bootloader",
    r"_internal/PySide6/(Qt6\w+\.dll|plugins/.+\.dll)": "Qt",
    r"_internal/(PySide6|shiboken6)/((Qt\w+|shiboken)\.pyd|\w+6\.abi3\.dll)": "PySide6",
    r"_internal/(\w+/)?(msvcp140|vcruntime140)\w*\.dll": "Microsoft Visual C++ run-time",
    r"_internal/(python3(11)?\.dll|_?[a-z]\w*\.pyd|sqlite3\.dll|libffi-8\.dll)": "Python",
    r"_internal/(lxml|markupsafe|sqlalchemy)/.+\.pyd": "the package of the same name",
    r"_internal/python_calamine/.+\.pyd": "python-calamine",
}

_INSIDE = {
    "lxml": (
        "libxml2, libxslt and zlib in it: the same text. GNU libiconv in it: GNU Lesser General",
        "Public License, 2.1 or later (licences\\LGPL-3.0.txt); https://ftp.gnu.org/gnu/libiconv/.",
        "They are in the separate files of _internal\\lxml, which you may replace by your own.",
    ),
}
"""What a package's program files hold of others."""


_STATED_ELSEWHERE = {
    # Its metadata say "UNKNOWN" and name another; the text that it carries decides.
    "spylls": "MPL-2.0",
}


class NoticeMissing(Exception):
    """Something is frozen whose licence is not known; the message names it."""


@dataclass(frozen=True, slots=True)
class Package:
    """A Python package in the frozen program."""

    name: str
    version: str
    licence: str
    home: str
    texts: tuple[str, ...]


def write(program: Path, contents: Path, site_packages: Path, python_version: str) -> list[str]:
    """Write THIRD-PARTY.txt and licences/ into a frozen program; return what is named in it.

    Args:
        program: the folder of the frozen program.
        contents: PyInstaller's PYZ-00.toc of the same build.
        site_packages: where the packages were frozen from.
        python_version: of the frozen interpreter, like 3.11.9.

    Raises:
        NoticeMissing: a package or file is frozen whose licence is not known.
    """
    if unknown := unowned_files(program):
        raise NoticeMissing(f"nobody's licence is known for {', '.join(unknown)}")
    packages = frozen_packages(contents, site_packages)
    qt = {name: metadata_of(name, site_packages).version for name in QT_PACKAGES}
    texts = program / "licences"
    shutil.rmtree(texts, ignore_errors=True)
    shutil.copytree(OWN_TEXTS, texts)
    shutil.copyfile(ROOT / "LICENSE", texts / "Partners.txt")
    shutil.copyfile(ROOT / "resources" / "icons" / "LICENSE", texts / "icons.txt")
    dictionary = (ROOT / "resources" / "spelling" / "LICENSE").read_text(encoding="utf-8")
    (texts / "spelling.txt").write_text(dictionary, encoding="utf-8", newline="\r\n")
    for package in packages:
        text = f"\n{_RULE}\n".join(package.texts)
        (texts / f"{package.name}.txt").write_text(text, encoding="utf-8", newline="\r\n")
    notice = notice_text(packages, qt, python_version)
    # With a mark of its encoding: Windows' editor shows it right everywhere.
    (program / "THIRD-PARTY.txt").write_text(notice, encoding="utf-8-sig", newline="\r\n")
    return [f"{name} {version}" for name, version in qt.items()] + [
        f"{package.name} {package.version}" for package in packages
    ]


def unowned_files(program: Path) -> list[str]:
    """Return the program files whose owner is not known."""
    names = [
        path.relative_to(program).as_posix()
        for path in sorted(program.rglob("*"))
        if path.suffix.lower() in (".dll", ".exe", ".pyd")
    ]
    owners = [re.compile(pattern, re.IGNORECASE) for pattern in _OWNERS]
    return [name for name in names if not any(owner.fullmatch(name) for owner in owners)]


def frozen_packages(contents: Path, site_packages: Path) -> list[Package]:
    """Return the packages whose modules are frozen, and the freezer, whose start program is."""
    table = ast.literal_eval(contents.read_text(encoding="utf-8"))
    modules = {entry[0].partition(".")[0] for entry in table[1]}
    owners: dict[str, str] = {}
    for distribution in metadata.distributions(path=[str(site_packages)]):
        for file in distribution.files or []:
            top = file.parts[0].removesuffix(".py")
            owners.setdefault(top, distribution.name)
    names = {owners[module] for module in modules if module in owners}
    # Modules of the standard library that a package also brings are the library's.
    names -= {*QT_PACKAGES, "PySide6_Essentials".lower(), "setuptools"}
    return [
        described(metadata_of(name, site_packages))
        for name in sorted({*names, FREEZER} - set(QT_PACKAGES), key=str.lower)
    ]


def metadata_of(name: str, site_packages: Path) -> metadata.Distribution:
    """Return the metadata of an installed package."""
    found = list(metadata.distributions(name=name, path=[str(site_packages)]))
    if len(found) != 1:
        raise NoticeMissing(f"{name} is installed {len(found)} times in {site_packages}")
    return found[0]


def described(distribution: metadata.Distribution) -> Package:
    """Read what a notice says of a package."""
    about = distribution.metadata
    licence = (
        _STATED_ELSEWHERE.get(distribution.name.lower())
        or field(about, "License-Expression")
        or short_licence(about)
    )
    texts = [
        file.read_text(encoding="utf-8")
        for file in distribution.files or []
        if ".dist-info" in file.parts[0] and _LICENCE_FILE.search(file.name)
    ]
    if not texts or not licence:
        raise NoticeMissing(f"{distribution.name} {distribution.version} carries no licence")
    return Package(distribution.name, distribution.version, licence, home_page(about), tuple(texts))


def field(about: metadata.PackageMetadata, name: str) -> str:
    """Return a field of metadata, '' where there is none."""
    values: list[str] = about.get_all(name) or []
    return values[0] if values else ""


def short_licence(about: metadata.PackageMetadata) -> str:
    """Return a licence's name from the older fields of metadata."""
    stated = field(about, "License")
    if stated and "\n" not in stated:
        return stated
    kinds = [kind for kind in about.get_all("Classifier") or [] if kind.startswith("License ::")]
    return ", ".join(kind.rpartition(":: ")[2] for kind in kinds)


def home_page(about: metadata.PackageMetadata) -> str:
    """Return where a package's sources are, or its home page."""
    lines: list[str] = about.get_all("Project-URL") or []
    by_label: dict[str, str] = {}
    for line in lines:
        label, _, link = line.partition(", ")
        by_label[label.lower()] = link
    for label in ("source", "source code", "repository", "github", "code", "homepage", "home"):
        if label in by_label:
            return by_label[label]
    return field(about, "Home-page") or next(iter(by_label.values()), "")


def notice_text(packages: list[Package], qt: dict[str, str], python_version: str) -> str:
    """Return THIRD-PARTY.txt."""
    version = qt["PySide6_Essentials"]
    minor = ".".join(version.split(".")[:2])
    qt_sources = "https://download.qt.io/official_releases"
    lines = [
        "THIRD-PARTY SOFTWARE IN PARTNERS",
        "",
        "Partners itself is under the MIT licence: licences\\Partners.txt. It uses:",
        "",
        _RULE,
        f"Qt {version}, PySide6 {version} and shiboken6 {qt['shiboken6']}",
        "Copyright (C) The Qt Company Ltd. and other contributors",
        "",
        "Used under the GNU Lesser General Public License, version 3 (licences\\LGPL-3.0.txt),",
        "which adds to the GNU General Public License, version 3 (licences\\GPL-3.0.txt).",
        "Nothing in them is changed. The sources of exactly these versions:",
        f"  {qt_sources}/qt/{minor}/{version}/single/qt-everywhere-src-{version}.tar.xz",
        f"  {qt_sources}/QtForPython/pyside6/PySide6-{version}-src/"
        f"pyside-setup-everywhere-src-{version}.tar.xz",
        "",
        "You may replace these libraries by your own versions with the same interface: they",
        "are the separate files Qt6*.dll, *.pyd, *.abi3.dll and plugins in _internal\\PySide6 and",
        "_internal\\shiboken6. Nothing in the licence of Partners forbids that, nor reverse",
        "engineering for debugging such a change.",
        "",
        "Qt holds software of others under licences of their own (among them FreeType, HarfBuzz,",
        "libjpeg-turbo, libpng, PCRE2, zlib, double-conversion, emoji-segmenter, MD4C):",
        "  https://doc.qt.io/qt-6/licenses-used-in-qt.html",
        "Their texts are in the LICENSES folders of the sources named above. This software is",
        "based in part on the work of the Independent JPEG Group.",
        "",
        _RULE,
        f"Python {python_version}: licences\\Python-3.11.txt",
        "Copyright (C) Python Software Foundation. Sources: https://www.python.org/downloads/source/",
        "SQLite, Expat, libffi, zlib and libmpdec in it: licences\\Python-parts.txt",
        "",
        _RULE,
        "Microsoft Visual C++ run-time library (vcruntime140*.dll, msvcp140*.dll)",
        "Copyright (C) Microsoft Corporation. Distributed under the redistribution terms of",
        "Microsoft Visual Studio; part of the Windows software of Python and Qt.",
        "",
        _RULE,
        "Icons in the window: Lucide, ISC licence, and Feather, MIT licence: licences\\icons.txt",
        "",
        _RULE,
        "Russian spelling dictionary of A. I. Lebedev, BSD-style licence: licences\\spelling.txt",
        "Unchanged; ru_RU.aff and ru_RU.dic in _internal\\partners_app\\resources\\spelling.",
        "",
    ]
    for package in packages:
        lines += [
            _RULE,
            f"{package.name} {package.version}: {package.licence}; licences\\{package.name}.txt",
            package.home,
            *_INSIDE.get(package.name.lower(), ()),
            "",
        ]
    lines.append(_RULE)
    lines.append(
        "PyInstaller's licence lets the programs it makes have any licence; of PyInstaller itself"
        "\nonly its start program and start-up modules are in them."
    )
    return "\n".join([*lines, ""])
