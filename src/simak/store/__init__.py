"""Articles and their records in one embedded database, or on a PostgreSQL server.

``schema`` has the tables, ``index`` the full-text search, ``migration`` brings older stores up,
``row`` turns records into rows and back, ``store`` is what programs use.
"""

from simak.store.store import Kept, State, Store

__all__ = ["Kept", "State", "Store"]
