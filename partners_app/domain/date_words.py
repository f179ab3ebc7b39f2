"""The words, marks and fragments of which the wordings of dates consist."""

import re
import unicodedata

__all__ = ["MONTHS", "ORDINALS", "clean_wording", "compile_rule", "fold_wording"]

_HYPHENS = "-‐‑⁃−﹣－"
_DASHES = "‒–—―﹘"
_QUOTES = "«»\"“”„‟'‹›‘’"
_SPACES = [char for char in map(chr, range(0x3001)) if char.isspace()]
_LOOK_ALIKES = {"a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "k": "к", "m": "м"} | {
    "o": "о",
    "p": "р",
    "t": "т",
    "x": "х",
    "y": "у",
}
_FOLDING = str.maketrans(
    dict.fromkeys(_HYPHENS, "-")
    | dict.fromkeys(_DASHES, "–")
    | dict.fromkeys(_QUOTES, '"')
    | dict.fromkeys(_SPACES, " ")
    | {"ё": "е"}
    | _LOOK_ALIKES
)


def fold_wording(wording: str) -> str:
    """Fold a wording for the rules, character by character, so that places in it stay the same."""
    lowered = wording.lower()
    if len(lowered) != len(wording):
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in wording)
    return lowered.translate(_FOLDING)


def clean_wording(text: str) -> str:
    """Return the text composed (NFC), without invisible characters and outer white space."""
    if text.isascii():
        return text.strip()
    composed = unicodedata.normalize("NFC", text)
    return "".join(char for char in composed if unicodedata.category(char) != "Cf").strip()


_MONTH_STEMS = {
    "январ": 1,
    "феврал": 2,
    "апрел": 4,
    "июн": 6,
    "июл": 7,
    "сентябр": 9,
    "октябр": 10,
    "ноябр": 11,
    "декабр": 12,
}
MONTHS = (
    {
        stem + ending: number
        for stem, number in _MONTH_STEMS.items()
        for ending in ["ь", "я", "ю", "е"]
    }
    | {stem + "ем": number for stem, number in _MONTH_STEMS.items()}
    | {"март" + ending: 3 for ending in ("", "а", "у", "ом", "е")}
    | {"ма" + ending: 5 for ending in ("й", "я", "ю", "ем", "е")}
    | {"август" + ending: 8 for ending in ("", "а", "у", "ом", "е")}
    | dict(янв=1, фев=2, февр=2, мар=3, апр=4, июн=6, июл=7, авг=8, сен=9, сент=9, окт=10)
    | dict(ноя=11, нояб=11, дек=12)
)
ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4} | {
    "перв": 1,
    "втор": 2,
    "трет": 3,
    "четверт": 4,
}

# A fragment that holds another one stands before it.
_FRAGMENTS = {
    "day": r'"?([0-9]{1,2})"?(?:-?(?:ого|го|ое|е)(?![а-я]))?',
    "month": "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![а-я])\.?",
    "dotted": r"([0-9]{1,2})~\.~([0-9]{1,2})(?:~\.~([0-9]{4}|[0-9]{2})(?![0-9]|\.[0-9])<word>?"
    r"|(?![0-9]|~\.~[0-9])\.?)",
    "year": r"([12][0-9]{3})(?![0-9])(?:-?(?:го|ый|й|м)(?![а-я]))?<word>?",
    "word": r"(?:~(?:гг?(?![а-я])\.?|год(?:ами|ах|ов|ом|ы|а|у)?(?![а-я])))",
    "iso": r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})(?![0-9])",
    "isomonth": r"([12][0-9]{3})-([0-9]{2})(?![-0-9])",
    "to": r"(?:~[-–]~|_по_)",
    "within": r"(?:(?:в_течени[ие]|на_протяжении|в_период|за_период|период|во?|за|на)_)?",
    "from": r"(?:со?_)?",
    "ordinal": r"(iv|i{1,3}|[1-4]|перв|втор|трет|четверт)(?:-?[а-я]{1,3})?",
}


def compile_rule(template: str) -> re.Pattern[str]:
    """Compile a rule: <name> is a fragment, _ some spaces, ~ spaces or none."""
    for name, fragment in _FRAGMENTS.items():
        template = template.replace(f"<{name}>", fragment)
    return re.compile(template.replace("_", " +").replace("~", " *"))
