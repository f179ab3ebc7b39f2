"""The process that reads files with tables: bytes come in, JSON goes out, until nobody asks.

It is started from the program itself (``partners_app.__main__`` with ``--read-tables``), so that
a library that hangs, eats the memory or ends the process takes nothing with it. Each message,
in both directions, is its length in 8 bytes and then as many bytes.
"""

import os
import struct
from pathlib import Path
from traceback import extract_tb
from typing import BinaryIO

from partners_app.domain.input_problems import InputProblem
from partners_app.domain.table_limits import MOST_BYTES, MOST_SECONDS
from partners_app.exchange.gate import FileKind, examine
from partners_app.exchange.grid_json import Tables, encode_refusal, encode_tables
from partners_app.exchange.process_limits import end_after, limit_memory
from partners_app.exchange.table_refusal import Refused

LENGTH = struct.Struct(">Q")
"""How the length of a message is written."""

_SECONDS_TO_BE_ENDED = 10


def main() -> int:
    """Answer what comes over standard input until it ends."""
    limit_memory()
    # A program of Windows without a console has the two channels, but not sys.stdin.
    with os.fdopen(0, "rb", closefd=False) as questions, os.fdopen(1, "wb") as answers:
        while header := questions.read(LENGTH.size):
            data = _read(questions, header)
            if data is None:
                return 1
            end_after(MOST_SECONDS + _SECONDS_TO_BE_ENDED)
            answer = answer_to(data)
            end_after(0)
            answers.write(LENGTH.pack(len(answer)))
            answers.write(answer)
            answers.flush()
    return 0


def _read(questions: BinaryIO, header: bytes) -> bytes | None:
    if len(header) != LENGTH.size:
        return None
    (length,) = LENGTH.unpack(header)
    return questions.read(length) if length <= MOST_BYTES else None


def answer_to(data: bytes) -> bytes:
    """Return the answer to the bytes of a file."""
    try:
        return _tables(data)
    except Refused as refused:
        return encode_refusal(refused)
    except MemoryError:
        return encode_refusal(Refused(InputProblem.TOO_MUCH_MEMORY))
    except RecursionError:
        return encode_refusal(Refused(InputProblem.TOO_DEEP))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # A panic of calamine is no Exception. Of anything else only the kind and the place go on:
        # the words may quote the file.
        if type(error).__name__ == "PanicException":
            return encode_refusal(Refused(InputProblem.DAMAGED, detail="the reader stopped"))
        return encode_refusal(Refused(InputProblem.READER_FAILED, detail=_described(error)))


def _tables(data: bytes) -> bytes:
    examined = examine(data)
    # Each library is loaded only where its kind of file comes.
    if examined.kind is FileKind.DOCX:
        from partners_app.exchange.word_tables import read_document

        grids, findings = read_document(data, examined)
    else:
        from partners_app.exchange.workbook_reading import read_workbook

        grids, findings = read_workbook(data, examined)
    return encode_tables(Tables(examined.kind, tuple(grids), tuple(findings)))


def _described(error: BaseException) -> str:
    last = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
