"""The learned network as an ONNX file whose weights are int8.

Weights alone are rounded, by a scale for each row or column, and become float32 again
when the file is loaded: a pair's logits then do not depend on the pairs beside it, as
they would where activations are rounded a batch at a time.
"""

import hashlib
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from bench.training.disputes.learning import packed
from bench.training.disputes.network import PairNetwork

OPSET = 17
NAMES = ("ids", "mask", "sides")
SAMPLE = [("The gate is open.", "The gate is shut."), ("It rained.", "It snowed.")]
FEWEST = 4096  # numbers; smaller arrays stay as they are


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
        model = onnx.load(str(whole))
    _round_weights(model)
    target.write_bytes(model.SerializeToString())
    return hashlib.sha256(target.read_bytes()).hexdigest()


def _round_weights(model: onnx.ModelProto) -> None:
    """Put int8 and scales in place of every large array of weights."""
    graph = model.graph
    kept, opened = [], []
    for array in graph.initializer:
        values = numpy_helper.to_array(array)
        if array.data_type != TensorProto.FLOAT or values.size < FEWEST:
            kept.append(array)
            continue
        axis = 0 if values.shape[0] > values.shape[1] * 8 else 1  # pieces by row
        rounded, scales = _rounded(values, axis)
        name = array.name
        kept.append(numpy_helper.from_array(rounded, f"{name}.int8"))
        kept.append(numpy_helper.from_array(scales, f"{name}.scale"))
        opened.append(
            helper.make_node(
                "DequantizeLinear", [f"{name}.int8", f"{name}.scale"], [name], axis=axis
            )
        )
    nodes = [*opened, *graph.node]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(nodes)


def _rounded(
    values: NDArray[np.float32], axis: int
) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    scales = np.abs(values).max(axis=1 - axis, keepdims=True) / 127 + 1e-12
    rounded = np.round(values / scales).astype(np.int8)
    return rounded, scales.astype(np.float32).reshape(-1)
