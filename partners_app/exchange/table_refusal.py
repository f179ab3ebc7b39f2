"""Why a file with tables is not read, said inside the reading process; it knows no path."""

from partners_app.domain.input_problems import InputProblem


class Refused(Exception):
    """The file cannot be read: the fields of ``InputBroken`` without the path."""

    def __init__(self, problem: InputProblem, place: str = "", detail: str = "") -> None:
        super().__init__(problem, place, detail)
        self.problem = problem
        self.place = place
        self.detail = detail


def place_of(sheet: str, where: str | int = "") -> str:
    """Return the place of a cell («B7»), of a row (7) or of the sheet as a whole."""
    return f"{sheet}!{where}"
