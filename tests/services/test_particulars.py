"""A partner's own fields and names are saved together, and undone together."""

from pathlib import Path

import pytest

from partners_app.domain.vocabulary import PartnerKind, Status
from partners_app.services import catalogue, particulars
from partners_app.services.particulars import NameEntry
from partners_app.services.register import Register
from partners_app.ui.open_register import OpenRegister
from tests.ui.sample_registers import id_named, open_sample


@pytest.fixture
def opened(tmp_path: Path) -> OpenRegister:
    return open_sample(tmp_path)


def test_all_of_a_partner_is_one_step_and_comes_back_with_undo(opened: OpenRegister) -> None:
    register: Register = opened.register
    turku = id_named(opened, "г. Турку")
    before = catalogue.partner(register, turku)
    steps = len(register.history())
    particulars.save(
        register,
        "partner",
        turku,
        {
            "kind": PartnerKind.REGION,
            "status": Status.SUSPENDED,
            "status_date": "март 2022 г.",
            "status_reason": "по решению сторон",
            "latitude": 60.4518,
            "longitude": 22.2666,
            "remark": "две строки\nтекста",
        },
        [NameEntry(None, "Або", "", "1917 г."), NameEntry(None, "Åbo")],
    )
    after = catalogue.partner(register, turku)
    assert (after.kind, after.status) == (PartnerKind.REGION, Status.SUSPENDED)
    assert after.status_date.edtf == "2022-03"
    assert (after.latitude, after.longitude) == (60.4518, 22.2666)
    assert [each.name for each in after.other_names] == ["Або", "Åbo"]
    assert after.other_names[0].used_to.edtf == "1917"
    assert len(register.history()) == steps + 1
    register.undo()
    assert catalogue.partner(register, turku) == before


def test_names_are_edited_reordered_and_deleted_in_one_step(opened: OpenRegister) -> None:
    register = opened.register
    land = id_named(opened, "Финляндия")
    names = [NameEntry(None, "Суоми"), NameEntry(None, "Великое княжество Финляндское")]
    particulars.save(register, "country", land, {}, names)
    suomi, duchy = catalogue.country(register, land).other_names
    particulars.save(
        register,
        "country",
        land,
        {"remark": "проверено"},
        [NameEntry(duchy.id, "Финляндское княжество", "1809", "1917")],
    )
    (left,) = catalogue.country(register, land).other_names
    assert (left.id, left.name, left.uuid) == (duchy.id, "Финляндское княжество", duchy.uuid)
    register.undo()
    assert [each.id for each in catalogue.country(register, land).other_names] == [
        suomi.id,
        duchy.id,
    ]


def test_saving_what_is_there_already_is_no_step(opened: OpenRegister) -> None:
    turku = id_named(opened, "г. Турку")
    partner = catalogue.partner(opened.register, turku)
    fields = {"name": partner.name, "remark": partner.remark}
    assert not particulars.save(opened.register, "partner", turku, fields)


def test_a_field_or_a_name_of_another_record_is_refused(opened: OpenRegister) -> None:
    turku, kotka = id_named(opened, "г. Турку"), id_named(opened, "г. Котка")
    with pytest.raises(ValueError):
        particulars.save(opened.register, "partner", turku, {"position": 1})
    (name,) = particulars.save(opened.register, "partner", turku, {}, [NameEntry(None, "Або")]).ids(
        "other_name"
    )
    with pytest.raises(ValueError):
        particulars.save(opened.register, "partner", kotka, {}, [NameEntry(name, "Або")])


def test_a_band_has_a_heading(opened: OpenRegister) -> None:
    asia = id_named(opened, "Азия")
    particulars.save(opened.register, "region", asia, {"heading": "АЗИЯ И АФРИКА"})
    assert catalogue.region(opened.register, asia).heading == "АЗИЯ И АФРИКА"
