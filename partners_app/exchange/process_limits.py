"""What a process forbids itself before it reads a file from outside: memory, and time without end.

On Windows the memory is limited by a job object that the process puts itself into; where that is
not possible the limits of the gate remain.
"""

import sys

MEMORY_BYTES = 1_500_000_000
"""Two million cells, the most that is read, take two thirds of it."""


def limit_memory() -> None:
    """Let this process have at most MEMORY_BYTES: asking for more fails, or ends the process."""
    if sys.platform == "win32":
        _limit_memory_of_job()
    else:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        # What a clerk's file holds must not lie on the disk because a library failed.
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def end_after(seconds: int) -> None:
    """End this process unless it is told otherwise in time; 0 takes it back. Not on Windows.

    The program ends it too, but the program may have been killed meanwhile.
    """
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
    _LIMIT_PROCESS_MEMORY = 0x100  # JOB_OBJECT_LIMIT_PROCESS_MEMORY

    class _BasicLimits(ctypes.Structure):
        """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    def _limit_memory_of_job() -> None:
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.SetInformationJobObject.argtypes = (
            *(wintypes.HANDLE, ctypes.c_int),
            *(ctypes.c_void_p, wintypes.DWORD),
        )
        kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _LIMIT_PROCESS_MEMORY
        limits.ProcessMemoryLimit = MEMORY_BYTES
        # The handle stays open as long as the process lives, and the job with it.
        job = kernel.CreateJobObjectW(None, None)
        size = ctypes.sizeof(limits)
        if job and kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), size
        ):
            kernel.AssignProcessToJobObject(job, kernel.GetCurrentProcess())
