"""The workbook of an edition, given out as it was issued, byte for byte."""

from hashlib import sha256
from pathlib import Path

from partners_app.domain.errors import EditionProblem, EditionUnreadable, FileFailed
from partners_app.exchange.atomic_file import atomic_write


def write_issued_workbook(content: bytes, expected_sha256: str, target: Path) -> None:
    """Write a kept workbook; EditionUnreadable, and no file, when it is not what was issued.

    Raises what `atomic_write` raises.
    """
    found = sha256(content).hexdigest()
    if found != expected_sha256:
        raise EditionUnreadable(EditionProblem.WORKBOOK, f"{found} != {expected_sha256}")

    def write(temporary: Path) -> None:
        temporary.write_bytes(content)

    def verify(temporary: Path) -> None:
        if temporary.read_bytes() != content:
            raise FileFailed(temporary, "verify: not the issued workbook")

    atomic_write(target, write, verify=verify)
