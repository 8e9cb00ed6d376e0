"""The sentence encoder that the safety screen and the dialogue engine share: words in, one vector of meaning out.

Imported by the engine too, so it keeps to Python 3.10 and to onnxruntime, tokenizers and NumPy.
"""

import hashlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from tokenizers import Tokenizer

SHIPPED = Path(__file__).resolve().parent.parent / "encoder" / "shipped"
"""As in `bot.settings`, which the engine cannot import."""
MODEL, TOKENIZER, SUMS = "encoder.onnx", "tokenizer.json", "SHA256SUMS"
MOST_TOKENS = 128
"""Word pieces of one text that are read, about ninety words; what follows is left out."""

Vectors = npt.NDArray[np.float32]


class EncoderError(Exception):
    """A file of the encoder is missing, changed or unreadable; the message names it and the mend."""


class Encoder:
    """Turns text into unit vectors, on one thread. Equal texts give equal vectors, whatever they came with."""

    def __init__(self, folder: Path = SHIPPED) -> None:
        """Check every file against SHA256SUMS and load the encoder. Raises EncoderError."""
        self.folder, self.sums = folder, check(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._tokenizer = Tokenizer.from_file(str(folder / TOKENIZER))
            self._session = onnxruntime.InferenceSession(
                str(folder / MODEL), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # both libraries raise bare Exception
            raise EncoderError(_mend(folder, f"cannot be read ({type(error).__name__})")) from error
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_TOKENS)

    def encode(self, texts: Sequence[str], *, threads: int = 1) -> Vectors:
        """One unit vector a text: float32, (texts, width). One at a time: 8-bit sums depend on their neighbours.

        More `threads` than one are for training, where nobody waits for another answer.
        """
        if threads == 1:
            return np.concatenate([self._encode(text) for text in texts])
        with ThreadPoolExecutor(threads) as pool:
            return np.concatenate(list(pool.map(self._encode, texts)))

    def _encode(self, text: str) -> Vectors:
        ids = np.array([self._tokenizer.encode(text).ids], dtype=np.int64)
        [vectors] = self._session.run(None, {"input_ids": ids, "attention_mask": np.ones_like(ids)})
        return np.asarray(vectors, dtype=np.float32)


def check(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each file listed in SHA256SUMS, all of them right. Raises EncoderError."""
    try:
        listed = [line.split() for line in (folder / SUMS).read_text(encoding="utf-8").splitlines() if line.strip()]
        sums = {name: wanted for wanted, name in listed}
        found = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sums}
    except FileNotFoundError as error:
        raise EncoderError(_mend(folder, f"has no {Path(error.filename).name}")) from error
    except (OSError, ValueError) as error:
        raise EncoderError(_mend(folder, f"cannot be read ({type(error).__name__})")) from error
    for name in (MODEL, TOKENIZER):
        if name not in sums:
            raise EncoderError(_mend(folder, f"lists no {name} in {SUMS}"))
    if changed := [name for name in sums if sums[name] != found[name]]:
        raise EncoderError(_mend(folder, f"has a changed file: {', '.join(changed)}"))
    return sums


def _mend(folder: Path, what: str) -> str:
    return (
        f"The sentence encoder in {folder} {what}. Put the files back as they were (git checkout -- encoder/shipped),"
        " or build them again with `make encoder`."
    )
