"""Backups and restoring them, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from partners_app.domain.backup_reason import BackupReason

translate = QCoreApplication.translate

_REASONS: dict[BackupReason, object] = {
    BackupReason.MANUAL: QT_TRANSLATE_NOOP("backups", "by hand"),
    BackupReason.AUTOMATIC: QT_TRANSLATE_NOOP("backups", "by itself"),
    BackupReason.IMPORT: QT_TRANSLATE_NOOP("backups", "before an import"),
    BackupReason.REPAIR: QT_TRANSLATE_NOOP("backups", "before a repair"),
    BackupReason.RESTORE: QT_TRANSLATE_NOOP("backups", "before a restore"),
    BackupReason.MIGRATION: QT_TRANSLATE_NOOP("backups", "before a new format"),
}


def reason_text(reason: BackupReason) -> str:
    """Return why a backup was written."""
    return translate("backups", str(_REASONS[reason]))


def not_restored_text(reason: str) -> tuple[str, str]:
    """Return why a backup cannot take the register's place, and what to do; %1 is its name."""
    nothing = translate("backups", "Nothing was changed. Choose another backup.")
    match reason:
        case "another":
            return translate("backups", "“%1” is a backup of another register."), nothing
        case "same":
            return translate("backups", "“%1” is the register itself, not a backup."), nothing
        case _:
            return translate("backups", "The backup “%1” is damaged and is not restored."), nothing
