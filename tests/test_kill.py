"""The program is killed while it saves, again and again: what was acknowledged is there."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from partners_app.domain.vocabulary import OperationKind
from partners_app.services import backup, catalogue, events
from partners_app.services.catalogue import Scope, ScopeKind
from partners_app.services.register import Register

pytestmark = pytest.mark.trial

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 6

# Edits one event for ever, and says a number only when the edit with it is saved.
EDITING = """
import itertools, sys
from pathlib import Path
from partners_app.services import events
from partners_app.services.register import Register

register = Register.open(Path(sys.argv[1]), author="Child")
for number in itertools.count(int(sys.argv[3])):
    events.set_field(register, int(sys.argv[2]), "text", f"visit {number}")
    print(number, flush=True)
"""


def edit_until_killed(path: Path, event: int, first: int, edits: int, delay: float) -> int:
    """Let a process edit, kill it at some moment of a save, return the last number it said."""
    command = [sys.executable, "-X", "utf8", "-c", EDITING, str(path), str(event), str(first)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    with child, child.stdout:
        said = [child.stdout.readline() for _ in range(edits)]
        time.sleep(delay)
        child.kill()
        # What it said before it died is a promise too; a line that is cut off is none.
        said += child.stdout.read().splitlines(keepends=True)
    assert child.returncode != 0, "it edits for ever: only a kill ends it"
    numbers = [int(line) for line in said if line.endswith("\n")]
    assert numbers == list(range(first, first + len(numbers))), "the child did not edit"
    return numbers[-1]


def test_no_acknowledged_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "Реестр города.partners"
    register = Register.create(path, author="Parent")
    (region, *_) = catalogue.tree(register, 2020).regions
    (country,) = catalogue.add_country(register, region.region.id, "Австрия").ids("country")
    (partner,) = catalogue.add_partner(register, country, "г. Грац").ids("partner")
    cell = Scope(ScopeKind.PARTNER, partner)
    (event,) = events.add(register, cell, 2020, date_text="3 марта", text="visit 0").ids("event")
    register.close()
    number = 0
    for round_number in range(ROUNDS):
        acknowledged = edit_until_killed(
            path, event, number + 1, edits=2 + round_number, delay=0.003 * round_number
        )
        register = Register.open(path, author="Parent")
        number = int(events.load(register, [event])[event].text.removeprefix("visit "))
        # The edit under way may be whole or absent; it is never a part.
        assert acknowledged <= number <= acknowledged + 1
        texts = {
            str(version.after["text"])
            for version in register.versions("event", event)
            if version.after is not None and version.operation.kind is not OperationKind.UNDO
        }
        assert texts >= {f"visit {count}" for count in range(number + 1)}
        register.undo()
        assert events.load(register, [event])[event].text == f"visit {number - 1}"
        register.redo()
        assert events.load(register, [event])[event].text == f"visit {number}"
        register.close()
        assert backup.verify(path).events == 1
    assert [name for name in tmp_path.iterdir() if name != path] == [], "nothing is left beside it"
