"""Reading millions of articles: in shards, by many processes or machines, begun again at will.

``shard`` reads one shard and is the same function everywhere; ``engine`` runs it in processes of
this machine, ``ray`` on a Ray cluster; ``run`` cuts what comes in into shards, and ``folder`` keeps
what comes out and knows what is done.
"""

from simak.batch.folder import outcomes
from simak.batch.run import Summary, run
from simak.batch.shard import Result, Setting, Shard, read_rows, read_shard, shards

__all__ = [
    "Result",
    "Setting",
    "Shard",
    "Summary",
    "outcomes",
    "read_rows",
    "read_shard",
    "run",
    "shards",
]
