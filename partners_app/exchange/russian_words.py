"""The Russian words for closed lists in files: the same whatever language the program speaks."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TypeVar

from partners_app.domain.names import fold_text
from partners_app.domain.vocabulary import (
    AgreementKind,
    AgreementLinkKind,
    DateMeaning,
    EventFormat,
    EventKind,
    PartnerKind,
    Prolongation,
    Status,
)

YES, NO = "да", "нет"

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        PartnerKind: {
            PartnerKind.CITY: "город",
            PartnerKind.REGION: "регион или провинция",
            PartnerKind.DISTRICT: "район",
            PartnerKind.AUTONOMY: "автономия",
            PartnerKind.COUNTRY: "страна в целом",
            PartnerKind.SEVERAL: "несколько мест",
        },
        Status: {
            Status.IN_FORCE: "Действует",
            Status.SUSPENDED: "Приостановлено",
            Status.ENDED: "Прекращено",
            Status.UNCONFIRMED: "Не подтверждено",
        },
        AgreementKind: {
            AgreementKind.AGREEMENT: "Соглашение",
            AgreementKind.PROTOCOL: "Протокол",
            AgreementKind.MEMORANDUM: "Меморандум",
            AgreementKind.DECLARATION: "Декларация",
            AgreementKind.TREATY: "Договор",
            AgreementKind.ROAD_MAP: "Дорожная карта или план",
            AgreementKind.COUNCIL_DECISION: "Решение совета",
            AgreementKind.LETTERS: "Обмен письмами",
            AgreementKind.TIES: "Без документа",
        },
        DateMeaning: {
            DateMeaning.TIES: "связи установлены",
            DateMeaning.SIGNED: "подписан",
            DateMeaning.RENEWED: "продлён",
            DateMeaning.IN_FORCE: "вступил в силу",
        },
        Prolongation: {
            Prolongation.NONE: "не продлевается",
            Prolongation.AUTOMATIC: "автоматически",
            Prolongation.CONSENT: "по согласию",
        },
        AgreementLinkKind: {
            AgreementLinkKind.REPLACES: "заменяет",
            AgreementLinkKind.SUPPLEMENTS: "дополняет",
        },
        EventKind: {
            EventKind.VISIT: "Визит",
            EventKind.RECEPTION: "Приём",
            EventKind.TALKS: "Переговоры",
            EventKind.MEETING: "Встреча",
            EventKind.WORKING_GROUP: "Заседание",
            EventKind.FORUM: "Форум",
            EventKind.CONFERENCE: "Конференция",
            EventKind.SEMINAR: "Семинар",
            EventKind.ROUND_TABLE: "Круглый стол",
            EventKind.EXHIBITION: "Выставка",
            EventKind.CONCERT: "Концерт",
            EventKind.CITY_DAYS: "Дни города",
            EventKind.CEREMONY: "Церемония",
            EventKind.HUMANITARIAN_AID: "Гуманитарная помощь",
            EventKind.TRAINING: "Обучение",
            EventKind.CONTEST: "Конкурс",
            EventKind.SIGNING: "Подписание",
            EventKind.OTHER: "Другое",
        },
        EventFormat: {
            EventFormat.IN_PERSON: "очно",
            EventFormat.VIDEO: "ВКС",
            EventFormat.MIXED: "смешанный",
        },
    }
)

_Kind = TypeVar("_Kind", bound=StrEnum)


def russian_word(member: StrEnum) -> str:
    """Return the word that stands in a file for a member of a closed list."""
    return WORDS[type(member)][member]


def member_of(kind: type[_Kind], text: str) -> _Kind | None:
    """Return the member that a text of a file names, None for none.

    Case, «ё» and spaces of any kind do not matter; anything else does.
    """
    return _members(kind).get(_folded(text))


def yes_or_no(text: str) -> bool | None:
    """Return what «да» or «нет» means, None for anything else."""
    return {_folded(YES): True, _folded(NO): False}.get(_folded(text))


@cache
def _members(kind: type[_Kind]) -> dict[str, _Kind]:
    return {_folded(WORDS[kind][member]): member for member in kind}


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    """Fold a text; the words of a list stand in a file many times over."""
    return fold_text(text)
