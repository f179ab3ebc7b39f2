"""Wordings that have one usual form: numbers with endings, states, names of one country."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from partners_app.domain.checks.checked import Slip
from partners_app.domain.findings import FindingCode
from partners_app.domain.names import fold

__all__ = ["other_names", "state_names", "usual_forms"]

# A number is followed by the last letter of its word, by two where the letter before is a
# consonant: «75-й», «75-го» (Мильчин, «Справочник издателя и автора», 6.1.5).
_ENDINGS = {
    **dict.fromkeys(("ой", "ый", "ий", "ей"), "й"),
    **dict.fromkeys(("ая", "яя"), "я"),
    **dict.fromkeys(("ое", "ее", "ые", "ие"), "е"),
    **dict.fromkeys(("ого", "его"), "го"),
    **dict.fromkeys(("ому", "ему"), "му"),
    **dict.fromkeys(("ую", "юю"), "ю"),
    **dict.fromkeys(("ых", "их"), "х"),
    **dict.fromkeys(("ым", "им", "ом", "ем"), "м"),
    **dict.fromkeys(("ыми", "ими"), "ми"),
}
_ORDINAL = re.compile(rf"-(?<=\d-)({'|'.join(sorted(_ENDINGS, key=len, reverse=True))})\b")
_YEARS = re.compile(r"гг?(?![.\w])")
_YEAR_BEFORE = re.compile(r"(?<!\d)(?:19|20)\d\d[ \u00a0]?$")
"""«500 г» is a weight."""
_YEAR_ALONE = re.compile(r"[ \u00a0](?:19|20)\d\d(?=[.,;)]|$)")
_TIMES = ("на", "до", "с", "по")
_ONLINE = re.compile(r"\b(?P<adverb>[Оо](?:нлайн|флайн))[ \u00a0][а-яё]{5,}")
# «В режиме онлайн состоялась»: the word belongs to what stands before it.
_ONLINE_ITSELF = re.compile(r"(?:режиме|формате)\s+$")
_COVID = re.compile(r"COVID[ \u00a0]?19\b")
_PEOPLES = re.compile(r"\b[А-ЯЁ][а-яё]+ско-(?P<second>[А-ЯЁ][а-яё]*ск[а-яё]+)")
# «IT-Планета» is a name.
_IT = re.compile(
    r"IT-(?<![«\"“„]IT-)(?P<second>(?:Технолог|Компани|Сфер|Отрасл|Индустри|Специалист)[а-яё]+)"
)
_CHINA = re.compile(
    r"\b(?P<chinese>Китайск(?P<ending>ая|ой|ую))[ \u00a0](?P<state>Республик[а-яё]+)"
)


def usual_forms(text: str) -> Iterator[Slip]:
    """Yield wordings in a text that are usually written otherwise."""
    for found in _ORDINAL.finditer(text):
        usual = f"-{_ENDINGS[found[1]]}"
        yield _unusual(text, found, usual)
    for found in _YEARS.finditer(text):
        if _YEAR_BEFORE.search(text[max(found.start() - 6, 0) : found.start()]):
            yield _unusual(text, found, f"{found[0]}.")
    for found in _COVID.finditer(text):
        yield _unusual(text, found, "COVID-19")
    for found in _IT.finditer(text):
        yield _unusual(text, found, f"IT-{found['second'].lower()}")
    # Sure enough to be shown, not to be corrected unseen.
    for found in _YEAR_ALONE.finditer(text):
        before = text[: found.start()].rpartition(" ")[2]
        if before in _TIMES:
            yield _doubted(found.start() - len(before), before + found[0], f"{before}{found[0]} г.")
    if "лайн" in text:
        for found in _ONLINE.finditer(text):
            if _ONLINE_ITSELF.search(text[max(found.start() - 10, 0) : found.start()]):
                continue
            noun = found[0][len(found["adverb"]) + 1 :]
            yield _doubted(found.start(), found[0], f"{found['adverb']}-{noun}")
    if "ско-" in text:
        for found in _PEOPLES.finditer(text):
            usual = found[0].replace(found["second"], found["second"].lower())
            yield _doubted(found.start(), found[0], usual)


def _doubted(at: int, found: str, usual: str) -> Slip:
    return Slip(FindingCode.USUAL_FORM, at, found, None, {"other": usual})


def _unusual(text: str, found: re.Match[str], usual: str) -> Slip:
    """Return the slip of a certain form; a number is shown whole: «75-ой», «75-й»."""
    start = found.start()
    while start and text[start - 1].isdigit():
        start -= 1
    number = text[start : found.start()]
    return Slip(
        FindingCode.USUAL_FORM, start, number + found[0], number + usual, {"other": number + usual}
    )


_CHINESE = frozenset(fold(name) for name in ("Китай", "КНР", "Китайская Народная Республика"))
# «Новая Голландия» is an island of St Petersburg, «Новая Англия» a part of the USA.
_NOT_NEW = r"(?<!\bНов[а-я]{2} )"
_COUNTRIES: tuple[dict[str, str], ...] = (
    {
        "Белоруссия": r"(?<!Республика )(?<!Республики )(?<!Республике )\bБелорусси[яиюей]+\b",
        "Республика Белоруссия": r"\bРеспублик[аиуейо]+ Белорусси[яиюей]+\b",
        "Республика Беларусь": r"\b(?:Республик[аиуейо]+ )?Беларус[ьию]+\b",
    },
    {
        "Киргизия": r"\bКирги[зс]и[яиюей]+\b",
        "Кыргызстан": r"\b(?:Республик[аиуейо]+ )?Кыргызстан[аеуом]*\b",
        "Кыргызская Республика": r"\bКыргызск[аяойую]+ Республик[аиуей]+\b",
    },
    {
        "Молдова": r"\b(?:Республик[аиуейо]+ )?Молдов[аыеуой]+\b",
        "Молдавия": r"\bМолдави[яиюей]+\b",
    },
    {
        "Республика Корея": r"\bРеспублик[аиуейо]+ Коре[яиюей]+\b",
        "Р. Корея": r"\bР\. ?Коре[яиюей]+\b",
        "Южная Корея": r"\bЮжн[аяойую]+ Коре[яиюей]+\b",
    },
    {
        "Туркменистан": r"\bТуркменистан[аеуом]*\b",
        "Туркмения": r"\bТуркмени[яиюей]+\b",
    },
    {
        "Великобритания": r"\bВеликобритани[яиюей]+\b",
        "Англия": rf"{_NOT_NEW}\bАнгли[яиюей]+\b",
    },
    {
        "Нидерланды": r"\bНидерланд[ыаовхми]+\b",
        "Голландия": rf"{_NOT_NEW}\bГолланди[яиюей]+\b",
    },
    {
        "Казахстан": r"\bКазахстан[аеуом]*\b",
        "Казахия": r"\bКазахи[яиюей]+\b",
    },
)
"""States that Russian calls in more than one way, each with its names in all cases."""


@lru_cache(maxsize=512)
def _other_forms(name: str) -> re.Pattern[str] | None:
    """Return what a country of this name is called otherwise."""
    folded = fold(name)
    patterns = [
        pattern
        for group in _COUNTRIES
        if folded in {fold(known) for known in group}
        for known, pattern in group.items()
        if fold(known) != folded
    ]
    return re.compile("|".join(patterns)) if patterns else None


def state_names(text: str, country: str) -> Iterator[Slip]:
    """Yield the names that a text calls a country by, other than the one printed in the table.

    Each is told once. Formal names («Итальянская Республика») are as good as the short ones.
    """
    if fold(country) in _CHINESE:
        for found in _CHINA.finditer(text):
            proposed = f"{found['chinese']} Народн{found['ending']} {found['state']}"
            yield Slip(FindingCode.STATE_NAME, found.start(), found[0], proposed)
    pattern = _other_forms(country)
    if pattern is not None:
        seen: set[str] = set()
        for found in pattern.finditer(text):
            if found[0] not in seen:
                seen.add(found[0])
                other = {"other": country}
                yield Slip(FindingCode.NAME_VARIANT, found.start(), found[0], None, other)


def other_names(text: str, name: str, others: Iterable[str]) -> Iterator[Slip]:
    """Yield the other names of a partner that a text calls it by, as whole words.

    Of «префектура Ямагата» and «Ямагата» the longer one is told of a place.
    """
    told: list[range] = []
    for other in sorted(others, key=len, reverse=True):
        if other in name or other not in text:
            continue
        for found in re.finditer(rf"(?<!\w){re.escape(other)}(?!\w)", text):
            if not any(found.start() in place for place in told):
                told.append(range(*found.span()))
                yield Slip(FindingCode.NAME_VARIANT, found.start(), other, None, {"other": name})
                break
