"""The encoder's layers as an ONNX graph for onnxruntime: matrices in 8 bits but for the last of each layer.

Weights are rounded to whole numbers from -127 to 127, one scale a row; activations are rounded as they come
(`DynamicQuantizeMatMul`, onnxruntime's contrib operators). What goes in are the sums of the word's and the place's
vectors, so that the table of 250,000 words stays out of the graph.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.nano_weights import Weights

OPSET, CONTRIB, IR = 17, 1, 8
MICROSOFT = "com.microsoft"
INPUT, MASK, OUTPUT = "embedded", "mask", "hidden"
EPSILON = 1e-12


class _Graph:
    """Nodes and constants as they are added."""

    def __init__(self, *, small: bool) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self.small = small

    def constant(self, values: NDArray[Any]) -> str:
        from onnx import numpy_helper

        name = f"c{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def add(self, operator: str, inputs: list[str], domain: str = "", outputs: int = 1, **settings: Any) -> list[str]:
        from onnx import helper

        names = [f"n{len(self.nodes)}_{k}" for k in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, domain=domain, **settings))
        return names


def graph_bytes(weights: Weights, *, small: bool = False) -> bytes:
    """The model as a file's content: from embedded tokens (1, n, d) and a mask (1, n) to hidden states (1, n, d).

    With ``small`` all matrices are kept in 8 bits, the last of each layer too, which is written out when it is loaded.
    """
    from onnx import TensorProto, helper

    graph, hidden = _Graph(small=small), weights.shape.hidden
    tensors = weights.tensors
    norm = [graph.constant(tensors[f"emb.ln.{part}"]) for part in "wb"]
    state = graph.add("LayerNormalization", [INPUT, *norm], epsilon=EPSILON, axis=-1)[0]
    for layer in range(weights.shape.layers):
        state = _layer(graph, weights, layer, state)
    graph.nodes.append(helper.make_node("Identity", [state], [OUTPUT]))
    sizes: list[str | int | None] = ["texts", "tokens", hidden]
    made = helper.make_graph(
        graph.nodes, "encoder",
        [helper.make_tensor_value_info(INPUT, TensorProto.FLOAT, sizes),
         helper.make_tensor_value_info(MASK, TensorProto.INT32, sizes[:2])],
        [helper.make_tensor_value_info(OUTPUT, TensorProto.FLOAT, sizes)], graph.constants,
    )  # fmt: skip
    versions = [helper.make_opsetid("", OPSET), helper.make_opsetid(MICROSOFT, CONTRIB)]
    model = helper.make_model(made, opset_imports=versions)
    model.ir_version = IR
    content: bytes = model.SerializeToString()
    return content


def _layer(graph: _Graph, weights: Weights, layer: int, state: str) -> str:
    """One layer of BERT: attention, then the two inner matrices, each with its sum and norm."""
    hidden, tensors = weights.shape.hidden, weights.tensors

    def part(name: str) -> NDArray[np.float32]:
        return tensors[f"l{layer}.{name}"]

    def normed(before: str, after: str, name: str) -> str:
        inputs = [before, after, *(graph.constant(part(f"{name}.{ending}")) for ending in "wb")]
        return graph.add("SkipLayerNormalization", inputs, MICROSOFT, epsilon=EPSILON)[0]

    together = np.concatenate([part(f"{name}.w").reshape(hidden, hidden) for name in "qkv"])
    joined = _product(graph, state, together, np.concatenate([part(f"{name}.b") for name in "qkv"]))
    sizes = graph.constant(np.full(3, hidden, dtype=np.int64))
    query, key, value = graph.add("Split", [joined, sizes], outputs=3, axis=-1)
    seen = graph.add("MultiHeadAttention", [query, key, value, "", MASK], MICROSOFT, num_heads=weights.shape.heads)[0]
    state = normed(state, _product(graph, seen, part("ao.w").reshape(hidden, hidden), part("ao.b")), "aln")
    inner = _product(graph, state, part("fi.w").reshape(-1, hidden), part("fi.b"))
    inner = graph.add("Gelu", [inner], MICROSOFT)[0]
    outer = _exact_product(graph, inner, part("fo.w").reshape(hidden, -1), part("fo.b"))
    return normed(state, outer, "oln")


def _exact_product(graph: _Graph, state: str, matrix: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
    """The same in full precision: what a layer's inner neurons put out has values too far apart for 8 bits."""
    if graph.small:
        whole, scales = _whole(matrix)
        numbers = graph.add("DequantizeLinear", [graph.constant(whole), graph.constant(scales)], axis=1)[0]
    else:
        numbers = graph.constant(matrix.T)
    product = graph.add("MatMul", [state, numbers])[0]
    return graph.add("Add", [product, graph.constant(bias)])[0]


def _product(graph: _Graph, state: str, matrix: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
    """The state times a matrix (out, in) in 8 bits, plus a bias."""
    whole, scales = _whole(matrix)
    zeros = np.zeros(len(scales), dtype=np.int8)
    inputs = [state, *(graph.constant(values) for values in (whole, scales, zeros, bias))]
    return graph.add("DynamicQuantizeMatMul", inputs, MICROSOFT)[0]


def _whole(matrix: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """The matrix (out, in) as whole numbers, (in, out), and the scale of each row."""
    scales = np.maximum(np.abs(matrix).max(axis=1) / 127, 1e-12).astype(np.float32)
    return np.rint(matrix / scales[:, None]).astype(np.int8).T, scales
