"""Questions to the store, as typed functions; the commands of the same names print what they give.

========== ==========================================================
search     articles by their words
statements who said what
events     who did what to whom, as all reports tell it
reports    the same, one article's row each
who        who somebody is across articles
copies     which articles are one telling, and who was first
overview   how much there is
articles   their ids, for an export
identities who the entities of an article are
========== ==========================================================
"""

from simak.store.question.article import articles, identities
from simak.store.question.copy import Credit, Printed, Telling, copies
from simak.store.question.event import events
from simak.store.question.filter import Where
from simak.store.question.report import EventFilter, Reported, Side, reports
from simak.store.question.search import Found, search
from simak.store.question.stat import count_events, count_statements, overview
from simak.store.question.statement import Said, StatementFilter, statements
from simak.store.question.telling import Happened
from simak.store.question.who import Candidate, Office, Who, who

__all__ = [
    "Candidate",
    "Credit",
    "EventFilter",
    "Found",
    "Happened",
    "Office",
    "Printed",
    "Reported",
    "Said",
    "Side",
    "StatementFilter",
    "Telling",
    "Where",
    "Who",
    "articles",
    "copies",
    "count_events",
    "count_statements",
    "events",
    "identities",
    "overview",
    "reports",
    "search",
    "statements",
    "who",
]
