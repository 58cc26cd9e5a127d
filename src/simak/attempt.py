"""Reading one article so that whatever goes wrong with it stops nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simak.errors import InputError, LanguageError, LexiconError
from simak.intake.article import Incoming, Reason, Rejection
from simak.record import Record

if TYPE_CHECKING:
    from simak.reader import Reader


def attempt(reader: Reader, item: Incoming, *, force: bool = False) -> Record | Rejection:
    """Return the record of an article, or why there is none.

    ``force`` reads a text that seems to be in another language. Raises LexiconError, which is not
    about this article.
    """
    try:
        return reader.read_incoming(item, force=force)
    except LanguageError as error:
        return Rejection(name=item.name, reason="language", message=str(error))
    except InputError as error:
        reason: Reason = "too large" if "characters" in str(error) else "no article"
        return Rejection(name=item.name, reason=reason, message=str(error))
    except LexiconError:
        raise
    except Exception as error:
        return Rejection(
            name=item.name,
            reason="fault",
            message=f"a fault in Simak ({type(error).__name__}: {str(error)[:200]}); "
            "please report it",
        )
