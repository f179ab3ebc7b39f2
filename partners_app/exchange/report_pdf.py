"""The yearly table as a PDF, which whoever can draw has drawn."""

from pathlib import Path

from partners_app.domain.errors import FileFailed
from partners_app.exchange.atomic_file import atomic_write

_BEGINNING, _END = b"%PDF-", b"%%EOF"


def write_report_pdf(content: bytes, target: Path) -> None:
    """Write a drawn PDF; it is read again and compared before it takes the target's place.

    Raises what `atomic_write` raises.
    """

    def verify(temporary: Path) -> None:
        found = temporary.read_bytes()
        whole = found.startswith(_BEGINNING) and found.rstrip().endswith(_END)
        if found != content or not whole:
            raise FileFailed(temporary, "verify: not the whole PDF")

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    atomic_write(target, write, verify=verify)
