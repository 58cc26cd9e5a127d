"""From files to the text of an article: bytes, encodings, language, page furniture."""
