"""Names and texts as they are compared, and the slips of the keyboard that can be seen in them."""

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from partners_app.domain.vocabulary import PartnerKind

__all__ = [
    "fold",
    "fold_text",
    "mixed_places",
    "mixed_scripts",
    "one_alphabet",
    "partner_kind",
    "similarity",
    "unpaired",
]

# One `replace` a character: several times faster than `translate`, which looks at every character.
_SPELLINGS = (
    *(("ё", "е"), ("ë", "е"), ("_", " ")),
    *((apostrophe, "") for apostrophe in "'’ʼ`´‘′"),
    *zip("abcehkmoptxy", "авсенкмортху", strict=True),
)
_WORDS = re.compile(r"[\w+&]+")
# Nearly every text is of these: they are composed already and show themselves, so that the slow
# part, a look at each character, can be left out.
_ORDINARY = re.compile(r"[\n -~А-Яа-яЁё«»–—]*")
_KIND_WORDS = frozenset(["г", "гор", "город", "провинция", "пров"])


def _fold_once(text: str) -> str:
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    # Stress marks and characters that show nothing must not part a word in two.
    visible = "".join(c for c in composed if unicodedata.category(c) not in ("Cf", "Mn", "Me"))
    return _words(visible)


def _words(small: str) -> str:
    for written, compared in _SPELLINGS:
        small = small.replace(written, compared)
    return " ".join(_WORDS.findall(small))


def fold_text(text: str) -> str:
    """Fold a text for full-text search: words in small letters, parted by single spaces.

    «ё» equals «е», Latin look-alikes equal Cyrillic letters, punctuation is dropped and no word is.
    Folding twice changes nothing.
    """
    if _ORDINARY.fullmatch(text):
        return _words(text.casefold())
    folded = _fold_once(text)
    # Small letters and replaced look-alikes can compose anew with a combining mark behind them.
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Fold a name for comparison: as `fold_text`, without «г.» and «провинция».

    «г.Турин» equals «Турин», «Ришон ле-Цион» equals «Ришон Ле Цион». Folding twice changes nothing.
    """
    folded = fold_text(name)
    words = [word for word in folded.split() if word not in _KIND_WORDS]
    return " ".join(words) or folded


def similarity(first: str, second: str) -> float:
    """Say how alike two names are, from 0 to 100; the order of the two does not matter."""
    one, other = sorted((fold(first), fold(second)))
    if one == other:
        return 100.0
    return 100.0 * difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


_PLACE = r"(?:г\. *|город |(?:провинция|пров\.|префектура|область|обл\.|район) +)?[А-ЯЁA-Z]"
_SEVERAL = re.compile(rf"^ *{_PLACE}.* и {_PLACE}")
# A kind is told by whole words, so that «Районг» stays a city.
_KINDS = (
    (PartnerKind.DISTRICT, re.compile(r"\b(?:район(?:а|е|ы)?|р-н)\b")),
    (PartnerKind.AUTONOMY, re.compile(r"\b(?:ато|автоном\w*)\b")),
    (
        PartnerKind.REGION,
        re.compile(
            r"\b(?:провинци[яи]|пров|префектур[аы]|област[ьи]|обл|регион|кра[йя]|штат|земля"
            r"|воеводство|кантон|графство|губерния|департамент|республика|уезд|жупания|лен)\b"
        ),
    ),
)


def partner_kind(name: str | None) -> PartnerKind:
    """Tell the kind of a partner by its name: none is the country, then prefixes and words."""
    if name is None or not name.strip():
        return PartnerKind.COUNTRY
    spaced = " ".join(unicodedata.normalize("NFKC", name).split())
    if _SEVERAL.search(spaced):
        return PartnerKind.SEVERAL
    lowered = spaced.casefold()
    for kind, pattern in _KINDS:
        if pattern.search(lowered):
            return kind
    return PartnerKind.CITY


_LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]")
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_WORD = re.compile(r"[^\W_]+")
_LOOK_LATIN, _LOOK_CYRILLIC = "ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху"
_TO_CYRILLIC = str.maketrans(_LOOK_LATIN, _LOOK_CYRILLIC)
_TO_LATIN = str.maketrans(_LOOK_CYRILLIC, _LOOK_LATIN)


def mixed_scripts(text: str) -> list[str]:
    """List the words that mix Latin and Cyrillic letters, in order: a «c» typed for a «с».

    «IT-Технологий» is two words and not listed.
    """
    return [word for _, word in mixed_places(unicodedata.normalize("NFC", text))]


def mixed_places(text: str) -> list[tuple[int, str]]:
    """List the words that mix Latin and Cyrillic letters, with their places in the text."""
    if _LATIN.search(text) is None:
        return []
    return [
        (found.start(), found[0])
        for found in _WORD.finditer(text)
        if _LATIN.search(found[0]) and _CYRILLIC.search(found[0])
    ]


def one_alphabet(word: str) -> str | None:
    """Return a word of two alphabets in the one that all its letters have; None where none has.

    Where both would do («cop» of «сор») it is Cyrillic, as nearly every word of the register.
    """
    for alien, mapping in ((_LATIN, _TO_CYRILLIC), (_CYRILLIC, _TO_LATIN)):
        turned = word.translate(mapping)
        if alien.search(turned) is None:
            return turned
    return None


_OPENING = {"«": "«»", "(": "()", "[": "[]", "„": "„“"}
_CLOSING = {"»": "«»", ")": "()", "]": "[]"}
_SIGN = re.compile(r'[«»()\[\]„“”"]')
_LIST_MARK = re.compile(
    r"(?:(?P<sure>^|[\n;:])[ \t\u00a0]*|(?<=[\s,]))"
    r"(?P<label>[0-9]{1,2}|[А-Яа-яA-Za-z])(?P<mark>\))(?=\s)"
)
_FIRST_LABELS = frozenset("1аАaA")


def _quote_kind(char: str, open_kinds: dict[str, list[int]]) -> tuple[str, bool]:
    """Tell the pair that a character belongs to and whether it opens it."""
    if char in _OPENING:
        return _OPENING[char], True
    if char in _CLOSING:
        return _CLOSING[char], False
    if char == '"':
        return '""', not open_kinds.get('""')
    # “ closes „ and opens ”.
    if char == "“":
        return ("„“", False) if open_kinds.get("„“") else ("“”", True)
    return ("“”", False) if open_kinds.get("“”") else ("„“", False)


def _unpaired(text: str) -> Iterator[int]:
    marks = {match.start("mark"): match for match in _LIST_MARK.finditer(text)}
    last: re.Match[str] | None = None
    waiting: dict[str, list[int]] = {}
    for found in _SIGN.finditer(text):
        place, char = found.start(), found[0]
        mark = marks.get(place)
        if mark is not None and _is_mark(mark, last, waiting.get("()", ())):
            last = mark
            continue
        kind, opens = _quote_kind(char, waiting)
        if opens:
            waiting.setdefault(kind, []).append(place)
        elif waiting.get(kind):
            waiting[kind].pop()
        else:
            yield place
    for places in waiting.values():
        yield from places


def _is_mark(mark: re.Match[str], last: re.Match[str] | None, opened: Sequence[int]) -> bool:
    """Tell whether «2)» is the mark of a list, not the end of what a bracket ``opened``.

    Within a line it is where it begins a list, or goes on with it: «1) туризм, 2) транспорт».
    """
    label = mark["label"]
    if mark["sure"] is not None or (label in _FIRST_LABELS and not opened):
        return True
    if last is None or (opened and opened[-1] > last.start()):
        return False
    before = last["label"]
    if label.isdigit() and before.isdigit():
        return int(label) == int(before) + 1
    # «й» and «ё» are passed over.
    return len(label) == len(before) == 1 and ord(label) - ord(before) in (1, 2)


def unpaired(text: str) -> list[tuple[int, str]]:
    """List the brackets and quotes without a partner: the place in the text and the character.

    Each kind is paired by itself: «» () [] „“ “” and straight quotes. The marks of a list, «1) …,
    2) …», need no partner.
    """
    return [(place, text[place]) for place in sorted(_unpaired(text))]
