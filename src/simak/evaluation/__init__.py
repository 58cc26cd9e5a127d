"""Evaluation: how good a record, a pipeline or a layer is, against what people made by hand.

Rows are matched one to one and counted; counts add up over articles (micro average). What reads
the texts is handed in, so this package knows no pipeline and loads no spaCy.

- :func:`evaluate_records` on gold records: all layers of the record
- :func:`evaluate_conllu`, :func:`evaluate_ner`, :func:`evaluate_timeml`, :func:`evaluate_sacr`,
  :func:`evaluate_pfsa` on other people's formats; the first two read with a language pipeline, the
  others with a Reader
- :mod:`simak.evaluation.annotation`: in whose manner a treebank or a corpus of names is read
- :class:`Report`: a table, and figures by dotted key; :func:`read_floors` and :func:`fallen` for
  figures that may not fall
"""

from simak.evaluation.annotation import AnnotationError
from simak.evaluation.conllu import evaluate_conllu
from simak.evaluation.floor import Fallen, fallen, read_floors
from simak.evaluation.gold import evaluate_records, read_gold
from simak.evaluation.ner import evaluate_ner
from simak.evaluation.pfsa import evaluate_pfsa
from simak.evaluation.report import Line, Report, total
from simak.evaluation.sacr import evaluate_sacr
from simak.evaluation.score import score_record, score_records
from simak.evaluation.timeml import evaluate_timeml

__all__ = [
    "AnnotationError",
    "Fallen",
    "Line",
    "Report",
    "evaluate_conllu",
    "evaluate_ner",
    "evaluate_pfsa",
    "evaluate_records",
    "evaluate_sacr",
    "evaluate_timeml",
    "fallen",
    "read_floors",
    "read_gold",
    "score_record",
    "score_records",
    "total",
]
