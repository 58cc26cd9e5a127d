"""A batch on a Ray that is started here, in a process of its own: ``ray_run.py OUT SEEN``.

Prints what the runs did as JSON, and nothing else.
"""

import json
import sys
from pathlib import Path

from tests.batch import crew

from simak.batch import Setting, run
from simak.batch.ray import Cluster, silence


def main() -> None:
    out, seen = Path(sys.argv[1]), Path(sys.argv[2])
    texts = [f"Bupati Sari membuka pasar nomor {at}." for at in range(20)]
    texts[5] = f"once {seen}"  # kills the worker the first time
    texts[11] = "kill"
    told = []
    for _ in range(2):
        with silence():
            cluster = Cluster(2, Setting(), read=crew.read)
            slots = cluster.slots
            try:
                done = run(crew.incoming(*texts), out, cluster, crew.VERSIONS, size=4)
            finally:
                cluster.close()
        told.append(
            {
                "slots": slots,
                "records": done.records,
                "poisoned": done.poisoned,
                "passed over": done.passed_over,
            }
        )
    print(json.dumps(told))


if __name__ == "__main__":
    main()
