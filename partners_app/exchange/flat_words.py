"""The words that clerks and their colleagues write for the members of closed lists."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from partners_app.domain.vocabulary import (
    AgreementKind,
    EventFormat,
    EventKind,
    PartnerKind,
    Status,
)
from partners_app.exchange.flat_heads import head_key

__all__ = ["WORDS", "member_said", "yes_or_no_said"]

_MemberT = TypeVar("_MemberT", bound=StrEnum)

WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = MappingProxyType(
    {
        PartnerKind: {
            PartnerKind.CITY: "город; г.; city; town; municipality; муниципалитет",
            PartnerKind.REGION: "регион; провинция; регион или провинция; область; префектура"
            "; край; земля; штат; воеводство; кантон; департамент; республика; region; province"
            "; prefecture; state; land; region or province",
            PartnerKind.DISTRICT: "район; district; округ",
            PartnerKind.AUTONOMY: "автономия; автономная область; автономный округ"
            "; автономное территориальное образование; АТО; autonomy; autonomous region",
            PartnerKind.COUNTRY: "страна; страна в целом; вся страна; государство; country"
            "; country as a whole",
            PartnerKind.SEVERAL: "несколько; несколько мест; несколько городов; several"
            "; several places",
        },
        Status: {
            Status.IN_FORCE: "действует; действующий; в силе; активный; in force; active; valid",
            Status.SUSPENDED: "приостановлен; приостановлено; заморожен; suspended; frozen"
            "; on hold",
            Status.ENDED: "прекращён; прекращено; завершён; завершено; истёк; истекло; расторгнут"
            "; не действует; утратил силу; ended; expired; terminated; not in force",
            Status.UNCONFIRMED: "не подтверждён; не подтверждено; неизвестно; не уточнён"
            "; unconfirmed; unknown; not confirmed",
        },
        AgreementKind: {
            AgreementKind.AGREEMENT: "соглашение; соглашение о сотрудничестве; agreement",
            AgreementKind.PROTOCOL: "протокол; протокол о сотрудничестве; protocol",
            AgreementKind.MEMORANDUM: "меморандум; меморандум о взаимопонимании; memorandum"
            "; memorandum of understanding; MoU",
            AgreementKind.DECLARATION: "декларация; совместная декларация; заявление"
            "; совместное заявление; declaration; joint declaration; joint statement",
            AgreementKind.TREATY: "договор; договор о сотрудничестве; treaty; contract",
            AgreementKind.ROAD_MAP: "дорожная карта; план мероприятий; план; программа"
            "; дорожная карта или план; road map; roadmap; plan; plan of measures; programme"
            "; road map or plan",
            AgreementKind.COUNCIL_DECISION: "решение совета; решение; решение городского совета"
            "; council decision; decision",
            AgreementKind.LETTERS: "обмен письмами; письмо; письма; exchange of letters; letters"
            "; letter",
            AgreementKind.TIES: "установление связей; без документа; связи без документа"
            "; побратимские связи; ties; ties without a document; establishment of ties",
        },
        EventKind: {
            EventKind.VISIT: "визит; поездка; визит делегации; visit; delegation visit; trip",
            EventKind.RECEPTION: "приём; приём делегации; reception",
            EventKind.TALKS: "переговоры; консультации; talks; negotiations; consultations",
            EventKind.MEETING: "встреча; беседа; совещание; рабочая встреча; meeting"
            "; working meeting",
            EventKind.WORKING_GROUP: "заседание; заседание рабочей группы; рабочая группа"
            "; заседание комиссии; working group; working-group session; session",
            EventKind.FORUM: "форум; конгресс; саммит; forum; congress; summit",
            EventKind.CONFERENCE: "конференция; conference; симпозиум; symposium",
            EventKind.SEMINAR: "семинар; вебинар; лекция; seminar; webinar; workshop; lecture"
            "; мастер-класс",
            EventKind.ROUND_TABLE: "круглый стол; round table; roundtable",
            EventKind.EXHIBITION: "выставка; ярмарка; экспозиция; exhibition; fair",
            EventKind.CONCERT: "концерт; спектакль; гастроли; concert; performance",
            EventKind.CITY_DAYS: "дни города; день города; дни Санкт-Петербурга; дни культуры"
            "; days of a city; days of the city; city days; city day",
            EventKind.CEREMONY: "церемония; открытие; возложение; ceremony; opening",
            EventKind.HUMANITARIAN_AID: "гуманитарная помощь; humanitarian aid",
            EventKind.TRAINING: "обучение; стажировка; курсы; тренинг; training; internship"
            "; course",
            EventKind.CONTEST: "конкурс; соревнования; турнир; фестиваль-конкурс; contest"
            "; competition; tournament",
            EventKind.SIGNING: "подписание; подписание соглашения; подписание документа; signing",
            EventKind.OTHER: "другое; прочее; иное; other",
        },
        EventFormat: {
            EventFormat.IN_PERSON: "очно; очный; очная; очный формат; в очном формате; лично"
            "; офлайн; оффлайн; in person; offline; face to face; on site",
            EventFormat.VIDEO: "ВКС; видео; в режиме ВКС; в формате ВКС; по ВКС; видеоконференция"
            "; видеоконференцсвязь; в режиме видеоконференции; онлайн; онлайн-формат"
            "; дистанционно; дистанционный; удалённо; заочно; by video; video; video conference"
            "; videoconference; online; remote; remotely; virtual",
            EventFormat.MIXED: "смешанный; смешанно; смешанный формат; в смешанном формате"
            "; гибридный; гибридный формат; комбинированный; очно и онлайн; очно, ВКС"
            "; очно и дистанционно; очно-заочно; mixed; hybrid",
        },
    }
)

_MEMBERS = {
    kind: {head_key(word): member for member, words in members.items() for word in words.split(";")}
    for kind, members in WORDS.items()
}
_YES = frozenset(map(head_key, ("да", "печатать", "включать", "истина", "yes", "y", "true", "1")))
_NO = frozenset(
    map(head_key, ("нет", "не печатать", "не включать", "ложь", "no", "n", "false", "0"))
)


def member_said(kind: type[_MemberT], text: str) -> _MemberT | None:
    """Return the member of a closed list that a text names, None for none of them."""
    member = _MEMBERS[kind].get(head_key(text))
    return None if member is None else kind(member)


def yes_or_no_said(text: str) -> bool | None:
    """Return what «да», «нет», «+» and the like say, None for anything else."""
    if text.strip() in ("+", "✓", "✔", "v", "V"):
        return True
    key = head_key(text)
    if key in _YES:
        return True
    return False if key in _NO else None
