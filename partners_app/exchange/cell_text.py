"""What a text must go through to stand in a cell of a workbook as text, and nothing else."""

import re

REPLACEMENT = "\ufffd"
"""What stands for a character that no workbook can hold."""

LONGEST_CELL = 32_767
"""UTF-16 units that a cell of a workbook can hold."""

# XML 1.0 knows no control characters, lone surrogates, U+FFFE and U+FFFF.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_BREAKS = re.compile("\r\n?|[\v\u2028\u2029]")
# «_x0041_» is how a workbook writes a character by its number (ECMA-376 part 1, 22.9.2.19).
_LIKE_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def clean_text(text: str) -> tuple[str, int]:
    """Return the text as a workbook can hold it, and how many characters had to be replaced.

    Every kind of line break becomes a line feed, which is not counted.
    """
    return _NOT_IN_XML.subn(REPLACEMENT, _LINE_BREAKS.sub("\n", text))


def is_clean(text: str) -> bool:
    """Tell whether a workbook can hold the text exactly as it is."""
    # What shows itself can be held: one look in C, where the patterns take several times as long.
    return text.isprintable() or not (_NOT_IN_XML.search(text) or _LINE_BREAKS.search(text))


def fit_text(text: str) -> str:
    """Return a clean text cut, with «…», to what one cell holds: 32,767 units of UTF-16."""
    if len(text) <= LONGEST_CELL // 2 or len(text.encode("utf-16-le")) <= 2 * LONGEST_CELL:
        return text
    return text.encode("utf-16-le")[: 2 * LONGEST_CELL - 2].decode("utf-16-le", "ignore") + "…"


def escape_text(text: str) -> str:
    """Return how a clean text is written in the file, so that it is read as it was."""
    return _LIKE_ESCAPE.sub("_x005F_", text)


def starts_like_formula(text: str) -> bool:
    """Tell whether an office program would make a formula of the text, were it typed again."""
    return text.startswith(FORMULA_STARTS)
