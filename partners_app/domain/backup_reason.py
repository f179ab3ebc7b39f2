"""Why a backup was written."""

from enum import StrEnum


class BackupReason(StrEnum):
    """Part of the name of a backup's file."""

    MANUAL = "manual"
    AUTOMATIC = "auto"
    IMPORT = "import"
    REPAIR = "repair"
    RESTORE = "restore"
    MIGRATION = "migration"
