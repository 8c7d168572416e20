"""The learned network as an int8 ONNX file that onnxruntime runs."""

import hashlib
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from bench.training.disputes.learning import packed
from bench.training.disputes.network import PairNetwork

OPSET = 17
NAMES = ("ids", "mask", "sides")
SAMPLE = [("The gate is open.", "The gate is shut."), ("It rained.", "It snowed.")]


def export(network: PairNetwork, target: Path) -> str:
    """Write the network with int8 weights; its SHA-256."""
    network.eval()
    axes = {name: {0: "pairs", 1: "pieces"} for name in NAMES}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            network, packed(SAMPLE), str(whole), input_names=list(NAMES),
            output_names=["logits"], dynamic_axes={**axes, "logits": {0: "pairs"}},
            opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            whole, target, weight_type=QuantType.QInt8, per_channel=True,
            extra_options={"MatMulConstBOnly": True},
        )  # fmt: skip
    return hashlib.sha256(target.read_bytes()).hexdigest()
