"""Is a process of this computer still the one that it was?"""

import os
import sys
from contextlib import suppress
from pathlib import Path

_START_OF_STAT = 19
"""Place of the time a process began in /proc/PID/stat, counted after its name (proc(5))."""


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _ERROR_INVALID_PARAMETER = 87
    _STILL_ACTIVE = 259

    def run_of(process_id: int) -> str | None:
        """Return what tells a process from others that had its number; None: there is no such one.

        Empty where the system does not say it cheaply.
        """
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = wintypes.HANDLE
        opened = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, wintypes.DWORD(process_id))
        if not opened:
            return None if ctypes.get_last_error() == _ERROR_INVALID_PARAMETER else ""
        handle = wintypes.HANDLE(opened)
        try:
            status = wintypes.DWORD()
            times = [wintypes.FILETIME() for _ in range(4)]
            known = kernel.GetExitCodeProcess(handle, ctypes.byref(status))
            if known and status.value != _STILL_ACTIVE:
                return None
            if not kernel.GetProcessTimes(handle, *(ctypes.byref(each) for each in times)):
                return ""
            return str((times[0].dwHighDateTime << 32) + times[0].dwLowDateTime)
        finally:
            kernel.CloseHandle(handle)

else:

    def run_of(process_id: int) -> str | None:
        """Return what tells a process from others that had its number; None: there is no such one.

        Empty where the system does not say it cheaply.
        """
        try:
            os.kill(process_id, 0)
        except ProcessLookupError:
            return None
        except (PermissionError, OverflowError):
            # Somebody else's: it runs.
            pass
        with suppress(OSError, ValueError, IndexError):
            stat = Path(f"/proc/{process_id}/stat").read_text(encoding="ascii", errors="replace")
            facts = stat.rpartition(")")[2].split()
            if facts[0] in ("Z", "X"):
                return None
            boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
            return f"{boot} {int(facts[_START_OF_STAT])}"
        return ""
