"""The undo menu and the history name each step with its object."""

from datetime import UTC, datetime

import pytest

from partners_app.domain.vocabulary import OperationKind
from partners_app.services.register import Operation
from partners_app.texts.language import load_language
from partners_app.texts.operations import operation_text, redo_text, short_label, undo_text


def step(kind: OperationKind, subject: str = "", label: str = "", author: str = "") -> Operation:
    at = datetime(2026, 11, 22, 14, 32, tzinfo=UTC)
    return Operation(12, "uuid", kind, subject, label, author, at, None, False)


EDIT = step(
    OperationKind.EDIT, "event", "визит делегации Санкт-Петербурга в Вену (переговоры)", "Иванова"
)


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        (EDIT, "правка мероприятия «визит делегации Санкт-Петербурга в Вену…»"),
        (step(OperationKind.DELETE, "partner", "г. Грац"), "удаление г. Грац"),
        (step(OperationKind.DELETE, "event", "3"), "удаление мероприятий: 3"),
        (step(OperationKind.ADD, "agreement"), "добавление основания"),
        (step(OperationKind.MOVE, "country", "Япония"), "перемещение страны «Япония»"),
        (step(OperationKind.IMPORT, "", "сводка.json"), "импорт: сводка.json"),
        (
            step(OperationKind.ISSUE, "edition", "2020, утверждено"),
            "выпуск отчёта: 2020, утверждено",
        ),
        (step(OperationKind.DELETE, "edition", "2020"), "удаление выпуска «2020»"),
        (step(OperationKind.CREATE, "setting"), "реестр создан"),
        (step(OperationKind.SETTINGS, "setting"), "изменение настроек реестра"),
        (step(OperationKind.FIX, "", "«а» → «б»"), "исправление: «а» → «б»"),
        (step(OperationKind.FIX, "", "3"), "исправления: 3"),
        (
            step(OperationKind.GLOSSARY, "glossary_entry", "ВКС"),
            "изменение словаря сокращений: ВКС",
        ),
        (step(OperationKind.ACCEPT, "accepted_finding", "Италия"), "замечание принято: Италия"),
    ],
)
def test_a_step_is_called_by_its_act_and_object(operation: Operation, text: str) -> None:
    assert operation_text(operation) == text


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("kind", list(OperationKind))
@pytest.mark.parametrize("label", ["", "г. Грац %1 %2"])
def test_every_kind_has_words_in_both_languages(
    kind: OperationKind, label: str, language: str
) -> None:
    load_language(language)
    for subject in ("region", "country", "partner", "agreement", "event", "setting", "event_link"):
        text = operation_text(step(kind, subject, label))
        assert text
        assert "%" not in text.replace("г. Грац %1 %2", "")
        assert kind.value == "import" or kind.value not in text or language == "en"


def test_an_undo_names_the_step_it_takes_back() -> None:
    undone = step(OperationKind.UNDO, "event", "визит")
    assert operation_text(undone, EDIT).startswith("отмена: правка мероприятия «визит")
    assert operation_text(undone) == "отмена: визит"


def test_the_menu_names_the_step_and_its_author_when_it_is_not_you() -> None:
    assert undo_text(None) == "Отменить"
    assert redo_text(None) == "Вернуть"
    assert undo_text(step(OperationKind.DELETE, "partner", "г. Грац")) == (
        "Отменить: удаление г. Грац"
    )
    assert undo_text(EDIT, "Иванова").endswith("Вену…»")
    assert redo_text(EDIT, "Петров").endswith("(Иванова)")


def test_a_label_is_one_short_line() -> None:
    assert short_label("встреча\n  представителей") == "встреча представителей"
    assert short_label("а" * 41) == "а" * 39 + "…"
    assert short_label("а" * 40) == "а" * 40
    assert len(short_label("слово " * 30)) <= 41
    assert short_label("протокол о сотрудничестве – в области культуры", 26) == (
        "протокол о сотрудничестве…"
    )
