"""The words by which clerks and their colleagues head the columns of a table.

A head is told by its words, whatever their order and endings: «Дата проведения мероприятия»,
«мероприятие, даты проведения». One foreign word («Бюджет мероприятия») and it is not told: the
clerk is asked then. A few heads («Дата», «Вид», «Примечание») mean another field in a table of
events than in one of agreements.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from partners_app.domain.column_mapping import TableField, TableSubject
from partners_app.domain.names import fold_text
from partners_app.domain.stemming import stem

__all__ = ["PHRASES", "folded_head", "head_key", "meaning_of_head"]

Meaning = Mapping[TableSubject, TableField]
"""The field that a head means, by what the table is of."""

_EVENTS, _AGREEMENTS, _PARTNERS = TableSubject

_NAMED = {
    TableField.COUNTRY: "страна; государство; страна-партнёр; country; state; nation"
    "; partner country",
    TableField.PARTNER: "город; город-партнёр; партнёр; побратим; город-побратим; город, регион"
    "; регион-партнёр; населённый пункт; город, провинция; иностранный партнёр; зарубежный партнёр"
    "; city; town; partner; partner city; sister city; twin town; twin city; municipality",
    TableField.AGREEMENT_TITLE: "документ; документы; основание; соглашение; соглашения; договор"
    "; основание для сотрудничества; документ о сотрудничестве; соглашение о сотрудничестве; акт"
    "; правовое основание; agreement; document; basis; basis of cooperation; treaty",
    TableField.EVENT_TEXT: "мероприятие; событие; основные мероприятия; совместные мероприятия"
    "; проведённые мероприятия; event; events; activity; activities; main events",
}
"""Fields whose heads may also say «наименование …», «… name»."""

_SPECIFIC = {
    TableField.IGNORED: "№; № п/п; п/п; номер по порядку; порядковый номер; no; n; nn; number",
    TableField.BAND: "раздел; регион мира; часть света; группа стран; макрорегион; континент; band"
    "; region of the world; world region; part of the world; continent; section",
    TableField.PARTNER_KIND: "вид партнёра; тип партнёра; категория партнёра; вид территории"
    "; тип населённого пункта; partner kind; kind of partner; partner type; type of partner",
    TableField.OTHER_NAMES: "другое название; другие названия; прежнее название; прежние названия"
    "; бывшее название; второе название; варианты названия; other names; other name; former name"
    "; former names",
    TableField.PARTNER_STATUS: "статус отношений; состояние отношений; статус партнёрства"
    "; partner status; relation status; status of relations",
    TableField.LATITUDE: "широта; latitude; lat",
    TableField.LONGITUDE: "долгота; longitude; lon; lng",
    TableField.PARTNER_REMARK: "примечание о партнёре; remark on partner",
    TableField.AGREEMENT_KIND: "вид документа; тип документа; вид соглашения; тип соглашения"
    "; вид акта; форма документа; agreement kind; kind of agreement; agreement type"
    "; type of agreement; document kind; kind of document; document type; type of document",
    TableField.AGREEMENT_DATE: "дата документа; год документа; дата соглашения; год соглашения"
    "; дата договора; год установления связей, подписания документа; дата установления связей,"
    " подписания документа; дата основания; agreement date; date of agreement; document date"
    "; date of document",
    TableField.TIES_DATE: "год установления связей; дата установления связей; установление связей"
    "; год установления отношений; дата установления отношений; связи установлены"
    "; год установления побратимских связей; дата установления побратимских связей"
    "; ties since; ties established; year of ties; since; established; year established",
    TableField.SIGNED_DATE: "дата подписания; год подписания; подписан; подписано; когда подписан"
    "; дата подписания документа; год подписания документа; дата подписания соглашения"
    "; год подписания соглашения; дата подписания договора; дата заключения"
    "; дата заключения соглашения; дата заключения договора; signed; signed on; date signed"
    "; signing date; date of signing; date of signature; signature date; year signed",
    TableField.RENEWED_DATE: "дата продления; дата пролонгации; продлён; продлено; продление"
    "; renewed; renewed on; date renewed; renewal date; date of renewal",
    TableField.IN_FORCE_DATE: "дата вступления в силу; вступил в силу; вступление в силу"
    "; date of entry into force; entry into force; entered into force; came into force",
    TableField.VALIDITY: "срок действия; период действия; срок действия документа"
    "; срок действия соглашения; срок действия договора; validity; validity period"
    "; period of validity; term of validity",
    TableField.VALID_FROM: "действует с; начало действия; дата начала действия; срок действия с"
    "; valid from; in force from; start of validity",
    TableField.VALID_TO: "действует до; действует по; окончание действия; дата окончания действия"
    "; срок окончания действия; срок действия до; срок действия по; истекает; дата истечения"
    "; valid to; valid until; valid till; in force until; expires; expires on; expiry date"
    "; end of validity",
    TableField.OUR_SIGNATORY: "наш подписант; подписант с нашей стороны; подписал с нашей стороны"
    "; подписант от Санкт-Петербурга; подписал от Санкт-Петербурга; our signatory; signed by us"
    "; signatory on our side",
    TableField.THEIR_SIGNATORY: "их подписант; подписант с их стороны; подписал с их стороны"
    "; подписант партнёра; подписал от партнёра; иностранный подписант; зарубежный подписант"
    "; подписант с иностранной стороны; подписал с иностранной стороны; their signatory"
    "; signed by them; foreign signatory; partner signatory; signatory on their side",
    TableField.AGREEMENT_STATUS: "статус документа; статус соглашения; статус договора"
    "; состояние документа; agreement status; status of agreement; document status",
    TableField.REGISTRATION_NUMBER: "регистрационный номер; номер регистрации; рег. №; рег. номер"
    "; номер документа; номер соглашения; номер договора; № документа; № соглашения"
    "; номер государственной регистрации; registration number; document number; agreement number",
    TableField.REGISTRATION_DATE: "дата регистрации; дата государственной регистрации"
    "; registration date; date of registration",
    TableField.AREAS: "направления сотрудничества; сферы сотрудничества; области сотрудничества"
    "; предмет соглашения; предмет договора; areas of cooperation; fields of cooperation",
    TableField.AGREEMENT_RESPONSIBLE: "ответственный за соглашение; ответственный за документ"
    "; ответственный за исполнение соглашения; responsible for agreement",
    TableField.ORIGINAL_PLACE: "место хранения; место хранения оригинала; где хранится оригинал"
    "; где хранится; оригинал; original; place of original; original kept at",
    TableField.AGREEMENT_REMARK: "примечание к документу; примечание к соглашению"
    "; remark on agreement",
    TableField.REPORT_YEAR: "отчётный год; год отчёта; год проведения; год мероприятия; report year"
    "; reporting year; year of report; event year; year of event",
    TableField.EVENT_DATE: "дата мероприятия; дата события; дата проведения; когда; когда проведено"
    "; дата проведения мероприятия; срок проведения; срок проведения мероприятия; период проведения"
    "; период проведения мероприятия; срок мероприятия; дата визита; срок визита"
    "; дата начала и окончания; event date; date of event; dates of event; event dates; when"
    "; date of visit",
    TableField.EVENT_START: "начало мероприятия; дата начала мероприятия; начало проведения"
    "; дата начала проведения; начало визита; event start; start of event",
    TableField.EVENT_END: "окончание мероприятия; дата окончания мероприятия; окончание проведения"
    "; дата окончания проведения; окончание визита; завершение мероприятия; event end"
    "; end of event",
    TableField.EVENT_TEXT: "содержание мероприятия; описание мероприятия; тема мероприятия"
    "; краткое содержание мероприятия; краткое описание мероприятия; суть мероприятия"
    "; что проведено; event text; event description; description of event; event title"
    "; title of event",
    TableField.EVENT_KIND: "вид мероприятия; тип мероприятия; вид события; тип события"
    "; категория мероприятия; event kind; kind of event; event type; type of event",
    TableField.EVENT_FORMAT: "формат; формат проведения; формат мероприятия; форма проведения"
    "; форма проведения мероприятия; форма мероприятия; формат участия; форма участия; очно, ВКС"
    "; формат очно, ВКС; очно, онлайн; формат очно, онлайн; очно, дистанционно; format; mode"
    "; event format; format of event; form of event",
    TableField.PARTICIPANTS: "участники; участник; участники мероприятия; состав участников"
    "; кто участвовал; состав делегации; делегация; participant; participants; attendees"
    "; attended by; delegation; who",
    TableField.EVENT_RESPONSIBLE: "организатор; организатор мероприятия"
    "; ответственный за мероприятие; ответственный за проведение; organizer; organiser",
    TableField.SOURCE: "источник; источник информации; источник сведений; source"
    "; source of information",
    TableField.PRINTED: "печатать; печать; в отчёт; в отчёте; включать в отчёт; включить в отчёт"
    "; выводить в отчёт; printed; print; in report; include in report",
}

_GENERAL: tuple[tuple[Meaning, str], ...] = (
    (
        {_EVENTS: TableField.EVENT_DATE, _AGREEMENTS: TableField.AGREEMENT_DATE},
        "дата; даты; число; date; dates",
    ),
    ({_EVENTS: TableField.REPORT_YEAR, _AGREEMENTS: TableField.AGREEMENT_DATE}, "год; year"),
    (
        {_EVENTS: TableField.EVENT_DATE, _AGREEMENTS: TableField.VALIDITY},
        "срок; сроки; период; period; term",
    ),
    (
        {_EVENTS: TableField.EVENT_START, _AGREEMENTS: TableField.VALID_FROM},
        "начало; дата начала; с; дата с; start; start date; starts; from; date from; beginning",
    ),
    (
        {_EVENTS: TableField.EVENT_END, _AGREEMENTS: TableField.VALID_TO},
        "окончание; дата окончания; конец; завершение; дата завершения; по; до; дата по; дата до"
        "; end; end date; ends; to; until; till; date to; finish",
    ),
    (
        {
            _EVENTS: TableField.EVENT_TEXT,
            _AGREEMENTS: TableField.AGREEMENT_TITLE,
            _PARTNERS: TableField.PARTNER,
        },
        "наименование; название; name; title",
    ),
    (
        {_EVENTS: TableField.EVENT_TEXT},
        "содержание; краткое содержание; описание; краткое описание; тема; суть; что; content"
        "; description; summary; subject; topic; what",
    ),
    ({_AGREEMENTS: TableField.AREAS}, "направление; направления; сфера; предмет; areas; scope"),
    (
        {
            _EVENTS: TableField.EVENT_KIND,
            _AGREEMENTS: TableField.AGREEMENT_KIND,
            _PARTNERS: TableField.PARTNER_KIND,
        },
        "вид; тип; категория; kind; type; category",
    ),
    (
        {_AGREEMENTS: TableField.AGREEMENT_STATUS, _PARTNERS: TableField.PARTNER_STATUS},
        "статус; состояние; status",
    ),
    (
        {
            _EVENTS: TableField.EVENT_RESPONSIBLE,
            _AGREEMENTS: TableField.AGREEMENT_RESPONSIBLE,
        },
        "ответственный; ответственные; ответственное лицо; ответственный исполнитель; исполнитель"
        "; ответственный орган; ответственный ИОГВ; ответственный комитет; комитет; куратор"
        "; ответственное подразделение; responsible; responsible person; responsible body"
        "; person in charge; in charge; committee",
    ),
    (
        {
            _EVENTS: TableField.EVENT_REMARK,
            _AGREEMENTS: TableField.AGREEMENT_REMARK,
            _PARTNERS: TableField.PARTNER_REMARK,
        },
        "примечание; примечания; комментарий; комментарии; пометки; дополнительная информация"
        "; дополнительные сведения; remark; remarks; note; notes; comment; comments",
    ),
)

_COUNTRY_WORDS = "страна; государство; country"
_PARTNER_WORDS = "город; партнёр; населённый пункт; партнёр, город; city; town"

_HYPHENATED = re.compile(r"[-‐‑]\s*[\r\n\v]\s*")
_YEAR_OF_A_HEAD = re.compile(r"\b(?:19|20)\d\d\b(?: год[ау]?\b| г\b)?")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_ALTERNATIVES = re.compile(r"[/,;()\[\]]")
_SMALL_WORDS = frozenset(
    fold_text("и или о об в во на для из the of and or a an in for").split(),
)


def folded_head(head: str) -> str:
    """Fold a head for comparison; the year of «Основные мероприятия в 2020 году» is left out."""
    folded = fold_text(_HYPHENATED.sub("", head))
    return " ".join(_YEAR_OF_A_HEAD.sub(" ", folded).split())


@lru_cache(maxsize=4096)
def head_key(head: str) -> frozenset[str]:
    """Return the stems of a head's words without «и», «в», «of»: what a head is told by."""
    return frozenset(stem(word) for word in folded_head(head).split() if word not in _SMALL_WORDS)


def _phrases() -> Iterator[tuple[str, Meaning]]:
    for field, text in _NAMED.items():
        for phrase in text.split(";"):
            yield phrase, dict.fromkeys(TableSubject, field)
            for word in ("название", "наименование", "полное наименование", "name", "title"):
                yield f"{word} {phrase}", dict.fromkeys(TableSubject, field)
    for field, text in _SPECIFIC.items():
        for phrase in text.split(";"):
            yield phrase, dict.fromkeys(TableSubject, field)
    for meaning, text in _GENERAL:
        for phrase in text.split(";"):
            yield phrase, meaning


PHRASES: tuple[tuple[str, Meaning], ...] = tuple(
    (phrase.strip(), meaning) for phrase, meaning in _phrases()
)
"""Every head that is known, and what it means."""

_MEANINGS = {head_key(phrase): meaning for phrase, meaning in PHRASES}
_COUNTRY_KEYS = [head_key(phrase) for phrase in _COUNTRY_WORDS.split(";")]
_PARTNER_KEYS = [head_key(phrase) for phrase in _PARTNER_WORDS.split(";")]


def meaning_of_head(head: str) -> Meaning | None:
    """Tell what a column with this head holds, None if nobody knows."""
    bare = _BRACKETED.sub(" ", head)
    explained = " ".join(_BRACKETED.findall(head))
    if head_key(bare) in _PARTNER_KEYS and (found := _both_in_one(explained)):
        return found
    words = [part for part in _ALTERNATIVES.split(head) if part.strip()]
    parts = [meaning for word in words if (meaning := _MEANINGS.get(head_key(word)))]
    if len(words) > 1 and len(parts) == len(words):
        return _both_in_one(head) or _of_parts(parts)
    return _MEANINGS.get(head_key(head)) or _both_in_one(bare) or _MEANINGS.get(head_key(bare))


def _of_parts(parts: list[Meaning]) -> Meaning | None:
    """Tell what «Дата/период» means: what both do; a date and an event are a cell with both."""
    common = dict(set.intersection(*(set(part.items()) for part in parts)))
    if common:
        return common
    events = {part.get(TableSubject.EVENTS) for part in parts}
    if events == {TableField.EVENT_DATE, TableField.EVENT_TEXT}:
        return dict.fromkeys(TableSubject, TableField.EVENT_TEXT)
    return None


def _both_in_one(head: str) -> Meaning | None:
    """Tell a column that holds country and partner by the order of the two in its head."""
    key = head_key(head)
    for country in _COUNTRY_KEYS:
        for partner in _PARTNER_KEYS:
            if key != country | partner or country & partner:
                continue
            words = [stem(word) for word in folded_head(head).split()]
            first = min(words.index(word) for word in key)
            field = (
                TableField.COUNTRY_THEN_PARTNER
                if words[first] in country
                else TableField.PARTNER_THEN_COUNTRY
            )
            return dict.fromkeys(TableSubject, field)
    return None
