"""The spaCy training configurations, written out as text by one function a model."""

from __future__ import annotations

from pathlib import Path

_COMMON = """
[paths]
train = null
dev = null
vectors = null

[system]
seed = 7
gpu_allocator = null

[nlp]
lang = "id_simak"
pipeline = {pipeline}
batch_size = 256
disabled = []
before_creation = null
after_creation = null
after_pipeline_creation = null
tokenizer = {{"@tokenizers":"simak.tokenizer.v1"}}

[components]

[components.tok2vec]
factory = "tok2vec"

[components.tok2vec.model]
@architectures = "spacy.Tok2Vec.v2"

[components.tok2vec.model.embed]
@architectures = "spacy.MultiHashEmbed.v2"
width = {width}
attrs = ["NORM","PREFIX","SUFFIX","SHAPE"]
rows = [{rows_norm},500,{rows_suffix},500]
include_static_vectors = true

[components.tok2vec.model.encode]
@architectures = "spacy.MaxoutWindowEncoder.v2"
width = {width}
depth = {depth}
window_size = 1
maxout_pieces = 3
{components}
[corpora]

[corpora.dev]
@readers = "spacy.Corpus.v1"
path = ${{paths.dev}}
max_length = 0
gold_preproc = false
limit = 0
augmenter = null

[corpora.train]
@readers = "spacy.Corpus.v1"
path = ${{paths.train}}
max_length = 0
gold_preproc = false
limit = 0
augmenter = null

[training]
dev_corpus = "corpora.dev"
train_corpus = "corpora.train"
seed = ${{system.seed}}
gpu_allocator = ${{system.gpu_allocator}}
dropout = {dropout}
accumulate_gradient = 1
patience = 0
max_epochs = 0
max_steps = {steps}
eval_frequency = {evaluate_every}
frozen_components = []
annotating_components = []
before_to_disk = null

[training.batcher]
@batchers = "spacy.batch_by_words.v1"
discard_oversize = false
tolerance = 0.2
get_length = null

[training.batcher.size]
@schedules = "compounding.v1"
start = 300
stop = {batch}
compound = 1.001
t = 0.0

[training.logger]
@loggers = "spacy.ConsoleLogger.v1"
progress_bar = false

[training.optimizer]
@optimizers = "Adam.v1"
beta1 = 0.9
beta2 = 0.999
L2_is_weight_decay = true
L2 = 0.01
grad_clip = 1.0
use_averages = true
eps = 0.00000001

[training.optimizer.learn_rate]
@schedules = "warmup_linear.v1"
warmup_steps = 200
total_steps = {steps}
initial_rate = {rate}

[training.score_weights]
{weights}

[pretraining]

[initialize]
vectors = ${{paths.vectors}}
init_tok2vec = null
vocab_data = null
lookups = null
before_init = null
after_init = null

[initialize.components]

[initialize.tokenizer]
"""

_LISTENER = """
[components.{name}.model.tok2vec]
@architectures = "spacy.Tok2VecListener.v1"
width = {width}
upstream = "tok2vec"
"""

_SYNTAX = (
    """
[components.morphologizer]
factory = "morphologizer"

[components.morphologizer.model]
@architectures = "spacy.Tagger.v2"
nO = null
normalize = false
"""
    + _LISTENER.replace("{name}", "morphologizer")
    + """
[components.parser]
factory = "parser"
learn_tokens = false
min_action_freq = 5
moves = null
update_with_oracle_cut_size = 100

[components.parser.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "parser"
extra_state_tokens = false
hidden_width = 96
maxout_pieces = 2
use_upper = true
nO = null
"""
    + _LISTENER.replace("{name}", "parser")
    + """
[components.trainable_lemmatizer]
factory = "trainable_lemmatizer"
backoff = "orth"
min_tree_freq = 2
overwrite = false
top_k = 3

[components.trainable_lemmatizer.model]
@architectures = "spacy.Tagger.v2"
nO = null
normalize = false
"""
    + _LISTENER.replace("{name}", "trainable_lemmatizer")
)

_NAMES = """
[components.ner]
factory = "ner"
incorrect_spans_key = null
moves = null
update_with_oracle_cut_size = 100

[components.ner.model]
@architectures = "spacy.TransitionBasedParser.v2"
state_type = "ner"
extra_state_tokens = false
hidden_width = 64
maxout_pieces = 2
use_upper = true
nO = null
""" + _LISTENER.replace("{name}", "ner")


def syntax(
    *, steps: int = 6000, width: int = 96, depth: int = 4, dropout: float = 0.2, rate: float = 0.002
) -> str:
    """Return the configuration of the tagger, parser and lemmatizer."""
    return _COMMON.format(
        pipeline='["tok2vec","morphologizer","parser","trainable_lemmatizer"]',
        components=_SYNTAX.format(width=width),
        width=width,
        depth=depth,
        rows_norm=4000,
        rows_suffix=1500,
        dropout=dropout,
        steps=steps,
        evaluate_every=200,
        batch=2000,
        rate=rate,
        weights="pos_acc = 0.3\nmorph_acc = 0.05\ndep_uas = 0.15\ndep_las = 0.4\nlemma_acc = 0.1",
    )


def names(
    *,
    steps: int = 4000,
    width: int = 96,
    depth: int = 4,
    dropout: float = 0.25,
    rate: float = 0.001,
) -> str:
    """Return the configuration of the recogniser of names."""
    return _COMMON.format(
        pipeline='["tok2vec","ner"]',
        components=_NAMES.format(width=width),
        width=width,
        depth=depth,
        rows_norm=4000,
        rows_suffix=1500,
        dropout=dropout,
        steps=steps,
        evaluate_every=200,
        batch=1500,
        rate=rate,
        weights="ents_f = 1.0",
    )


def syntax_again(first: Path, *, steps: int, rate: float = 0.0015) -> str:
    """Return the configuration that goes on with the weights in the folder ``first``.

    The lemmatizer starts anew: one that goes on does not find its edit trees again in spaCy 3.8,
    and learns that nothing changes.
    """
    text = syntax(steps=steps, rate=rate, dropout=0.1)
    start, rest = text.split("[components]", 1)
    _, rest = rest.split("[components.trainable_lemmatizer]", 1)
    sources = "".join(
        f'\n[components.{name}]\nsource = "{first}"\n'
        for name in ("tok2vec", "morphologizer", "parser")
    )
    text = f"{start}[components]\n{sources}\n[components.trainable_lemmatizer]{rest}"
    for old, new in (
        ("start = 300\n", "start = 800\n"),
        ("stop = 2000\n", "stop = 1500\n"),
        ("warmup_steps = 200\n", "warmup_steps = 50\n"),
    ):
        assert old in text
        text = text.replace(old, new)
    return text
