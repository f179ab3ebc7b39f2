"""A clerk takes a file in: looks, decides, writes, and thinks better of it (ux 25–28)."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from partners_app.domain.errors import BackupFailed
from partners_app.domain.import_plan import Doubt, Outcome
from partners_app.services import backup, events, exporting
from partners_app.services.register import Register
from partners_app.ui.dialogs.import_session import Stage
from partners_app.ui.item_models.import_plan import Column
from tests.import_files import HEADS, colleagues_sheet, corrected_report, workbook
from tests.journeys.import_desk import ImportDesk
from tests.ui.clerk import press
from tests.ui.sample_registers import scope_named


def test_ux_28_the_chiefs_corrections_are_shown_written_and_undone(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    before = desk.texts("г. Турку")
    path = corrected_report(desk.opened.register, tmp_path / "Правки.xlsx")
    dialog = desk.open(path)
    counts = dialog.preview.model.counts()
    assert (counts[Outcome.NEW], counts[Outcome.CHANGED], counts[Outcome.DELETED]) == (1, 3, 1)
    assert dialog.head.facts() == "Лист «2020» · 150 строк · распознано: годовая таблица · год 2020"
    assert dialog.act_button.text() == "&Записать 4 изменения"
    details = dialog.preview.details
    assert details.texts()[:2] == [
        ("дата", "28 февраля - 1 марта", "27 февраля - 1 марта"),
        ("понято как", "28.02.2020 – 01.03.2020", "27.02.2020 – 01.03.2020"),
    ]
    desk.write()
    after = desk.texts("г. Турку")
    assert [text[:14] for text in after if text not in before] == [
        "27 февраля - 1",
        "20 июля – онла",
    ]
    assert any("19 марта" in text for text in after), "a deletion is never ticked by itself"
    banner = desk.window.workspace.banner
    assert banner.text() == "Загружено из «Правки.xlsx»: новых: 1, изменено: 3"
    banner.buttons()[0].click()
    assert desk.texts("г. Турку") == before
    assert banner.text() == "Загрузка отменена."


def test_ux_38_ctrl_enter_writes_from_the_list_whatever_the_keyboards_layout(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    path = corrected_report(desk.opened.register, tmp_path / "Правки.xlsx")
    dialog = desk.open(path)
    assert dialog.preview.list.hasFocus()
    # A key of the window, not of the list alone: sent to the window system as it comes.
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(lambda: desk.window.imports.dialog() is None, timeout=20_000)
    assert "Загружено из «Правки.xlsx»" in desk.window.workspace.banner.text()


def test_an_import_is_taken_back_from_under_later_work(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    scope = scope_named(desk.opened, "г. Котка")
    path = corrected_report(desk.opened.register, tmp_path / "Правки.xlsx")
    before = desk.texts("г. Турку")
    desk.open(path)
    desk.write()
    desk.opened.do(events.add, scope, 2020, date_text="5 мая", text="регата")
    desk.window.workspace.banner.buttons()[0].click()
    assert desk.texts("г. Турку") == before
    assert desk.texts_of(scope) == ["5 мая – регата"]


def test_rows_are_left_out_and_a_deletion_is_ticked_by_keys_alone(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    dialog = desk.open(corrected_report(desk.opened.register, tmp_path / "Правки.xlsx"))
    dialog.activateWindow()
    assert QApplication.focusWidget() is dialog.preview.list
    press(Qt.Key.Key_Space)
    assert dialog.act_button.text() == "&Записать 3 изменения"
    (gone,) = desk.entries(Outcome.DELETED)
    dialog.preview.filters.button(Outcome.DELETED).click()
    dialog.preview.list.setFocus()
    assert dialog.preview.list.current_key() == gone.key
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F6)
    desk.write()
    texts = desk.texts("г. Турку")
    assert any(text.startswith("28 февраля") for text in texts), "left out"
    assert not any(text.startswith("19 марта") for text in texts), "deleted"


def test_a_new_country_is_put_into_a_band_and_its_records_follow(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    dialog = desk.open(colleagues_sheet(tmp_path / "Сводка.xlsx"))
    (country,) = desk.entries(Outcome.DOUBTFUL, "country")
    assert country.doubt is Doubt.BAND_MISSING
    (event,) = desk.entries(Outcome.DOUBTFUL, "event")
    assert event.doubt is Doubt.PARENT_UNDECIDED
    desk.go_to(event)
    dialog.preview.details.parent_requested.emit(event.key)
    assert dialog.preview.list.current_key() == country.key
    left_out = desk.entries(Outcome.NEW, "event")[0]
    dialog.preview.model.set_ticks([dialog.preview.model.row_of(left_out.key) or 0], False)
    desk.go_to(country)
    desk.choose("Азия")
    assert dialog.preview.list.current_key() == country.key, "the row stays the current one"
    assert left_out.key not in dialog.preview.model.ticked(), "the tick stays too"
    desk.choose("Европа")
    desk.write()
    assert "Чили" in desk.countries()
    assert desk.texts("Сантьяго") == ["3 марта – визит делегации мэрии"]
    desk.opened.undo()
    assert "Чили" not in desk.countries()


def test_what_looks_like_an_event_is_decided_to_be_it_or_another(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    text = "комплекс мероприятий «Празднуем Масленицу вместе» в Хельсинки, концерт и ярмарка"
    rows = [["Сводка за 2020 год"], HEADS, ["Финляндия", "г. Турку", "28 февраля - 1 марта", text]]
    dialog = desk.open(workbook(tmp_path / "Сводка.xlsx", rows))
    (alike,) = desk.entries(Outcome.DOUBTFUL, "event")
    desk.go_to(alike)
    desk.choose("Это: Финляндия")
    assert [each.key for each in desk.entries(Outcome.CHANGED, "event")] == [alike.key]
    assert dialog.preview.details.texts()[-1][2] == text
    desk.choose("Новая запись")
    assert [each.key for each in desk.entries(Outcome.NEW, "event")] == [alike.key]
    before = len(desk.texts("г. Турку"))
    desk.write()
    assert len(desk.texts("г. Турку")) == before + 1


def test_a_tick_of_a_lookalike_makes_it_a_new_record(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    text = "комплекс мероприятий «Празднуем Масленицу вместе» в Хельсинки, концерт и ярмарка"
    rows = [["Сводка за 2020 год"], HEADS, ["Финляндия", "г. Турку", "28 февраля - 1 марта", text]]
    dialog = desk.open(workbook(tmp_path / "Сводка.xlsx", rows))
    (alike,) = desk.entries(Outcome.DOUBTFUL, "event")
    index = dialog.preview.model.index(dialog.preview.model.row_of(alike.key) or 0, Column.TICK)
    dialog.preview.model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    desk.rest()
    assert [each.key for each in desk.entries(Outcome.NEW, "event")] == [alike.key]


def test_the_same_file_again_says_when_and_offers_nothing(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    rows = [["Сводка за 2020 год"], HEADS, ["Финляндия", "г. Турку", "9 мая", "салют"]]
    path = workbook(tmp_path / "Сводка.xlsx", rows)
    desk.open(path)
    desk.write()
    dialog = desk.open(path)
    assert "Этот файл уже загружали" in dialog.banner.text()
    assert "Анна" in dialog.banner.text()
    assert dialog.banner.text().endswith("Новых изменений нет.")
    assert not dialog.act_button.isEnabled()


def test_refused_rows_are_saved_with_the_reason_beside_each(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    dialog = desk.open(colleagues_sheet(tmp_path / "Сводка.xlsx"))
    assert dialog.save_refused.isVisible()
    dialog.save_refused.click()
    target = tmp_path / "Отклонённые.xlsx"
    chooser = desk.file_dialog()
    assert chooser.parent() is dialog
    chooser.fileSelected.emit(str(target))
    chooser.close()
    desk.qtbot.waitUntil(target.exists, timeout=20_000)
    desk.window.background.wait()
    desk.qtbot.waitUntil(lambda: "сохранены" in dialog.banner.text(), timeout=20_000)
    page = load_workbook(target).worksheets[0]
    head, row = page.iter_rows(values_only=True)
    assert head[:4] == HEADS[:4]
    assert row[2:4] == ("31 февраля", "встреча без места")
    assert "страна" in str(row[head.index("Почему отклонено")])
    assert row[-1] == 6


def test_a_colleague_writes_meanwhile_and_the_plan_is_made_again(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    rows = [["Сводка за 2020 год"], HEADS, ["Финляндия", "г. Турку", "9 мая", "салют"]]
    dialog = desk.open(workbook(tmp_path / "Сводка.xlsx", rows))
    pyotr = Register.open(desk.opened.register.path, author="Пётр")
    events.add(pyotr, scope_named(desk.opened, "г. Котка"), 2020, date_text="1 мая", text="парад")
    pyotr.close()
    dialog.act_button.click()
    desk.rest()
    assert "Реестр тем временем изменился" in dialog.banner.text()
    assert "9 мая – салют" not in desk.texts("г. Турку"), "nothing is written yet"
    desk.write()
    assert "9 мая – салют" in desk.texts("г. Турку")


def test_the_file_changes_meanwhile_and_is_read_again(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    title, place = ["Сводка за 2020 год"], ["Финляндия", "г. Турку"]
    path = workbook(tmp_path / "Сводка.xlsx", [title, HEADS, [*place, "9 мая", "салют"]])
    dialog = desk.open(path)
    workbook(path, [title, HEADS, [*place, "9 мая", "парад"]])
    dialog.act_button.click()
    desk.rest()
    assert "Файл тем временем изменился" in dialog.banner.text()
    desk.write()
    assert "9 мая – парад" in desk.texts("г. Турку")
    assert "9 мая – салют" not in desk.texts("г. Турку")


def test_what_cannot_be_backed_up_is_not_written_and_the_list_stays(
    import_desk: ImportDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = import_desk
    dialog = desk.open(corrected_report(desk.opened.register, tmp_path / "Правки.xlsx"))
    path, before = desk.opened.register.path, desk.opened.register.change_seq()

    def refuse(*_: object) -> None:
        raise BackupFailed(path, "digest")

    monkeypatch.setattr(backup, "write", refuse)
    dialog.act_button.click()
    desk.rest()
    assert "резервн" in dialog.banner.text().lower()
    assert desk.opened.register.change_seq() == before
    assert dialog.act_button.isEnabled()
    assert dialog.preview.list.isEnabled()


def test_escape_asks_only_when_something_was_decided(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    path = corrected_report(desk.opened.register, tmp_path / "Правки.xlsx")
    desk.open(path).reject()
    assert desk.window.imports.dialog() is None
    dialog = desk.open(path)
    press(Qt.Key.Key_Space)
    dialog.reject()
    question = dialog.question
    assert question is not None
    assert [button.text() for button in question.buttons()] == [
        "Вернуться к списку",
        "Закрыть без записи",
    ]
    assert question.defaultButton().text() == "Вернуться к списку"
    question.buttons()[1].click()
    assert desk.window.imports.dialog() is None


def test_enter_in_the_search_writes_nothing(import_desk: ImportDesk, tmp_path: Path) -> None:
    desk = import_desk
    dialog = desk.open(corrected_report(desk.opened.register, tmp_path / "Правки.xlsx"))
    field = dialog.preview.filters.search
    field.setFocus()
    field.setText("мумбаи")
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    press(Qt.Key.Key_Return)
    assert dialog.session.stage is Stage.READY and not dialog.session.busy
    assert dialog.preview.model.rowCount() == 4
    assert desk.window.imports.dialog() is dialog


def test_another_register_and_its_json_are_taken_in_too(
    import_desk: ImportDesk, tmp_path: Path
) -> None:
    desk = import_desk
    copy = tmp_path / "Копия.partners"
    desk.opened.register.save_copy(copy)
    other = Register.open(copy, author="Пётр")
    scope = scope_named(desk.opened, "г. Котка")
    events.add(other, scope, 2020, date_text="1 мая", text="парад")
    exporting.export_json(other, tmp_path / "Копия.json")
    other.close()
    desk.open(copy)
    assert len(desk.entries(Outcome.NEW)) == 1
    desk.write()
    assert desk.texts_of(scope) == ["1 мая – парад"]
    dialog = desk.open(tmp_path / "Копия.json")
    assert not desk.entries(Outcome.NEW)
    assert dialog.head.facts().startswith("распознано: данные реестра (JSON)")
