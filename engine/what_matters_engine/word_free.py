"""What the dialogue engine may remember: values that are all known in advance, never anything a person typed.

Both the processor (before a value enters a turn) and the tracker store (before it reaches the disk) ask here.
"""

from __future__ import annotations

from rasa.shared.core.constants import ACTION_VALIDATE_SLOT_MAPPINGS, DEFAULT_SLOT_NAMES
from rasa.shared.core.domain import Domain
from rasa.shared.core.slots import BooleanSlot, CategoricalSlot, Slot
from rasa.shared.exceptions import RasaException


class DomainHoldsWordsError(RasaException):
    """The domain declares something that could carry a person's words, or fail without being noticed."""


class SlotHoldsWordsError(RasaException):
    """A slot was given a value that its domain does not list."""


def kept_slots(domain: Domain) -> dict[str, Slot]:
    """Return the domain's own slots by name: the allow-list of what is remembered between turns.

    Raises DomainHoldsWordsError when a slot is neither categorical nor bool, when the domain has forms (their
    position is not remembered), or when slots are filled by actions whose failure Rasa hides.
    """
    own = {slot.name: slot for slot in domain.slots if slot.name not in DEFAULT_SLOT_NAMES}
    for name, slot in own.items():
        if not isinstance(slot, (CategoricalSlot, BooleanSlot)):
            raise DomainHoldsWordsError(
                f"slot '{name}' is of type '{slot.type_name}'; use categorical or bool"
            )
        if any("action" in mapping for mapping in slot.mappings):
            raise DomainHoldsWordsError(f"slot '{name}' is mapped by an action; set it from a rule's action")
    if domain.form_names:
        raise DomainHoldsWordsError(f"forms are not remembered between turns: {', '.join(domain.form_names)}")
    if ACTION_VALIDATE_SLOT_MAPPINGS in domain.user_actions:
        raise DomainHoldsWordsError(f"'{ACTION_VALIDATE_SLOT_MAPPINGS}' fails open; leave it out")
    return own


def kept_value(slot: Slot, value: object) -> str | bool | None:
    """Return `value` in the spelling of the domain, None when unset.

    Raises SlotHoldsWordsError (which never repeats the value) when the domain does not list it.
    """
    if value is None or (isinstance(slot, BooleanSlot) and isinstance(value, bool)):
        return value
    if isinstance(slot, CategoricalSlot):
        spelled = str(value).lower()
        if spelled in slot.persistence_info()["values"]:
            return spelled
    raise SlotHoldsWordsError(f"slot '{slot.name}' was given a value that the domain does not list")
