"""Pages drawn by a command: Qt's drawing is loaded only when one is asked for.

A server may lack the libraries that it needs; all other commands work there too.
"""

from collections.abc import Sequence

from partners_app.domain.errors import ReportImpossible
from partners_app.services.reporting import PrintedReport
from partners_app.texts.language import application_for_texts


def application_for(program: str, argv: Sequence[str]) -> object:
    """Return the application object that the arguments need; the caller keeps it.

    There can be only one, and only one with fonts can lay out pages: so it is told beforehand.
    """
    if "--self-test" in argv or ("report" in argv and any(map(_is_pdf, argv))):
        try:
            from partners_app.printing.application import application_for_pages
        except ImportError:
            pass  # what draws says so
        else:
            return application_for_pages(program)
    return application_for_texts(program)


def can_draw() -> bool:
    """Tell whether Qt's drawing can be loaded here."""
    try:
        import partners_app.printing.pdf  # noqa: F401
    except ImportError:
        return False
    return True


def draw_pdf(printed: PrintedReport) -> bytes:
    """Return a report as a PDF.

    Raises ReportImpossible where Qt's drawing cannot be loaded, and what laying out raises.
    """
    try:
        from partners_app.printing.pdf import report_pdf
    except ImportError as error:
        raise ReportImpossible("drawing", str(error)) from error
    return report_pdf(printed)


def _is_pdf(argument: str) -> bool:
    return argument.lower().endswith(".pdf")
