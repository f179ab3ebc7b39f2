"""A clerk's days with the built installer, under Wine, without a network.

From a folder with Cyrillic letters and spaces: silent installation, the self-test, the sample
edited by keyboard and reported on, a second start, an older register, an installation refused and
one that upgrades, removal; then the same installer by its pages. Each step leaves pictures in
build/exercise.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path, PureWindowsPath

from openpyxl import load_workbook

from wine.session import Wine, WineFailed

HANDS = Path(__file__).resolve().parent / "hands.py"
OLDER = Path(__file__).resolve().parents[2] / "tests" / "data" / "schema_1.partners"
PROGRAM, COMMANDS = "Partners.exe", "partners-app.exe"
RUNNING = 3
"""The status with which the installer refuses while the program runs; installer.nsi."""
NOT_WRITTEN = 2
"""NSIS' own status when the installation stops at a file."""

HIVE = "HKEY_CURRENT_USER"
APPS_ENTRY = f"{HIVE}\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\Partners"
OUR_KEYS = (
    f"{HIVE}\\Software\\Partners",
    f"{HIVE}\\Software\\Classes\\.partners",
    f"{HIVE}\\Software\\Classes\\Partners.Register",
    APPS_ENTRY,
)
TYPED = " – правка с клавиатуры № 1"
CORRECTED = " Исправлено."


class Exercise:
    """One installer, taken through everything that clerks and administrators do with it."""

    def __init__(self, wine: Wine, installer: Path, portable: Path, pictures: Path) -> None:
        """Keep what is tried and where the pictures go; `walk` does it."""
        self.wine = wine.without_network()
        self.installer = installer
        self.portable = portable
        self.version = installer.name.split("-")[1]
        self.pictures = pictures
        self.place = wine.drive_c / "Отдел № 1" / "Программа Partners"
        self.own_place = wine.user / "AppData" / "Local" / "Programs" / "Partners"
        self.unpacked = wine.drive_c / "Без установки"
        menu = wine.user / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu"
        self.shortcut = menu / "Programs" / "Partners.lnk"
        self.documents = wine.user / "Documents"
        self.data = (
            self.documents,
            wine.user / "AppData" / "Local" / "Partners",
            wine.user / "AppData" / "Roaming" / "Partners",
        )

    def walk(self) -> None:
        """Take every step; WineFailed with a picture of the screen where one does not succeed.

        Raises:
            WineFailed: a step failed; the message says which and what was seen.
        """
        shutil.rmtree(self.pictures, ignore_errors=True)
        self.pictures.mkdir(parents=True)
        self._make_bare()
        before = self._files()
        for step in (
            self.install_silently,
            self.test_itself,
            self.spend_a_day,
            self.start_a_second_time,
            self.bring_up_an_older_register,
            self.refuse_while_running,
            self.stop_where_a_file_cannot_be_written,
            self.upgrade,
            self.remove_silently,
        ):
            self._take(step)
        self._expect_only_data(before)
        for step in (self.run_unpacked, self.install_by_hand, self.remove_by_hand):
            self._take(step)
        self._expect_only_data(before)
        print("exercise: everything was seen to work", flush=True)

    def _take(self, step: Callable[[], None]) -> None:
        name = step.__name__.replace("_", " ")
        print(f"-- {name}", flush=True)
        began = time.monotonic()
        try:
            step()
        except WineFailed as failure:
            self._picture("failed")
            raise WineFailed(
                f"{name}: {failure} (picture: {self.pictures / 'failed.png'})"
            ) from None
        print(f"   {time.monotonic() - began:.0f} s", flush=True)

    # The steps

    def install_silently(self) -> None:
        """Install without a word into a folder with Cyrillic letters and spaces."""
        # NSIS takes the rest of the line behind /D= as it is; as one word Wine would quote it.
        place = f"/D={self._in_windows(self.place)}".split(" ")
        self.wine.run(self.installer, "/S", *place, limit=300)
        self._expect_installed(self.place)
        entry = self._registry(APPS_ENTRY)
        for line in (f'"DisplayVersion"="{self.version}"', '"EstimatedSize"=dword:'):
            _expect(line in entry, f"the entry under Apps lacks {line}: {entry}")

    def test_itself(self) -> None:
        """Run the self-test of the installed program."""
        print(self._command("--self-test", limit=300), end="", flush=True)

    def spend_a_day(self) -> None:
        """Start, open the sample, edit an event by keyboard, write the report, end."""
        installed = _sums([self.place])
        program = self._start_by_the_clock()
        self._hands("wait", PROGRAM, "", "forward", "pause", "2")
        self._picture("1-first-start")
        # The first button of the first screen has the focus: the sample.
        self._hands("wait", PROGRAM, "", "forward", "key", "Space")
        title = self._hands("wait", PROGRAM, ".partners", "forward", "pause", "2").strip()
        self._picture("2-sample")
        register = next(self.documents.glob("*.partners"))
        _expect(register.name in title, f"the title «{title}» does not name {register.name}")
        self._edit_by_keyboard(register)
        self._report_by_keyboard()
        self._corrections_by_keyboard(register)
        self._end_program()
        self.wine.finish(program, PROGRAM, limit=60)
        _expect(_sums([self.place]) == installed, "the program has written into its own folder")
        _expect(not self._files_like("*.fault"), "the interpreter crashed: see *.fault in Logs")

    def _start_by_the_clock(self) -> subprocess.Popen[bytes]:
        """Start the program and print after how many seconds its window was there."""
        eyes = self.wine.start(self.wine.python, HANDS, "seen", PROGRAM)
        time.sleep(2)  # the eyes have to be open first
        began = time.time()
        program = self.wine.start(self._in_windows(self.place / PROGRAM))
        try:
            seen = float(self.wine.finish(eyes, "the wait for a window", limit=60))
            print(f"start to window: {seen - began:.1f} s", flush=True)
        except WineFailed as blind:
            # Seen once with the window on the screen: a call of the eyes had not come back. Only
            # the figure is lost; whether there is a window is asked anew by whoever goes on.
            print(f"start to window: not measured ({blind})", flush=True)
        return program

    def _edit_by_keyboard(self, register: Path) -> None:
        known = self._operations(register)
        # From the search of the tree (all partners, so without agreements) to the events.
        to_text = [
            "key",
            "Ctrl+Shift+F",
            "key",
            "F6",
            "key",
            "Ctrl+Home",
            "key",
            "Tab",
            "key",
            "Tab",
        ]
        keys = [*to_text, "key", "F2", "key", "Ctrl+End", "type", TYPED, "key", "Enter"]
        self._hands("wait", PROGRAM, ".partners", "forward", *keys, "pause", "2")
        self._picture("3-edited")
        operations = self._operations(register)
        _expect(len(operations) == len(known) + 1, f"the edit is not in the history: {operations}")
        exported = self.documents / "Выгрузка.json"
        self._command("export", self._in_windows(register), self._in_windows(exported))
        text = exported.read_text(encoding="utf-8")
        _expect(TYPED in text, f"«{TYPED}» is not in the register")

    def _report_by_keyboard(self) -> None:
        report = self.documents / "Отчёт за 2020 год.xlsx"
        self._hands("wait", PROGRAM, ".partners", "forward", "key", "Ctrl+E", "pause", "3")
        self._picture("4-report-dialog")
        path = self._in_windows(report)
        self._hands("key", "Ctrl+A", "type", path, "key", "Enter", "pause", "1")
        self._until(lambda: report.is_file() and report.stat().st_size > 0, "there is no report")
        self._hands("wait", PROGRAM, ".partners", "pause", "2")
        self._picture("5-report-written")
        with zipfile.ZipFile(report) as archive:
            parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
        _expect(any(TYPED.encode() in part for part in parts), "the report lacks the edit")
        self._show_report(report)

    def _corrections_by_keyboard(self, register: Path) -> None:
        """Take the report in, corrected: read by a child of the windowed program itself."""
        known = self._operations(register)
        corrected = self.documents / "Правки руководителя.xlsx"
        workbook = load_workbook(self.documents / "Отчёт за 2020 год.xlsx")
        cells = [cell for row in workbook.worksheets[0].iter_rows() for cell in row]
        cell = next(cell for cell in cells if str(cell.value).startswith("20-22 февраля"))
        cell.value = f"{cell.value}{CORRECTED}"
        workbook.save(corrected)
        self._hands("wait", PROGRAM, ".partners", "forward", "key", "Ctrl+I", "pause", "3")
        path = self._in_windows(corrected)
        self._hands("key", "Ctrl+A", "type", path, "key", "Enter", "pause", "10")
        self._picture("5a-corrections")
        self._hands("wait", PROGRAM, "Загрузка из файла", "forward", "key", "Ctrl+Enter")
        self._until(
            lambda: len(self._operations(register)) == len(known) + 1,
            "the corrections are not in the history",
        )
        self._hands("wait", PROGRAM, ".partners", "forward", "pause", "2")
        self._picture("5b-corrections-written")

    def start_a_second_time(self) -> None:
        """Open another register by double click while the window is open: one window, in front."""
        second = self.documents / "Второй реестр.partners"
        self._command("new", self._in_windows(second))
        with self._window():
            notepad = self.wine.start("notepad")
            self._hands("wait", "notepad.exe", "", "forward", "front", "notepad.exe")
            with self._merged_classes():
                self.wine.run("start", "/wait", self._in_windows(second), limit=60)
            self._hands("wait", PROGRAM, second.name, "front", PROGRAM, "pause", "1")
            self._picture("6-second-start")
            self._hands("wait", "notepad.exe", "", "close", "gone", "notepad.exe")
            self.wine.finish(notepad, "notepad", limit=30)

    def bring_up_an_older_register(self) -> None:
        """Open a register of the first version: Windows replaces no file that anybody has open."""
        older = self.documents / "Старый реестр.partners"
        shutil.copyfile(OLDER, older)
        self._command("history", self._in_windows(older))
        _expect(older.read_bytes()[60:64] != OLDER.read_bytes()[60:64], "it has the old format")
        (kept,) = self._files_like("*_migration.partners")
        for register in (older, kept):
            self._command("verify", self._in_windows(register))

    def refuse_while_running(self) -> None:
        """Refuse a silent installation and one by hand while the program runs; harm nothing."""
        installed = _sums([self.place])
        with self._window():
            self.wine.run(self.installer, "/S", limit=120, expect=RUNNING)
            by_hand = self.wine.start(self.installer)
            self._hands("wait", self.installer.name, "", "forward", "pause", "1")
            self._picture("7-refused-while-running")
            self._hands("key", "Esc")
            self.wine.finish(by_hand, "the installer", limit=60, expect=RUNNING)
        _expect(_sums([self.place]) == installed, "a refused installation changed the program")

    def stop_where_a_file_cannot_be_written(self) -> None:
        """End with a status of its own and register nothing: a folder stands for one file."""
        occupied = self.place.parent / "Занятая папка"
        (occupied / "THIRD-PARTY.txt").mkdir(parents=True)
        place = f"/D={self._in_windows(occupied)}".split(" ")
        self.wine.run(self.installer, "/S", *place, limit=120, expect=NOT_WRITTEN)
        _expect(occupied.name not in self._registry(OUR_KEYS[0]), "a half program is registered")
        shutil.rmtree(occupied)

    def upgrade(self) -> None:
        """Install over an older version: its left-over files go, every datum stays."""
        data = _sums(self.data)
        stale = self.place / "_internal" / "stale.dll"
        stale.write_bytes(b"of an older version")
        self._set_registry(APPS_ENTRY, "DisplayVersion", "0.0.1")
        # Without /D=: the installer knows where it is installed.
        self.wine.run(self.installer, "/S", limit=300)
        self._expect_installed(self.place)
        _expect(not stale.exists(), "a file of the older version is left")
        _expect(f'"{self.version}"' in self._registry(APPS_ENTRY), "Apps shows the older version")
        _expect(_sums(self.data) == data, "the upgrade changed the user's data")
        with self._window():
            self._picture("8-after-upgrade")

    def remove_silently(self) -> None:
        """Remove the program without a word."""
        self._expect_associated(True)
        self.wine.run(self._in_windows(self.place / "uninstall.exe"), "/S", limit=120)
        self._expect_removed(self.place)

    def run_unpacked(self) -> None:
        """Unpack the portable archive and run the self-test there."""
        with zipfile.ZipFile(self.portable) as archive:
            archive.extractall(self.unpacked)
        program = next(self.unpacked.iterdir()) / COMMANDS
        said = self.wine.run(self._in_windows(program), "--self-test", limit=300)
        print(said.splitlines()[-1], flush=True)
        shutil.rmtree(self.unpacked)

    def install_by_hand(self) -> None:
        """Go through the installer's pages; the last one starts the program."""
        wizard = self.wine.start(self.installer)
        name = self.installer.name
        self._hands("wait", name, "", "forward", "pause", "1")
        self._picture("9-installer-welcome")
        self._hands("wait", name, "", "key", "Enter", "pause", "1")
        self._picture("10-installer-folder")
        self._hands("wait", name, "", "key", "Enter")
        self._until(self.shortcut.is_file, "the installer does not get to its end")
        self._hands("wait", name, "", "pause", "3")
        self._picture("11-installer-finished")
        self._hands("wait", name, "", "key", "Enter")
        self._hands("wait", PROGRAM, "", "pause", "2")
        self._picture("12-started-by-installer")
        self._end_program()
        self.wine.finish(wizard, "the installer", limit=60)
        self._expect_installed(self.own_place)

    def remove_by_hand(self) -> None:
        """Remove the program by the pages of its uninstaller."""
        uninstaller = self.wine.start(self._in_windows(self.own_place / "uninstall.exe"))
        # It runs from a copy, with a name of its own, so that it can remove itself.
        self._hands("wait", "Un*.exe", "", "forward", "pause", "1")
        self._picture("13-uninstaller")
        self._hands("key", "Enter", "pause", "3")
        self._picture("14-uninstaller-finished")
        self._hands("wait", "Un*.exe", "", "key", "Enter", "gone", "Un*.exe")
        self.wine.finish(uninstaller, "the uninstaller", limit=60)
        self._expect_removed(self.own_place)

    # What is expected

    def _expect_installed(self, place: Path) -> None:
        names = (PROGRAM, COMMANDS, "uninstall.exe", "THIRD-PARTY.txt", "licences/LGPL-3.0.txt")
        for file in [*(place / name for name in names), self.shortcut]:
            _expect(file.is_file(), f"{file} is not there")
        self._expect_associated(True)

    def _expect_removed(self, place: Path) -> None:
        self._until(lambda: not place.exists(), f"{place} is still there")
        self._until(
            lambda: not self.shortcut.exists(), "the entry in the Start menu is still there"
        )
        for key in OUR_KEYS:
            _expect(not self._registry(key), f"{key} is left in the registry")

    def _expect_associated(self, is_associated: bool) -> None:
        command = self._registry(
            f"{HIVE}\\Software\\Classes\\Partners.Register\\shell\\open\\command"
        )
        _expect((PROGRAM in command) is is_associated, f"a double click runs: {command}")

    def _expect_only_data(self, before: set[str]) -> None:
        left = self._files() - before
        data = [self._in_windows(place) + "\\" for place in self.data]
        foreign = [name for name in left if not any(name.startswith(place) for place in data)]
        print("files left after removal:", *sorted(left), sep="\n  ", flush=True)
        _expect(not foreign, f"files that are no data are left: {foreign}")

    # Hands, eyes and the Windows disk

    @contextmanager
    def _window(self) -> Iterator[None]:
        """Have the program's window open."""
        program = self.wine.start(self._in_windows(self.place / PROGRAM))
        self._hands("wait", PROGRAM, ".partners", "pause", "1")
        yield
        self._end_program()
        self.wine.finish(program, PROGRAM, limit=60)

    @contextmanager
    def _merged_classes(self) -> Iterator[None]:
        """Let a double click find what is associated for one user.

        Windows merges a user's classes with the machine's; Wine 8 reads only the machine's.
        """
        keys = [key for key in OUR_KEYS if "\\Classes\\" in key]
        of_machine = {key: key.replace(HIVE, "HKEY_LOCAL_MACHINE") for key in keys}
        file = self.pictures / "merged.reg"
        for key, target in of_machine.items():
            file.write_text(self._registry(key).replace(f"[{key}", f"[{target}"), encoding="utf-16")
            self.wine.run("regedit", "/S", file, limit=60)
        file.unlink()
        try:
            yield
        finally:
            for target in of_machine.values():
                self.wine.run("reg", "delete", target, "/f", limit=60)

    def _end_program(self) -> None:
        self._hands("wait", PROGRAM, "", "close", "gone", PROGRAM)

    def _hands(self, *words: str) -> str:
        return self.wine.run(self.wine.python, HANDS, *words, limit=180)

    def _command(self, *words: str, limit: float = 120) -> str:
        return self.wine.run(self._in_windows(self.place / COMMANDS), *words, limit=limit)

    def _operations(self, register: Path) -> list[str]:
        said = json.loads(self._command("history", self._in_windows(register), "--json"))
        return [operation["text"] for operation in said["operations"]]

    def _registry(self, key: str) -> str:
        """Return a key of the registry with all below it as text, '' where it is not."""
        file = self.pictures / "key.reg"
        file.unlink(missing_ok=True)
        self.wine.run("regedit", "/E", file, key, limit=60)
        text = file.read_text(encoding="utf-16") if file.is_file() else ""
        file.unlink(missing_ok=True)
        return text if f"[{key}" in text else ""

    def _set_registry(self, key: str, name: str, text: str) -> None:
        self.wine.run("reg", "add", key, "/v", name, "/d", text, "/f", limit=60)

    def _make_bare(self) -> None:
        """Remove what an exercise that failed has left."""
        for folder in (self.place.parent, self.own_place, self.unpacked, *self.data):
            shutil.rmtree(folder, ignore_errors=True)
        self.documents.mkdir()
        self.shortcut.unlink(missing_ok=True)
        for key in OUR_KEYS:
            if self._registry(key):
                self.wine.run("reg", "delete", key, "/f", limit=60)

    def _files(self) -> set[str]:
        """Return the files on the disk as Windows names them, but for temporary ones."""
        passing = (self.wine.drive_c / "windows" / "temp", self.wine.user / "Temp")
        return {
            self._in_windows(path)
            for path in self.wine.drive_c.rglob("*")
            if (path.is_symlink() or not path.is_dir())
            and not any(place in path.parents for place in passing)
        }

    def _files_like(self, pattern: str) -> list[Path]:
        return [path for place in self.data for path in place.rglob(pattern) if path.stat().st_size]

    def _in_windows(self, path: Path) -> str:
        """Return how Windows names a file on its disk."""
        return str(PureWindowsPath("C:\\", *path.relative_to(self.wine.drive_c).parts))

    def _picture(self, name: str) -> None:
        file = self.pictures / f"{name}.png"
        command = ["import", "-display", self.wine.display, "-window", "root", str(file)]
        subprocess.run(command, check=True, timeout=60)

    def _show_report(self, report: Path) -> None:
        """Picture the report's first page as an office program shows it, where there is one."""
        office = shutil.which("soffice") or shutil.which("libreoffice")
        painter = shutil.which("pdftoppm")
        if office is None or painter is None:
            print("LibreOffice or poppler is not installed: no picture of the report", flush=True)
            return
        with tempfile.TemporaryDirectory() as temporary:
            folder = Path(temporary)
            # A name that any locale can write.
            shutil.copyfile(report, folder / "report.xlsx")
            profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
            picture = str(self.pictures / "5-report-opened")
            first_page = ["-png", "-r", "80", "-f", "1", "-singlefile"]
            for command in (
                [office, profile, *convert, str(folder / "report.xlsx")],
                [painter, *first_page, str(folder / "report.pdf"), picture],
            ):
                result = subprocess.run(command, check=False, timeout=300, capture_output=True)
                said = (result.stdout + result.stderr).decode(errors="replace")
                _expect(result.returncode == 0, f"the report cannot be opened: {said}")

    def _until(self, holds: Callable[[], object], what: str) -> None:
        end = time.monotonic() + 90
        while not holds():
            _expect(time.monotonic() < end, what)
            time.sleep(0.2)


def _expect(holds: object, what: str) -> None:
    if not holds:
        raise WineFailed(what)


def _sums(places: Sequence[Path]) -> dict[str, str]:
    """Return the digest of every file in some folders."""
    return {
        str(path): hashlib.sha256(path.read_bytes()).hexdigest()
        for place in places
        for path in place.rglob("*")
        if path.is_file()
    }
