"""What opening a register of an older format came to, in words."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def upgraded_text(backup: str | None) -> str:
    """Return that a register was in an older format, and what came of it.

    ``backup`` names the file as it was; None: it may not be written, and a copy of it is read.
    """
    if backup is None:
        return translate(
            "opening",
            "The register is in the format of an older version, and the file may not be written: "
            "it is shown as it was when it was opened.",
        )
    return translate(
        "opening",
        "The register was in the format of an older version and was brought to the present one. "
        "The file as it was is kept: %1",
    ).replace("%1", backup)
