"""A clerk's mouse that drags: the offscreen platform begins a drag and gives it no way to go on."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication

MOVE = Qt.DropAction.MoveAction
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def take_hold(view: QAbstractItemView, place: QPoint) -> bool:
    """Press the button over a row and pull; tell whether the row is being dragged by then."""
    QTest.mousePress(view.viewport(), LEFT, NONE, place)
    QTest.mouseMove(view.viewport(), place + QPoint(0, 3))
    dragging = view.state() == QAbstractItemView.State.DraggingState
    QTest.mouseRelease(view.viewport(), LEFT, NONE, place + QPoint(0, 3))
    return dragging


def drop(view: QAbstractItemView, data: QMimeData, place: QPoint) -> bool:
    """Carry data over a view and let go of it there; tell whether it was taken.

    As the system does it, but that no drag of this program is under way: the view would refuse
    its own rows as strange ones.
    """
    mode = view.dragDropMode()
    view.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
    target = view.viewport()
    enter = QDragEnterEvent(place, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(target, enter)
    over = QDragMoveEvent(place, MOVE, data, LEFT, NONE)
    QApplication.sendEvent(target, over)
    dropped = QDropEvent(QPointF(place), MOVE, data, LEFT, NONE)
    if over.isAccepted():
        QApplication.sendEvent(target, dropped)
    view.setDragDropMode(mode)
    for _ in range(3):
        QApplication.processEvents()
    return over.isAccepted() and dropped.isAccepted()
