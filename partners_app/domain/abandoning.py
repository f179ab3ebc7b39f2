"""Work that nobody waits for any more stops before it puts anything in its place."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar

from partners_app.domain.errors import Abandoned

_wanted: ContextVar[Callable[[], bool] | None] = ContextVar("wanted", default=None)


@contextmanager
def while_wanted(wanted: Callable[[], bool]) -> Iterator[None]:
    """Let what runs inside, in this thread, ask whether its result is still wanted."""
    token = _wanted.set(wanted)
    try:
        yield
    finally:
        _wanted.reset(token)


def to_the_end() -> AbstractContextManager[None]:
    """Let what runs inside end: something is written already, and half of it would be no answer."""
    return while_wanted(lambda: True)


def carry_through() -> None:
    """Let what runs in this thread go on to its end from now on: something of it is written.

    Who cancels is told that nothing was.
    """
    _wanted.set(None)


def stop_if_unwanted() -> None:
    """Raise Abandoned if the user has cancelled what runs in this thread.

    Whoever writes a file asks before the file gets its name: until then nothing has changed.
    """
    wanted = _wanted.get()
    if wanted is not None and not wanted():
        raise Abandoned
