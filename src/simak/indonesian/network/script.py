"""A lemma as a change of the word: what is cut and put at both ends (Chrupała 2006).

"mengecam" to "kecam" is the script "4|k|0|": cut four letters in front, put "k", cut none behind.
Scripts are few, so that a tagger can learn them as labels.
"""

from __future__ import annotations

SAME = "0||0|"
FORM = "="  # the lemma is the form as it is written


def of(form: str, lemma: str) -> str:
    """Return the script that makes ``lemma`` of ``form``.

    >>> of("ditangkap", "tangkap"), of("Bandung", "Bandung"), of("pemberian", "beri")
    ('2||0|', '=', '3||2|')
    """
    if form == lemma and form != form.lower():
        return FORM
    word, lemma = form.lower(), lemma.lower()
    begin, there, length = _common(word, lemma)
    if length < 2 and word != lemma:
        return f"{len(word)}|{lemma}|0|"
    end = begin + length
    return f"{begin}|{lemma[:there]}|{len(word) - end}|{lemma[there + length :]}"


def apply(form: str, script: str) -> str:
    """Return the lemma; a script that cuts more than there is leaves the word in small letters.

    >>> apply("ditembak", "2||0|")
    'tembak'
    """
    if script == FORM:
        return form
    word = form.lower()
    cut, front, cut_behind, behind = script.split("|")
    if int(cut) + int(cut_behind) >= len(word) and not front:
        return word
    return front + word[int(cut) : len(word) - int(cut_behind)] + behind


def _common(left: str, right: str) -> tuple[int, int, int]:
    """Return where the longest common part begins in both, and its length."""
    best = (0, 0, 0)
    lengths = [0] * (len(right) + 1)
    for row, char in enumerate(left, start=1):
        before = 0
        for column, other in enumerate(right, start=1):
            kept = lengths[column]
            lengths[column] = before + 1 if char == other else 0
            if lengths[column] > best[2]:
                length = lengths[column]
                best = (row - length, column - length, length)
            before = kept
    return best
