"""A comparison on paper: by countries, what was beside what is."""

from partners_app.domain.comparison_sheet import comparison_sheet
from partners_app.domain.report_comparison import Comparison, Difference, Fate, Part, Place
from partners_app.domain.sheet import Paragraph, SheetGroup

GRAZ = Place("ЕВРОПА", "Австрия", "г. Грац")
OLD, NEW = "выпуск за 2020 год от 15.01.2021", "отчет за 2020 год на 20.02.2021"


def test_each_country_has_its_rows_and_the_counts_stand_above() -> None:
    differences = (
        Difference(Part.TITLE, Fate.CHANGED, "", Place(), "ОТЧЕТ", "СПРАВКА"),
        Difference(Part.EVENT, Fate.CHANGED, "a", GRAZ, "3 мая – визит", "4 мая – визит"),
        Difference(Part.PARTNER, Fate.ADDED, "b", Place("ЕВРОПА", "Австрия"), "", ""),
        Difference(Part.COUNTRY, Fate.REMOVED, "c", Place("ЕВРОПА"), "Албания", ""),
        Difference(
            *(Part.EVENT, Fate.CHANGED, "d", Place("АЗИЯ", "Япония"), "концерт", "концерт"),
            *(GRAZ,),
        ),
    )
    sheet = comparison_sheet(Comparison(differences), OLD, NEW)
    assert sheet.title_lines[1:] == (f"Было: {OLD}", f"Стало: {NEW}")
    assert sheet.blocks[0] == Paragraph("Партнеры: добавлено 1; мероприятия: изменено 2.")
    (table,) = sheet.tables
    assert table.groups == (
        SheetGroup("", (("", "Заголовок изменен", "ОТЧЕТ", "СПРАВКА"),)),
        SheetGroup(
            "Австрия",
            (
                ("г. Грац", "Мероприятие изменено", "3 мая – визит", "4 мая – визит"),
                ("Страна в целом", "Партнер добавлен", "", "Страна в целом"),
            ),
        ),
        SheetGroup("Албания", (("", "Страна убрана", "Албания", ""),)),
        SheetGroup(
            "Япония",
            (
                (
                    *("", "Мероприятие изменено"),
                    *("концерт (стояло: ЕВРОПА, Австрия, г. Грац)", "концерт"),
                ),
            ),
        ),
    )


def test_a_band_that_was_renamed_does_not_seem_to_be_of_the_country_above() -> None:
    differences = (
        Difference(Part.EVENT, Fate.REMOVED, "a", GRAZ, "3 мая – визит", ""),
        Difference(Part.BAND, Fate.CHANGED, "b", Place(), "АЗИЯ", "АЗИЯ И ОКЕАНИЯ"),
        Difference(Part.BAND, Fate.REMOVED, "c", Place(), "АФРИКА", ""),
    )
    (table,) = comparison_sheet(Comparison(differences), OLD, NEW).tables
    assert [group.heading for group in table.groups] == ["Австрия", "АЗИЯ И ОКЕАНИЯ", "АФРИКА"]


def test_where_nothing_differs_the_sheet_says_so() -> None:
    sheet = comparison_sheet(Comparison(()), OLD, NEW)
    assert sheet.blocks == (Paragraph("Различий нет."),)
