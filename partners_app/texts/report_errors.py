"""Why a report cannot be made, in words."""

from PySide6.QtCore import QCoreApplication

from partners_app.domain.errors import ReportImpossible

translate = QCoreApplication.translate


def impossible_report(error: ReportImpossible) -> tuple[str, str]:
    """Return why a report cannot be made, and what to do."""
    if error.problem == "year":
        return (
            translate("errors", "There is no report for the year “%1”.").replace(
                "%1", error.detail
            ),
            translate("errors", "Choose a year of four digits."),
        )
    if error.problem == "period":
        return (
            translate("errors", "The period ends before it begins: %1.").replace(
                "%1", error.detail
            ),
            translate("errors", "Correct the dates of the period."),
        )
    if error.problem == "options":
        return (
            translate("errors", "What is to stand in the report cannot be read."),
            translate("errors", "Choose anew: bands, countries, period, partners without events."),
        )
    if error.problem == "drawing":
        return (
            translate(
                "errors", "Pages cannot be drawn here: the system lacks libraries that Qt needs."
            ),
            translate("errors", "Write the report as .xlsx, or have libEGL and libGL installed."),
        )
    if error.problem == "fonts":
        return (
            translate("errors", "Pages cannot be drawn here: no font is installed."),
            translate("errors", "Write the report as .xlsx, or have a font installed."),
        )
    if error.problem == "template_missing":
        what = translate("errors", "The template workbook of the report is not where it was.")
    elif error.problem == "template":
        what = translate("errors", "The template workbook of the report cannot be used.")
    elif error.problem == "template_cell":
        what = translate(
            "errors", "The template workbook of the report lacks the cell “%1”."
        ).replace("%1", error.detail)
    elif error.problem == "room":
        what = translate(
            "errors", "The margins and heads of the report template leave no room on a page."
        )
    else:
        what = translate("errors", "The report cannot be laid out.")
    if error.template is None:
        return what, translate(
            "errors", "Put the template back as it was, or install the program anew."
        )
    todo = translate(
        "errors", "Put “%1” back as it was, or choose the built-in template in the settings."
    )
    return what, todo.replace("%1", error.template.name)
