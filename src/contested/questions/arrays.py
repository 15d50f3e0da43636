"""Arrays and lists in one piece of bytes: the form in which what was worked out lies in the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

import msgspec
import numpy as np
import numpy.typing as npt

Ints: TypeAlias = npt.NDArray[np.int32]
Bits: TypeAlias = npt.NDArray[np.uint16]
Flags: TypeAlias = npt.NDArray[np.bool_]
Ids: TypeAlias = npt.NDArray[np.bytes_]
"""Ids of the store, as ASCII: sixteen bytes a claim instead of a hundred."""


def pack(values: Mapping[str, Any]) -> bytes:
    """Return a mapping of arrays, lists and plain values as bytes."""
    return msgspec.msgpack.encode({name: _packed(value) for name, value in values.items()})


def unpack(data: bytes) -> dict[str, Any]:
    """Return what `pack` packed; arrays are read-only and lie in the bytes themselves."""
    return {name: _unpacked(value) for name, value in msgspec.msgpack.decode(data).items()}


def _packed(value: Any) -> Any:
    if not isinstance(value, np.ndarray):
        return value
    return {"dtype": value.dtype.str, "shape": list(value.shape), "bytes": np.ascontiguousarray(value).data}


def _unpacked(value: Any) -> Any:
    if isinstance(value, dict) and value.keys() == {"dtype", "shape", "bytes"}:
        return np.frombuffer(value["bytes"], dtype=value["dtype"]).reshape(value["shape"])
    return value


def coded(values: Sequence[Any]) -> tuple[Ints, list[Any]]:
    """Return each value's number in the sorted list of different values, and that list.

    >>> coded(["b", "a", "b"])
    (array([1, 0, 1], dtype=int32), ['a', 'b'])
    """
    different = sorted(set(values))
    number = {value: code for code, value in enumerate(different)}
    return np.fromiter((number[value] for value in values), np.int32, len(values)), different


def as_ids(values: Sequence[str]) -> Ids:
    """Return ids as an array of ASCII bytes."""
    return np.array(values, dtype="S") if len(values) else np.zeros(0, dtype="S1")


def as_text(ids: Ids) -> list[str]:
    """Return ids as the store writes them."""
    return [each.decode("ascii") for each in ids.tolist()]
