"""Where both Windows programs begin: Partners.exe and partners-app.exe."""

import ctypes
import sys

if sys.platform == "win32":
    # A DLL planted in the folder of a register or in PATH is never loaded: only those beside the
    # program, of Windows, and of the folders that Qt names (LOAD_LIBRARY_SEARCH_DEFAULT_DIRS).
    ctypes.windll.kernel32.SetDefaultDllDirectories(0x1000)

from partners_app.__main__ import main

sys.exit(main())
