"""What is found in an article, one file a thing found.

Each reader takes a :class:`~simak.reading.page.Page` and returns findings
(:mod:`simak.reading.finding`); none changes what an earlier one found. The order is the one of
:mod:`simak.reader`: times, quotations, mentions, roles, statements, coreference, events, wording.
"""
