"""Fine-tunes the sentence encoder: lines that mean the same move together, and both heads learn to tell them apart."""

import math
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel, PreTrainedTokenizerFast

from encoder.lines import Line
from encoder.safety_labels import safety_of

MOST_TOKENS = 64
CLASSES_IN_A_BATCH, LINES_A_CLASS = 24, 2
LARGE, LINES_A_BATCH = 900, 64
"""Intents with more lines than `LARGE` give twice as many to a batch, which then holds about 64."""
LINES_IN_A_PART = 16
TEMPERATURE = 0.07
SCALE = 16.0


class SentenceEncoder(nn.Module):
    """BERT with mean pooling; token ids and mask (batch, tokens) -> unit vectors (batch, width)."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Mean of the token vectors that the mask keeps, at length 1."""
        hidden = self.bert(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(hidden.dtype)
        pooled = (hidden * mask).sum(1) / mask.sum(1).clamp(min=1e-6)
        return functional.normalize(pooled, dim=-1)


def contrast(vectors: Tensor, labels: Tensor) -> Tensor:
    """Supervised contrastive loss (Khosla et al., 2020) over one batch of unit vectors."""
    same = (labels[:, None] == labels[None, :]).float()
    itself = torch.eye(len(labels), device=vectors.device)
    logits = vectors @ vectors.T / TEMPERATURE - itself * 1e4
    log_share = logits - torch.logsumexp(logits, dim=1, keepdim=True)
    positives = same - itself
    return -((positives * log_share).sum(1) / positives.sum(1).clamp(min=1)).mean()


def batches(lines: Sequence[Line], rng: random.Random) -> Iterator[list[Line]]:
    """One pass: batches of two lines each of 24 intents (four of large ones), coming up by the root of their size."""
    by_intent: dict[str, list[Line]] = {}
    for line in lines:
        by_intent.setdefault(line.intent, []).append(line)
    piles = {intent: _endless(pile, rng) for intent, pile in by_intent.items()}
    names = list(by_intent)
    weights = [math.sqrt(len(by_intent[name])) for name in names]
    for _ in range(len(lines) // LINES_A_BATCH):
        keys = {name: rng.random() ** (1 / weight) for name, weight in zip(names, weights, strict=True)}
        chosen = sorted(names, key=keys.__getitem__, reverse=True)[:CLASSES_IN_A_BATCH]
        size = {name: LINES_A_CLASS * (2 if len(by_intent[name]) > LARGE else 1) for name in chosen}
        yield [next(piles[name]) for name in chosen for _ in range(size[name])]


def _parts(batch: list[Line]) -> Iterator[list[Line]]:
    for start in range(0, len(batch), LINES_IN_A_PART):
        yield batch[start : start + LINES_IN_A_PART]


def _tokens(part: list[Line], tokenizer: PreTrainedTokenizerFast, device: str) -> tuple[Tensor, Tensor]:
    tokens = tokenizer(
        [line.text for line in part], padding=True, truncation=True, max_length=MOST_TOKENS, return_tensors="pt"
    ).to(device)
    return tokens["input_ids"], tokens["attention_mask"]


def _endless(pile: list[Line], rng: random.Random) -> Iterator[Line]:
    while True:
        shuffled = pile[:]
        rng.shuffle(shuffled)
        yield from shuffled


def fine_tune(
    bert: BertModel,
    tokenizer: PreTrainedTokenizerFast,
    lines: Sequence[Line],
    *,
    passes: int,
    rate: float,
    seed: int,
    say: Callable[[str], None],
) -> SentenceEncoder:
    """Train on `lines` and return the encoder. Deterministic for a seed on one machine; tells `say` how far it is."""
    torch.manual_seed(seed)
    rng = random.Random(seed)  # noqa: S311  (an order of lines, not a secret)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = SentenceEncoder(bert).to(device).train()
    bert.embeddings.requires_grad_(requires_grad=False)  # half of all weights; the words keep what they mean
    intents = sorted({line.intent for line in lines})
    dangers = sorted({safety_of(line.intent) for line in lines})
    heads = nn.ModuleList(nn.Linear(bert.config.hidden_size, len(n), bias=False) for n in (intents, dangers)).to(device)
    weights = torch.tensor(_weights([safety_of(line.intent) for line in lines], dangers), device=device)
    learning = [p for p in model.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW(
        [{"params": learning, "lr": rate}, {"params": heads.parameters(), "lr": 1e-3}], weight_decay=0.01
    )
    steps = passes * (len(lines) // LINES_A_BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, [rate, 1e-3], total_steps=steps + 1, pct_start=0.08)
    done, began = 0, time.monotonic()
    for _ in range(passes):
        for batch in batches(lines, rng):
            batch.sort(key=lambda line: len(line.text))  # so that a part is padded to its own longest line
            wanted = torch.tensor([intents.index(line.intent) for line in batch], device=device)
            danger = torch.tensor([dangers.index(safety_of(line.intent)) for line in batch], device=device)
            vectors = torch.cat([model(*_tokens(part, tokenizer, device)) for part in _parts(batch)])
            spread = [SCALE * vectors @ functional.normalize(head.weight, dim=-1).T for head in heads]
            loss = (
                functional.cross_entropy(spread[0], wanted, label_smoothing=0.05)
                + functional.cross_entropy(spread[1], danger, weight=weights, label_smoothing=0.02)
                + 0.5 * contrast(vectors, wanted)
            )
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            done += 1
            if done % 20 == 0:
                left = (time.monotonic() - began) / done * (steps - done)
                say(f"step {done} of {steps}, loss {loss.item():.3f}, {left / 60:.0f} minutes left")
    bert.set_attn_implementation("eager")  # the exporter knows no other
    return model.eval().cpu()


def _weights(labels: Sequence[str], names: Sequence[str]) -> list[float]:
    counts = Counter(labels)
    roots = [1 / math.sqrt(counts[name]) for name in names]
    return [root * len(roots) / sum(roots) for root in roots]
