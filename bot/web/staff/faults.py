"""What was wrong with a form: told above it and beside each field."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Faults:
    """Pairs of a field's id and what is wrong with it, in the order of the form."""

    items: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.items)

    def of(self, name: str) -> str | None:
        """Return what is wrong with one field, if anything is."""
        return next((words for each, words in self.items if each == name), None)

    @property
    def lists(self) -> tuple[list[dict[str, str]], ...]:
        """The list for the summary above the form; none without a fault."""
        listed = [{"text": words, "href": f"#{name}"} for name, words in self.items]
        return (listed,) if listed else ()


def fault(name: str, words: str) -> Faults:
    """Return one fault."""
    return Faults(((name, words),))


def missing(form: dict[str, str], **words: str) -> Faults:
    """Return a fault for each named field that was left empty."""
    return Faults(tuple((name, told) for name, told in words.items() if not form.get(name, "").strip()))
