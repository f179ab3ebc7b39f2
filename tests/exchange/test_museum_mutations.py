"""Good files with random damage: read or refused in words, never a crash, a hang, a traceback."""

import random
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from partners_app.domain.errors import InputBroken, PartnersError
from partners_app.domain.input_problems import InputProblem
from partners_app.exchange.grid import GridFile
from partners_app.exchange.grid_reader import ReadingProcess
from partners_app.texts.errors import error_text
from tests.exchange.museum import accepted
from tests.exchange.museum import packages as pk
from tests.exchange.museum.packages import cell, packed, row, text_cell, workbook

SEED = 2020
OF_EACH = 75

Mutation = Callable[[bytes, random.Random], bytes]


def a_workbook() -> bytes:
    rows = [
        row(
            number,
            text_cell(f"A{number}", f"Страна {number}"),
            cell(f"B{number}", str(number % 2), "s"),
            cell(f"C{number}", str(43_831 + number), style=1),
            cell(f"D{number}", str(number * 1.5), formula=f"<f>B{number}*1.5</f>"),
        )
        for number in range(1, 40)
    ]
    merged = '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>'
    return packed(workbook(sheet=pk.sheet("".join(rows), after=merged)))


GOOD: dict[str, Callable[[], bytes]] = {
    "таблица.xlsx": a_workbook,
    "таблица.ods": accepted.made_by_libreoffice("table.ods"),
    "таблица.xls": accepted.made_by_libreoffice("table.xls"),
    "таблица.docx": accepted.word_document,
}


def bytes_flipped(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 3, 30))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def truncated(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randrange(1, len(data))]


def _parts(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


def a_part_dropped(data: bytes, chance: random.Random) -> bytes:
    parts = _parts(data)
    del parts[chance.randrange(len(parts))]
    return pk.zip_of(parts)


def flipped_inside_a_part(data: bytes, chance: random.Random) -> bytes:
    """Damage that no checksum tells: the archive is whole again."""
    parts = _parts(data)
    number = chance.choice([n for n, (_, content) in enumerate(parts) if content])
    name, content = parts[number]
    parts[number] = name, bytes_flipped(content, chance)
    return pk.zip_of(parts)


def a_number_changed(data: bytes, chance: random.Random) -> bytes:
    """A digit of the XML becomes another one, or many: rows, columns, indexes, repetitions."""
    parts = _parts(data)
    digits = [
        (number, place)
        for number, (name, content) in enumerate(parts)
        if name.endswith("content.xml") or "sheet1" in name or name.endswith("document.xml")
        for place, byte in enumerate(content)
        if chr(byte).isdecimal()
    ]
    number, place = chance.choice(digits)
    name, content = parts[number]
    new = chance.choice((b"0", b"9", b"-1", b"99999", b"1048576", b"4294967296"))
    parts[number] = name, content[:place] + new + content[place + 1 :]
    return pk.zip_of(parts)


OF_ANY: tuple[Mutation, ...] = (bytes_flipped, truncated)
OF_ARCHIVES: tuple[Mutation, ...] = (
    *OF_ANY,
    a_part_dropped,
    flipped_inside_a_part,
    a_number_changed,
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", GOOD)
def test_random_damage(name: str, tmp_path: Path, reading_process: ReadingProcess) -> None:
    print(f"seed {SEED}")
    chance = random.Random(f"{SEED} {name}")
    good = GOOD[name]()
    file = tmp_path / name
    file.write_bytes(good)
    assert reading_process.read(file).findings is not None
    outcomes: Counter[str] = Counter()
    for number in range(OF_EACH):
        mutation = chance.choice(OF_ANY if name.endswith(".xls") else OF_ARCHIVES)
        file.write_bytes(mutation(good, chance))
        place = f"mutation {number}, {mutation.__name__}"
        try:
            assert isinstance(reading_process.read(file), GridFile), place
            outcomes["read"] += 1
        except PartnersError as error:
            text = error_text(error)
            assert text.what, place
            assert text.todo, place
            problem = error.problem if isinstance(error, InputBroken) else type(error).__name__
            # A failure of our own code, which the process would only have hidden.
            assert problem != InputProblem.READER_FAILED, f"{place}: {text.details}"
            outcomes[problem] += 1
    print(dict(outcomes))
    assert len(outcomes) > 1, "the damage reaches something"
