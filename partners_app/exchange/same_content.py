"""Whether a register is what a JSON file says, be it with ids or without."""

from collections.abc import Mapping
from typing import Any

_REFERENCES = frozenset({"id", "link_id", "partner_id", "country_id", "agreement_id"})


def same_content(
    told: Mapping[str, Any], held: Mapping[str, Any], stated: Mapping[str, frozenset[str]]
) -> bool:
    """Tell whether what a file told and what a register holds, both as ``to_json``, are the same.

    A record that came with an id is compared whole. One that came without (it is named in
    ``stated``) is found by its place and compared by the keys that the file gives for it.
    """
    return _Comparison(stated).same_objects({**told, "year": None}, {**held, "year": None})


class _Comparison:
    def __init__(self, stated: Mapping[str, frozenset[str]]) -> None:
        self._stated = stated
        self._known_as: dict[str, str] = {}

    def same_objects(self, told: Mapping[str, Any], held: Mapping[str, Any]) -> bool:
        keys = set(told) | set(held)
        own_keys = self._stated.get(told.get("id", ""))
        if own_keys is not None:
            keys &= own_keys | {"id"}
        # Ids first: what is called by a made-up id further down is then known.
        return all(
            self._same(key, told.get(key), held.get(key))
            for key in sorted(keys, key=lambda key: (key not in _REFERENCES, key))
        )

    def _same(self, key: str, told: Any, held: Any) -> bool:
        if key in _REFERENCES:
            return self._same_ids(told, held)
        if key == "partner_ids" and told is not None and held is not None:
            return len(told) == len(held) and all(map(self._same_ids, told, held))
        if isinstance(told, dict) and isinstance(held, dict):
            return self.same_objects(told, held)
        if isinstance(told, list) and isinstance(held, list):
            return len(told) == len(held) and all(
                self._same("", *pair) for pair in zip(told, held, strict=True)
            )
        return bool(told == held)

    def _same_ids(self, told: str | None, held: str | None) -> bool:
        if told is None or held is None:
            return told is held
        if told in self._stated:
            return self._known_as.setdefault(told, held) == held
        return told == held
