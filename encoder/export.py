"""Writes the fine-tuned encoder as one ONNX file with 8-bit weights, pooling and length inside."""

import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from encoder.fine_tune import SentenceEncoder


def export(model: SentenceEncoder, path: Path) -> None:
    """Write `path`. Inputs: input_ids, attention_mask (int64, batch x tokens); output: vectors (float32).

    Weights get 7 of the 8 bits: with all 8, processors without VNNI add with saturation and would judge differently.
    """
    ids = torch.ones(2, 8, dtype=torch.int64)
    with tempfile.TemporaryDirectory() as folder:
        full, prepared = Path(folder) / "full.onnx", Path(folder) / "prepared.onnx"
        torch.onnx.export(
            model, (ids, torch.ones_like(ids)), str(full), input_names=["input_ids", "attention_mask"],
            output_names=["vectors"], opset_version=17, dynamo=False,
            dynamic_axes={"input_ids": {0: "n", 1: "t"}, "attention_mask": {0: "n", 1: "t"}, "vectors": {0: "n"}},
        )  # fmt: skip
        quant_pre_process(str(full), str(prepared), skip_symbolic_shape=True)
        quantize_dynamic(str(prepared), str(path), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
