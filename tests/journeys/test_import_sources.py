"""Every kind of file that a clerk takes in: how it comes, what is asked, what is refused."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from partners_app.domain.column_mapping import TableField
from partners_app.domain.import_plan import Outcome
from partners_app.paths import database_files
from partners_app.services import sample
from partners_app.services.register import Register
from partners_app.ui.dialogs.import_session import Stage
from tests.import_files import (
    HEADS,
    Rows,
    colleagues_sheet,
    corrected_report,
    several_sheets,
    workbook,
)
from tests.journeys.import_desk import ImportDesk
from tests.ui.clerk import press, type_text

TITLE = ["Сводка за 2020 год"]
TURKU = ["Финляндия", "г. Турку"]


def test_a_damaged_file_says_so_and_another_one_is_at_hand(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    seq = desk.opened.register.change_seq()
    good = corrected_report(desk.opened.register, tmp_path / "Правки.xlsx")
    damaged = tmp_path / "Повреждён.xlsx"
    damaged.write_bytes(good.read_bytes()[:3000])
    dialog = desk.open(damaged)
    assert desk.stage() is Stage.FAILED
    assert "«Повреждён.xlsx» неполный" in dialog.notice.text()
    assert not dialog.act_button.isEnabled()
    assert dialog.notice.other_file.hasFocus() or dialog.notice.other_file.isVisible()
    dialog.notice.copy.click()
    assert "incomplete" in QApplication.clipboard().text()
    dialog.notice.other_file.click()
    chooser = desk.file_dialog()
    chooser.fileSelected.emit(str(good))
    chooser.close()
    desk.rest()
    assert desk.stage() is Stage.READY
    assert desk.opened.register.change_seq() == seq


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("Сводка.xlsx", "Страна;Город", "текстовый файл"),
        ("Сводка.json", "{", "JSON"),
        ("Реестр.partners", "это не реестр", "Реестр.partners"),
    ],
)
def test_what_is_no_table_is_refused_in_words(
    import_desk: ImportDesk, tmp_path: Path, name: str, content: str, said: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    dialog = import_desk.open(path)
    assert import_desk.stage() is Stage.FAILED
    assert said in dialog.notice.text()


def test_a_table_without_a_year_asks_for_it(import_desk: ImportDesk, tmp_path: Path) -> None:
    desk = import_desk
    heads = ["Страна", "Город", "Основание", "Дата подписания", "Основные мероприятия"]
    rows = [heads, [*TURKU, "Соглашение", "10.08.2002", "9 мая – салют"]]
    dialog = desk.open(workbook(tmp_path / "Таблица.xlsx", rows))
    assert desk.stage() is Stage.NEEDS_YEAR
    assert dialog.notice.text().startswith("В таблице не назван год")
    assert QApplication.focusWidget() is dialog.head.year
    type_text("2020")
    press(Qt.Key.Key_Return)
    desk.rest()
    assert desk.stage() is Stage.READY
    assert "год 2020" in dialog.head.facts()
    assert [each.source for each in desk.entries(Outcome.NEW, "event")] == ["9 мая – салют"]


def test_of_two_tables_one_is_chosen_and_hidden_ones_are_marked(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    sheets = {
        "Черновик": [TITLE, HEADS, [*TURKU, "8 мая", "черновик"]],
        "Свод": [TITLE, HEADS, [*TURKU, "9 мая", "салют"]],
        "Ещё": [TITLE, HEADS, [*TURKU, "10 мая", "парад"]],
    }
    path = several_sheets(tmp_path / "Три.xlsx", sheets, hidden=["Черновик"])
    dialog = desk.open(path)
    combo = dialog.head.tables
    assert combo.isVisible()
    assert [combo.itemText(n).split(" ·")[0] for n in range(3)] == ["Свод", "Ещё", "Черновик"]
    assert combo.itemText(2).endswith("(скрытый лист)")
    assert [each.label for each in desk.entries(Outcome.NEW)] == ["9 мая – салют"]
    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    desk.rest()
    assert [each.label for each in desk.entries(Outcome.NEW)] == ["10 мая – парад"]


def test_tables_on_hidden_sheets_alone_are_not_taken_unasked(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    sheets: dict[str, Rows] = {
        "Обложка": [["Смотри внутри"]],
        "Свод": [TITLE, HEADS, [*TURKU, "9 мая", "салют"]],
    }
    dialog = desk.open(several_sheets(tmp_path / "Лист.xlsx", sheets, hidden=["Свод"]))
    assert desk.stage() is Stage.NEEDS_TABLE
    dialog.head.tables.activated.emit(0)
    desk.rest()
    assert len(desk.entries(Outcome.NEW)) == 1


def test_hidden_rows_are_taken_only_when_somebody_wants_them(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    rows = [TITLE, HEADS, [*TURKU, "9 мая", "салют"], [*TURKU, "10 мая", "парад"]]
    dialog = desk.open(workbook(tmp_path / "Сводка.xlsx", rows, hidden_rows=[4]))
    assert len(desk.entries(Outcome.NEW)) == 1
    assert dialog.head.hidden_rows.isVisible() and not dialog.head.hidden_rows.isChecked()
    dialog.head.hidden_rows.click()
    desk.rest()
    assert len(desk.entries(Outcome.NEW)) == 2
    assert dialog.head.hidden_rows.isChecked()


def test_an_unknown_column_is_asked_about_and_the_answer_remembered(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk

    def sheet(name: str, day: str, text: str) -> Path:
        rows = [TITLE, [*HEADS, "Литера"], [*TURKU, day, text, "концерт", "Б-17"]]
        return workbook(tmp_path / name, rows)

    dialog = desk.open(sheet("Первая.xlsx", "9 мая", "салют"))
    assert dialog.banner.text().startswith("Неизвестно, что в 1 столбце.")
    assert not dialog.act_button.isEnabled()
    dialog.banner.buttons()[0].click()
    columns = dialog.columns_dialog
    assert columns is not None
    assert columns.combos[6].currentText() == "Выберите…"
    assert not columns.act_button.isEnabled()
    columns.choose(6, TableField.EVENT_DATE)
    assert columns.note().startswith("Одно и то же в двух столбцах")
    columns.choose(6, TableField.EVENT_REMARK)
    columns.act_button.click()
    desk.rest()
    assert dialog.banner.isHidden()
    desk.write()
    assert "9 мая – салют" in desk.texts("г. Турку")
    again = desk.open(sheet("Вторая.xlsx", "8 июня", "парад кораблей"))
    assert again.banner.isHidden()
    (event,) = desk.entries(Outcome.NEW, "event")
    assert event.fields["remark"] == (None, "Б-17")


def test_the_head_of_a_table_is_pointed_out_by_hand(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    rows = [
        ["Таблица"],
        ["Икс", "Игрек", "Зет"],
        ["Финляндия, г. Турку", "9 мая 2020", "салют"],
    ]
    dialog = desk.open(workbook(tmp_path / "Непонятная.xlsx", rows))
    assert desk.stage() is Stage.FAILED
    assert dialog.notice.columns.isVisible()
    dialog.notice.columns.click()
    desk.rest()
    dialog.show_columns()
    columns = dialog.columns_dialog
    assert columns is not None
    assert columns.note().startswith("Не указан столбец: страна")
    columns.header_row.setValue(2)
    assert columns.mapping.heads == {1: "Икс", 2: "Игрек", 3: "Зет"}
    columns.subject.setCurrentIndex(0)
    columns.subject.activated.emit(0)
    for column, field in (
        (1, TableField.COUNTRY_THEN_PARTNER),
        (2, TableField.EVENT_DATE),
        (3, TableField.EVENT_TEXT),
    ):
        columns.choose(column, field)
    assert columns.act_button.isEnabled()
    columns.act_button.click()
    desk.rest()
    assert [each.label for each in desk.entries(Outcome.NEW, "event")] == ["9 мая 2020 – салют"]


def test_the_findings_of_a_file_lead_to_their_rows(import_desk: ImportDesk, tmp_path: Path) -> None:
    desk = import_desk
    rows = [TITLE, HEADS, [*TURKU, "9 мая", "салют"], [*TURKU, "31 февраля", "встреча"]]
    dialog = desk.open(workbook(tmp_path / "Сводка.xlsx", rows))
    assert dialog.head.findings.text() == "Замечаний: 1"
    dialog.head.findings.click()
    found = dialog.findings_dialog
    assert found is not None
    assert found.windowTitle() == "Замечания к файлу"
    found.jump_button.click()
    entry = dialog.preview.model.entry_at(dialog.preview.list.currentIndex().row())
    assert entry is not None and entry.row == 4


def test_reading_can_be_stopped_and_leaves_nothing(import_desk: ImportDesk, tmp_path: Path) -> None:
    desk = import_desk
    path = corrected_report(desk.opened.register, tmp_path / "Правки.xlsx")
    desk.window.imports.open(path)
    desk.dialog.cancel_button.click()
    assert desk.window.imports.dialog() is None
    desk.window.background.wait()
    QApplication.processEvents()
    assert desk.window.isEnabled()


def test_ux_27_a_dropped_table_is_previewed_a_wrong_type_refused_while_dragging(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    path = colleagues_sheet(tmp_path / "Сводка.xlsx")
    picture = tmp_path / "Фото.png"
    picture.write_bytes(b"")
    assert desk.drag(path)
    assert desk.drag(path.with_suffix(".ODS"))
    assert not desk.drag(picture)
    assert not desk.drag(path, path)
    desk.drop(path)
    desk.rest()
    assert desk.stage() is Stage.READY


def test_a_dropped_register_is_opened_or_loaded_as_one_likes(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    path = tmp_path / "Другой.partners"
    sample.create(path, author="Пётр").close()
    desk.drop(path)
    question = desk.window.imports.question()
    assert question is not None
    words = {button.text(): button for button in question.buttons()}
    assert set(words) == {"&Открыть", "&Загрузить из него", "Отмена"}
    words["&Загрузить из него"].click()
    desk.rest()
    assert desk.dialog.head.facts().startswith("распознано: другой реестр")
    desk.dialog.reject()
    desk.drop(path)
    question = desk.window.imports.question()
    assert question is not None
    next(button for button in question.buttons() if button.text() == "&Открыть").click()
    assert desk.opened.register.path == path


def test_last_years_table_becomes_a_new_register(import_desk: ImportDesk, tmp_path: Path) -> None:
    desk = import_desk
    window = desk.window
    window.close_register()
    window._show_register()
    seed = database_files() / "seed" / "register-2020.json"
    assert desk.drag(seed)
    window.pages.empty.import_requested.emit()
    chooser = desk.file_dialog()
    chooser.fileSelected.emit(str(tmp_path / "Новый.partners"))
    chooser.close()
    assert desk.opened.register.path.name == "Новый.partners"
    chooser = desk.file_dialog()
    chooser.fileSelected.emit(str(seed))
    chooser.close()
    desk.rest()
    assert len(desk.entries(Outcome.NEW, "event")) == 130
    desk.write()
    assert desk.opened.year == 2020
    assert len(desk.countries()) == 30
    assert len(desk.texts("г. Турку")) > 3


def test_nothing_is_taken_into_a_register_that_is_only_read(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    path = colleagues_sheet(tmp_path / "Сводка.xlsx")
    first = Register.open(desk.opened.register.path, author="Пётр")
    try:
        desk.opened.register.read_only = True
        assert not desk.drag(path)
        desk.window.imports.open(path)
        assert desk.window.imports.dialog() is None
    finally:
        desk.opened.register.read_only = False
        first.close()
