"""Which language a text is in: Indonesian is read, anything else is refused by name.

Two steps, the cheap one first. Common words of each language, listed in
``data/language_word.tsv``, settle almost every text, and they alone settle Indonesian against
Malay ("bahwa" or "bahawa", "karena" or "kerana"), which no trained identifier does reliably on a
short text. Only a text that they leave open is shown to py3langid (Lui and Baldwin 2012; the
model takes 0.8 s to load, so it is loaded when first needed), and only a confident answer counts:
a headline full of foreign names must not be refused, so what cannot be told passes as "und".
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import Any, Final

from simak.errors import LanguageError
from simak.lexicon import Lexicon

INDONESIAN: Final = "id"
UNDETERMINED: Final = "und"

#: Characters of a text that are looked at: enough to be sure, and megabytes cost no more.
WINDOW = 20_000
# A tenth of the words of Indonesian news are in the list, a fifth in most articles.
_SHARE = 0.1
# How far the words of one language must outnumber those of the next.
_LEAD = 1.5
# What py3langid must be sure of, and from how many words on, before a text is refused on its word.
_SURE = 0.9
_FEWEST = 8

_WORD = re.compile(r"[^\W\d_]+")
_LANGUAGES = ("id", "ms", "jv", "su", "en")
# py3langid knows 140 languages; on a line of names it picks obscure ones. These are the ones in
# which somebody may by mistake hand in an article.
_CANDIDATES = (
    "id", "ms", "jv", "en", "nl", "de", "fr", "es", "pt", "it", "tl", "vi", "th", "km", "my", "zh",
    "ja", "ko", "ar", "fa", "ur", "he", "tr", "ru", "uk", "hi", "bn", "ta", "el", "pl", "sw",
)  # fmt: skip
_NAMES = {
    "ms": "Malay", "jv": "Javanese", "su": "Sundanese", "en": "English", "nl": "Dutch",
    "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian",
    "tl": "Tagalog", "vi": "Vietnamese", "th": "Thai", "zh": "Chinese", "ja": "Japanese",
    "ko": "Korean", "ar": "Arabic", "fa": "Persian", "tr": "Turkish", "ru": "Russian",
    "hi": "Hindi",
}  # fmt: skip


class Detector:
    """Tells the language of a text from the words in ``lexicon`` (``language_word.tsv``).

    Raises LexiconError when a row names a language that is not known here.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._languages: dict[str, tuple[str, ...]] = {}
        for row in lexicon.rows("language_word.tsv", ("word", "languages")):
            languages = row.list("languages")
            if not languages or any(language not in _LANGUAGES for language in languages):
                raise row.error(f"languages must be some of {', '.join(_LANGUAGES)}, divided by |")
            self._languages[row["word"].lower()] = languages

    def detect(self, text: str) -> str:
        """Return the ISO 639 code of the language of ``text``, "und" if it cannot be told.

        >>> Detector(Lexicon()).detect("Ia mengatakan bahwa rapat itu sudah selesai.")
        'id'
        >>> Detector(Lexicon()).detect("Beliau berkata bahawa mesyuarat itu sudah selesai.")
        'ms'
        """
        words = [word.lower() for word in _WORD.findall(_window(text))]
        if not words:
            return UNDETERMINED
        shared: Counter[str] = Counter()
        own: Counter[str] = Counter()
        own_kinds: Counter[str] = Counter()
        kinds: Counter[str] = Counter()
        for word, number in Counter(words).items():
            languages = self._languages.get(word, ())
            for language in languages:
                shared[language] += number
                kinds[language] += 1
            if len(languages) == 1:
                own[languages[0]] += number
                own_kinds[languages[0]] += 1
        best = max(_LANGUAGES, key=lambda language: shared[language])  # on a tie, Indonesian
        malayic = "id", "ms"
        others = [
            shared[name] for name in _LANGUAGES if name != best and not {name, best} <= {*malayic}
        ]
        clear = (
            shared[best] >= _SHARE * len(words)
            and shared[best] >= _LEAD * max(others)
            and (kinds[best] >= 3 or (len(words) < _FEWEST and kinds[best] >= 2))
        )
        if clear and best in malayic:
            # Indonesian news quotes Malay words and names: two different ones are wanted, and more
            # than there are of ours.
            return "ms" if own_kinds["ms"] >= 2 and own["ms"] > own["id"] else INDONESIAN
        if clear:
            return best
        language, sure = _identify(text)
        if language == INDONESIAN:
            return INDONESIAN
        if language == "ms" and own["ms"] <= own["id"]:
            return INDONESIAN if shared["id"] else UNDETERMINED
        enough = len(words) >= _FEWEST or not _latin(words)
        return language if sure >= _SURE and enough else UNDETERMINED

    def require_indonesian(self, text: str, *, force: bool = False) -> str:
        """Return the language of ``text`` if Simak may read it.

        Raises LanguageError for a language that is surely another one, unless ``force``.
        """
        language = self.detect(text)
        if language in (INDONESIAN, UNDETERMINED) or force:
            return language
        name = _NAMES.get(language, language)
        raise LanguageError(
            f"the text is in {name} ({language}), and Simak reads Indonesian; "
            "if it is Indonesian after all, read it with --force (in Python: force=True)",
            language,
        )


def detect(text: str) -> str:
    """Return the language of ``text`` by the word list that comes with Simak."""
    return _shipped().detect(text)


def require_indonesian(text: str, force: bool = False) -> str:
    """As Detector.require_indonesian, by the word list that comes with Simak."""
    return _shipped().require_indonesian(text, force=force)


def _window(text: str) -> str:
    """Return the part of a long text that is looked at: its beginning and its middle."""
    if len(text) <= WINDOW:
        return text
    middle = len(text) // 2
    return text[: WINDOW // 2] + " " + text[middle : middle + WINDOW // 2]


def _latin(words: list[str]) -> bool:
    letters = "".join(words)
    return sum(letter < "\u0250" for letter in letters) * 2 >= len(letters)


@lru_cache(maxsize=1)
def _shipped() -> Detector:
    return Detector(Lexicon())


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_CANDIDATES)
    return identifier


def _identify(text: str) -> tuple[str, float]:
    """Return what py3langid says and how sure it is, 0 to 1."""
    sample = _window(text)
    # It goes by the letters, and capitals are foreign to it.
    if sum(map(str.isupper, sample)) > sum(map(str.islower, sample)):
        sample = sample.lower()
    language, sure = _identifier().classify(sample)
    return str(language), float(sure)
