"""The open register as the window sees it: acts go in, what changed comes out as signals."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from partners_app.domain.changes import ChangeSet
from partners_app.domain.errors import PartnersError
from partners_app.services.register import Register

P = ParamSpec("P")
T = TypeVar("T")


class OpenRegister(QObject):
    """One register in the window, with the report year that is looked at.

    Widgets call ``do`` and ``ask`` with functions of ``services`` and re-read what ``changed``
    says was touched; none of them changes what it shows on its own.
    """

    changed = Signal(object)
    """A ChangeSet as it was written: an edit, an undo, an import."""
    failed = Signal(object)
    """The PartnersError of an act that wrote nothing."""
    read_anew = Signal()
    """The window has read the file again, whoever wrote it: who shows something of it follows."""
    year_changed = Signal(int)
    closed = Signal()
    """The file is let go of: who still looks at it goes."""

    def __init__(self, register: Register, year: int, parent: QObject | None = None) -> None:
        """Take over an open register; it is closed with ``close``."""
        super().__init__(parent)
        self.register = register
        self._year = year
        register.start_showing()

    @property
    def year(self) -> int:
        """The report year that is looked at."""
        return self._year

    def set_year(self, year: int) -> None:
        """Look at another report year."""
        if year != self._year:
            self._year = year
            self.year_changed.emit(year)

    def ask(
        self, query: Callable[Concatenate[Register, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """Return what a service reads."""
        return query(self.register, *args, **kwargs)

    def do(
        self,
        action: Callable[Concatenate[Register, P], ChangeSet],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> ChangeSet | None:
        """Let a service write; None when it failed (``failed`` says why)."""
        return self._written(lambda: action(self.register, *args, **kwargs))

    def undo(self) -> ChangeSet | None:
        """Take back the newest step."""
        return self._written(self.register.undo)

    def redo(self) -> ChangeSet | None:
        """Do the step undone last again."""
        return self._written(self.register.redo)

    def tell_written(self, change_set: ChangeSet) -> None:
        """Tell of a step that a service wrote in the background."""
        if change_set:
            self.changed.emit(change_set)

    def _written(self, act: Callable[[], ChangeSet]) -> ChangeSet | None:
        try:
            change_set = act()
        except PartnersError as error:
            self.failed.emit(error)
            return None
        self.tell_written(change_set)
        return change_set

    def is_behind(self) -> bool:
        """Tell whether others have written something that is not shown yet."""
        return self.register.is_behind()

    def steps_of_others(self) -> dict[str, int]:
        """Return how many steps others have written since this was asked last, by author.

        Another window of the same user is an other. Who asks shows everything anew.
        """
        return self.register.show_all()

    def close(self) -> None:
        """Let go of the file."""
        self.closed.emit()
        self.register.close()
