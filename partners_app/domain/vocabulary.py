"""The closed lists of the register: every value that a field may be chosen from.

The values are what the file and the JSON hold; the words that a clerk sees are in ``texts``.
"""

from enum import StrEnum


class PartnerKind(StrEnum):
    """What a row of the yearly table stands for."""

    CITY = "city"
    REGION = "region"
    DISTRICT = "district"
    AUTONOMY = "autonomy"
    COUNTRY = "country"
    SEVERAL = "several"


class Status(StrEnum):
    """Whether a relation or an agreement holds."""

    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    ENDED = "ended"
    UNCONFIRMED = "unconfirmed"


class AgreementKind(StrEnum):
    """What a cooperation rests on."""

    AGREEMENT = "agreement"
    PROTOCOL = "protocol"
    MEMORANDUM = "memorandum"
    DECLARATION = "declaration"
    TREATY = "treaty"
    ROAD_MAP = "road_map"
    COUNCIL_DECISION = "council_decision"
    LETTERS = "letters"
    TIES = "ties"


class DateMeaning(StrEnum):
    """What happened to an agreement on one of its dates."""

    TIES = "ties"
    SIGNED = "signed"
    RENEWED = "renewed"
    IN_FORCE = "in_force"


class Prolongation(StrEnum):
    """How an agreement goes on after its last day."""

    NONE = "none"
    AUTOMATIC = "automatic"
    CONSENT = "consent"


class AgreementLinkKind(StrEnum):
    """How one agreement stands to an earlier one."""

    REPLACES = "replaces"
    SUPPLEMENTS = "supplements"


class EventKind(StrEnum):
    """What kind of event took place."""

    VISIT = "visit"
    RECEPTION = "reception"
    TALKS = "talks"
    MEETING = "meeting"
    WORKING_GROUP = "working_group"
    FORUM = "forum"
    CONFERENCE = "conference"
    SEMINAR = "seminar"
    ROUND_TABLE = "round_table"
    EXHIBITION = "exhibition"
    CONCERT = "concert"
    CITY_DAYS = "city_days"
    CEREMONY = "ceremony"
    HUMANITARIAN_AID = "humanitarian_aid"
    TRAINING = "training"
    CONTEST = "contest"
    SIGNING = "signing"
    OTHER = "other"


class EventFormat(StrEnum):
    """How the participants met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    MIXED = "mixed"


class OperationKind(StrEnum):
    """What a user did: the name of one step of the history."""

    CREATE = "create"
    ADD = "add"
    EDIT = "edit"
    DELETE = "delete"
    MOVE = "move"
    IMPORT = "import"
    SETTINGS = "settings"
    ISSUE = "issue"
    UNDO = "undo"
    REDO = "redo"
    TAKE_BACK = "take_back"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    FIX = "fix"
    GLOSSARY = "glossary"
    KNOWN_WORDS = "known_words"
    ERASURE = "erasure"
    REPAIR = "repair"
