"""A small yearly table as a transcriber writes it down, for the tests of the interchange."""

from typing import Any

RECORD_ID = "0b6a1cb0-0000-4000-8000-00000000000"


def event(date_text: str, start: str | None, end: str | None, precision: str | None) -> Any:
    return {
        "date_text": date_text,
        "start": start,
        "end": end,
        "precision": precision,
        "text": "визит делегации.",
    }


def table() -> Any:
    """Return a table as a transcriber writes it: the printed values and some remarks."""
    return {
        "title": "СОТРУДНИЧЕСТВО",
        "year": 2020,
        "regions": [
            {
                "name": "Европа",
                "heading": "ЕВРОПА",
                "countries": [
                    {
                        "name": "Финляндия",
                        "partners": [
                            {
                                "city": "г. Турку",
                                "agreements": [
                                    {
                                        "basis": None,
                                        "dates": ["1953 г. – установление связей"],
                                        "note": "no document is named",
                                    },
                                    {
                                        "basis": "Протокол о сотрудничестве",
                                        "dates": ["10.08.2002, 27.09.2016", "2018"],
                                    },
                                ],
                                "events": [
                                    event("20-22 февраля", "2020-02-20", "2020-02-22", "day"),
                                    event("В сентябре", "2020-09-01", "2020-09-30", "month"),
                                    event("В течение года", "2020-01-01", "2020-12-31", "year"),
                                ],
                            },
                            {"city": "Хельсинки", "agreements": [], "events": []},
                        ],
                    },
                    {
                        "name": "Австрия",
                        "partners": [
                            {
                                "city": None,
                                "agreements": [],
                                "events": [event("3 сентября", "2020-09-03", None, "day")],
                            }
                        ],
                    },
                ],
            },
            {"name": "Азия", "heading": "АЗИЯ", "countries": []},
        ],
    }


def turku(values: Any) -> Any:
    return values["regions"][0]["countries"][0]["partners"][0]
