"""Draw partners.ico and installer.bmp from resources/partners.svg: `python packaging/icon.py`.

Small sizes are bitmaps, which every part of Windows reads; the largest is a PNG, as Windows' own.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).resolve().parent
DRAWING = HERE.parent / "resources" / "partners.svg"
ICON = HERE / "partners.ico"
SIDE = HERE / "installer.bmp"
"""The picture at the side of the installer's first and last page."""

SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Windows' small and large icons at 100, 125, 150 and 200 %, and the folder's largest view."""

_PNG_FROM = 256


def draw(size: int) -> QImage:
    """Draw the program's icon, ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def draw_side() -> QImage:
    """Draw the installer's side: the icon on its own blue, as large as NSIS' pages want it."""
    width, height = 164, 314
    image = QImage(width, height, QImage.Format.Format_RGB888)
    icon = draw(128)
    image.fill(icon.pixelColor(64, 16))
    painter = QPainter(image)
    painter.drawImage((width - icon.width()) // 2, (height - icon.height()) // 3, icon)
    painter.end()
    return image


def as_png(image: QImage) -> bytes:
    """Return an image as a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub asks for bytes
    return bytes(data.data())


def row_colours(image: QImage, row: int) -> bytes:
    """Return one row of an image: blue, green, red and opacity of each pixel."""
    buffer = image.constScanLine(row)
    assert isinstance(buffer, memoryview)
    return bytes(buffer[: image.width() * 4])


def as_bitmap(image: QImage) -> bytes:
    """Return an image as an icon holds it: header, rows from the bottom up, transparency mask."""
    size = image.width()
    row_bytes = (size + 31) // 32 * 4
    colours = b"".join(row_colours(image, row) for row in reversed(range(size)))
    mask = bytearray()
    for row in reversed(range(size)):
        bits = 0
        for column in range(size):
            bits = bits << 1 | (image.pixelColor(column, row).alpha() == 0)
        mask += (bits << (row_bytes * 8 - size)).to_bytes(row_bytes, "big")
    # The height counts the mask too.
    header = struct.pack(
        "<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, len(colours) + len(mask), 0, 0, 0, 0
    )
    return header + colours + bytes(mask)


def as_icon(images: list[QImage]) -> bytes:
    """Return the images as one .ico file."""
    pictures = [
        as_png(image) if image.width() >= _PNG_FROM else as_bitmap(image) for image in images
    ]
    place = 6 + 16 * len(images)
    entries = b""
    for image, picture in zip(images, pictures, strict=True):
        length = image.width() % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", length, length, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return struct.pack("<HHH", 0, 1, len(images)) + entries + b"".join(pictures)


def main() -> int:
    """Write both pictures beside this file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    ICON.write_bytes(as_icon([draw(size) for size in SIZES]))
    draw_side().save(str(SIDE), "BMP")  # type: ignore[call-overload]  # the stub asks for bytes
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
