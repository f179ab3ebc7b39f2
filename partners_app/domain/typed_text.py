"""Texts as they come out of office documents, put into the form the register keeps.

What nobody sees (zero-width characters, marks of the writing direction) goes, odd spaces become
spaces, and white space at the ends of lines goes. Line breaks that a clerk made stay.
"""

import re
import unicodedata

__all__ = ["plain", "same_words"]

# Nearly every text is of these, with single spaces: it is in that form already.
_ORDINARY = re.compile(r"[!-~А-Яа-яЁё«»–—№]*(?: [!-~А-Яа-яЁё«»–—№]+)*")
_LINE_BREAKS = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")


def plain(text: str) -> str:
    """Return a text as the register keeps it: NFC, no invisible characters, single spaces."""
    if _ORDINARY.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", _LINE_BREAKS.sub("\n", text))
    # Cf: soft hyphens, zero-width characters, marks of direction. Nobody typed them on purpose.
    visible = "".join(c for c in composed if unicodedata.category(c) != "Cf")
    return "\n".join(" ".join(line.split()) for line in visible.split("\n")).strip("\n")


def same_words(first: str, second: str) -> bool:
    """Tell whether two texts differ at most in white space and in what nobody sees."""
    return first == second or plain(first).split() == plain(second).split()
