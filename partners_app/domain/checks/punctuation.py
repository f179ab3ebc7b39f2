"""Signs and spaces: brackets and quotes, spaces around signs, dashes, stops at the end."""

import re
from collections.abc import Iterator

from partners_app.domain.checks.checked import Slip
from partners_app.domain.findings import FindingCode
from partners_app.domain.names import unpaired

__all__ = ["event_end", "leading_mark", "punctuation", "span_dash", "title_end"]

_LETTER = r"[^\W\d_]"
# Behind these a stop does not end a sentence: what follows may be a bracket or a small letter.
_SHORT = (
    *("г", "гг", "гор", "пр", "пров", "просп", "обл", "ул", "им", "тов", "р", "о"),
    *("чел", "тыс", "млн", "млрд", "руб", "долл", "экз", "др", "пр", "стр", "см", "т", "св"),
    *("шт", "корп", "лит", "мин", "inc", "ltd", "co", "corp"),
    *("акад", "проф", "ген", "зам", "нач", "муниц", "адм", "респ", "авт", "н", "э", "д", "п"),
)
_BEFORE_NAME = frozenset(
    ["г", "гор", "пр", "пров", "просп", "обл", "ул", "им", "тов", "св", "акад", "проф"]
)

# Each begins with the signs themselves, so that a search leaps from sign to sign: these run over
# every text of the register.
_SPACE = "[ \u00a0]"
# Beside a sign or a bracket all of the spaces are needless, and told as that.
_SPACES = re.compile(rf"(?<![(« \u00a0]){_SPACE}{{2,}}(?=[^\s.,;:!?»)]|\.[.\w])")
_COMMA = re.compile(rf"[,;](?:(?<={_LETTER}[,;])(?={_LETTER})|(?<=[»)\"][,;])(?=[«(\"]|{_LETTER}))")
_STOP_THEN_NAME = re.compile(r"\.(?=[А-ЯЁA-Z][а-яёa-z])")
_SENTENCE = re.compile(r"\.(?=[А-ЯЁ][а-яё])(?:(?<=[а-яё]{3}\.)|(?<=[»)]\.))")
# «документ(ы)», «школьник(-ца)» and «воспитатель(ница)» are one word each.
_OPENING = re.compile(rf"[(«](?<={_LETTER}[(«])(?!-?(?:[а-яё]{{1,3}}|ниц[а-яё]{{1,2}})\))")
_BEFORE_SIGN = re.compile(rf"{_SPACE}+(?=[,;:!?»)]|\.(?![.\w]))")
_BEHIND_OPENING = re.compile(rf"[(«]{_SPACE}+(?=\S)")
# «обмен опытом, (б) стажировки»: a letter in brackets marks the next of a list.
_SIGN_BEFORE_BRACKET = re.compile(rf"(?P<sign>[.,;:]){_SPACE}*\((?=[а-яё])(?![а-яё]\))")
_SIGN_TWICE = re.compile(rf"(?P<sign>[,;:])(?:{_SPACE}*(?P=sign))+")
# «Что дальше?..» has all its dots.
_STOP_TWICE = re.compile(r"\.\.(?<![.?!]\.\.)(?!\.)")

_HYPHEN = "[-‐‑−]"
_SPACED_HYPHEN = re.compile(rf"{_SPACE}{_HYPHEN}{_SPACE}")
_HYPHEN_THEN_SPACE = re.compile(rf"{_HYPHEN}(?<=\w.){_SPACE}(?=\w)")
_SPACE_THEN_HYPHEN = re.compile(rf"{_SPACE}(?<=\w.){_HYPHEN}(?=[^\W\d])")
_DASH_THEN_SPACE = re.compile(rf"[–—](?<=[\w»)\".].){_SPACE}(?=[\w«(\"])")
_SPACE_THEN_DASH = re.compile(rf"{_SPACE}(?<=[\w»)\".].)[–—](?=[\w«(\"])")
_WORD_BEHIND = re.compile(r"\w*")
_WORD_BEFORE = re.compile(r"\w*$")
_JOINED = re.compile(
    r"(?:научно|торгово|социально|общественно|военно|учебно|культурно|духовно|экономико"
    r"|торжественно|промышленно|\w{3,}ско)"
)
# No words by themselves: what follows belongs to them, be it a name.
_HALVES = frozenset(["вице", "экс", "обер", "пресс", "санкт", "нью", "северо", "юго"])
_JUBILEE = re.compile(r"лет(?:и|н)[а-яё]+")
_HANGING = frozenset(["и", "или", "либо"])
_MARK = re.compile(r"\s*(?:[•●▪◦·*]|[-–—](?!\d))\s*")
_LONGEST_WORD = 40

_LAST_WORD = re.compile(r"\w+\W*$")
_LAST_STOP = re.compile(r"(?P<word>\w+)(?P<closing>[»\")”\]]*)\.$")


def punctuation(text: str) -> Iterator[Slip]:
    """Yield what is amiss with signs and spaces anywhere in a text."""
    for place, sign in unpaired(text):
        yield Slip(FindingCode.UNPAIRED_SIGN, place, sign, values={"sign": sign})
    yield from _spaces(text)
    yield from _signs(text)
    yield from _dashes(text)


def _spaces(text: str) -> Iterator[Slip]:
    for found in _SPACES.finditer(text):
        if found.start():
            yield Slip(FindingCode.SPACE_NEEDLESS, found.start(), found[0], " ")
    for found in _BEFORE_SIGN.finditer(text):
        before = text[: found.start()][-1:]
        sign_twice = before in ",;:" and before == text[found.end() : found.end() + 1]
        if before not in ("", "\n", "–", "—", "«", "(") and not sign_twice:
            yield Slip(FindingCode.SPACE_NEEDLESS, found.start(), found[0], "")
    for found in _BEHIND_OPENING.finditer(text):
        yield Slip(FindingCode.SPACE_NEEDLESS, found.start() + 1, found[0][1:], "")
    for pattern in (_COMMA, _SENTENCE):
        for found in pattern.finditer(text):
            yield Slip(FindingCode.SPACE_MISSING, found.start(), found[0], f"{found[0]} ")
    for found in _STOP_THEN_NAME.finditer(text):
        word = _word_before(text, found.start())
        # «просп.Мира» may be told as the end of a sentence: once is enough.
        if word in _BEFORE_NAME and _SENTENCE.match(text, found.start()) is None:
            start = found.start() - len(word)
            yield Slip(FindingCode.SPACE_MISSING, start, f"{word}.", f"{word}. ")
    for found in _OPENING.finditer(text):
        yield Slip(FindingCode.SPACE_MISSING, found.start(), found[0], f" {found[0]}")


def _signs(text: str) -> Iterator[Slip]:
    for found in _SIGN_BEFORE_BRACKET.finditer(text):
        sign = found["sign"]
        word = _word_before(text, found.start())
        if sign in ".:" and (word.lower() in _SHORT or len(word) <= 1 or sign == ":"):
            continue
        # A stop may as well be right, and the small letter behind the bracket wrong.
        proposed = "" if sign == "," else None
        yield Slip(FindingCode.SIGN_NEEDLESS, found.start(), sign, proposed, {"sign": sign})
    for pattern in (_SIGN_TWICE, _STOP_TWICE):
        for found in pattern.finditer(text):
            sign = found[0][0]
            yield Slip(FindingCode.SIGN_NEEDLESS, found.start(), found[0], sign, {"sign": sign})


def _dashes(text: str) -> Iterator[Slip]:
    for found in _SPACED_HYPHEN.finditer(text):
        yield Slip(FindingCode.DASH, found.start(), found[0], _meant(text, found))
    for found in _HYPHEN_THEN_SPACE.finditer(text):
        left, word = _word_before(text, found.start()), _word_behind(text, found.end()).lower()
        if word not in _HANGING:
            years = left.isdigit() and word.isdigit()
            yield Slip(FindingCode.DASH, found.start(), found[0], "-" if years else None)
    for found in _SPACE_THEN_HYPHEN.finditer(text):
        yield Slip(FindingCode.DASH, found.start(), found[0])
    for pattern in (_DASH_THEN_SPACE, _SPACE_THEN_DASH):
        for found in pattern.finditer(text):
            dash = f" {found[0].strip()} "
            yield Slip(
                FindingCode.DASH, found.start(), found[0], "-" if _is_joined(text, found) else dash
            )


def _meant(text: str, hyphen: re.Match[str]) -> str | None:
    """Return what a hyphen between spaces stands for, where that is certain.

    Between two words it is not: «семинар - совещание» is joined, «Москва - столица» is parted.
    """
    if _is_joined(text, hyphen):
        return "-"
    left, right = _word_before(text, hyphen.start()), _word_behind(text, hyphen.end())
    # «COVID - 19», «ИННОПРОМ - 2020», a number of a letter: only years are a span for certain.
    years = len(left) == len(right) == 4 and left.isdigit() and right.isdigit()
    beside_sign = not (left and right) and not right.isdigit()
    return " – " if years or beside_sign else None


def _is_joined(text: str, sign: re.Match[str]) -> bool:
    """Tell whether what stands on either side of a sign is certainly one word."""
    left, right = _word_before(text, sign.start()).lower(), _word_behind(text, sign.end())
    if left.isdigit():
        return _JUBILEE.fullmatch(right) is not None
    if left in _HALVES:
        return right[:1].isalpha()
    return right[:1].islower() and _JOINED.fullmatch(left) is not None


def _word_behind(text: str, start: int) -> str:
    found = _WORD_BEHIND.match(text, start)
    return "" if found is None else found[0]


def _word_before(text: str, end: int) -> str:
    found = _WORD_BEFORE.search(text[max(end - _LONGEST_WORD, 0) : end])
    return "" if found is None else found[0]


def leading_mark(text: str) -> Iterator[Slip]:
    """Yield the bullet or the dash of a list that a text begins with."""
    found = _MARK.match(text)
    if found is not None and found.end() < len(text):
        yield Slip(FindingCode.LIST_MARK, 0, found[0], "")


def span_dash(wording: str) -> Iterator[Slip]:
    """Yield the hyphen between spaces that stands for the dash of a span of days."""
    for found in _SPACED_HYPHEN.finditer(wording):
        yield Slip(FindingCode.DASH, found.start(), found[0], " – ")


def event_end(text: str) -> Iterator[Slip]:
    """Yield the end of an event's text that lacks its stop."""
    whole = text.rstrip()
    if not whole or whole.rstrip('»")”]')[-1:] in (".", "!", "?", "…"):
        return
    last = _LAST_WORD.search(whole)
    start = len(whole) - 1 if last is None else last.start()
    found = whole[start:]
    proposed = None if found[-1] in ",;:–—-(«" else f"{found}."
    yield Slip(FindingCode.NO_FINAL_STOP, start, found, proposed)


def title_end(title: str) -> Iterator[Slip]:
    """Yield the stop at the end of a document's title; one of «гг.» belongs there."""
    found = _LAST_STOP.search(title)
    if found is None:
        return
    # The stop of «гг.», «Ltd.» and of an initial belongs to them.
    initial = len(found["word"]) == 1 and found["word"].isupper()
    if (initial or found["word"].lower() in _SHORT) and not found["closing"]:
        return
    yield Slip(FindingCode.TITLE_STOP, found.start(), found[0], found[0][:-1])
