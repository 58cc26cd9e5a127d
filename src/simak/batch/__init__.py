"""Reading millions of articles: in shards, by many processes or machines, begun again at will.

``shard`` reads one shard and is the same function everywhere; ``engine`` runs it in processes of
this machine, ``ray`` on a Ray cluster; ``run`` cuts what comes in into shards, writes what comes
out, and says what is done.
"""

from simak.batch.run import Summary, run
from simak.batch.shard import Result, Shard, read_shard

__all__ = ["Result", "Shard", "Summary", "read_shard", "run"]
