"""The one exception: a call that could not be answered."""

from collections.abc import Sequence


class KubusError(Exception):
    """A call that could not be answered. What is wrong with a document is a finding, never an exception."""

    code: str
    """A stable code for programs, such as `invalid-rulebook`."""
    details: tuple[str, ...]
    """Every single fault, where there are several."""

    def __init__(self, message: str, code: str, details: Sequence[str] = ()) -> None:
        # All three go to the base class, since that is what an exception is unpickled from.
        super().__init__(message, code, tuple(details))
        self.code = code
        self.details = tuple(details)

    def __str__(self) -> str:
        return str(self.args[0])
