"""Rules that look at records before a report: what is missing, unreadable or probably mistyped.

Rules warn and change nothing: the register keeps what a clerk typed.
"""

from partners_app.domain.checks.events import CheckedEvent
from partners_app.domain.checks.records import arrange, check_content, check_events
from partners_app.domain.checks.words import NO_LEXICON, Lexicon, Spelling

__all__ = [
    "NO_LEXICON",
    "CheckedEvent",
    "Lexicon",
    "Spelling",
    "arrange",
    "check_content",
    "check_events",
]
