"""Why something that came in is no article, as an exception inside the intake."""

from __future__ import annotations

from simak.intake.article import Reason, Rejection


class RefusalError(Exception):
    """Ends the reading of one page, feed or entry; the message says what to do about it."""

    def __init__(self, reason: Reason, message: str) -> None:
        super().__init__(message)
        self.reason: Reason = reason

    def of(self, name: str) -> Rejection:
        """Return the rejection of the input ``name``; the message begins with it, once."""
        message = str(self)
        if not message.startswith(name):
            message = f"{name}: {message}"
        return Rejection(name=name, reason=self.reason, message=message)


def fault(name: str, error: Exception) -> Rejection:
    """Return the rejection of an input on which Simak itself failed."""
    message = f"{name}: a fault in Simak ({type(error).__name__}: {str(error)[:200]})"
    return Rejection(name=name, reason="fault", message=f"{message}; please report it")
