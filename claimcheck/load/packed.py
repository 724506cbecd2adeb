"""Compressed files and streams (gzip, Zstandard) -> what they hold, never more than a stated number of bytes."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any

from claimcheck.load.extras import library
from claimcheck.model import Problem

GZIP = b"\x1f\x8b"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
"""What the files begin with (RFC 1952, RFC 8878)."""


def packed(data: bytes) -> bool:
    """Whether the bytes begin as a compressed file does."""
    return data.startswith((GZIP, ZSTANDARD))


def unpacked(data: bytes, path: str, most: int) -> tuple[bytes, tuple[Problem, ...]]:
    """Give what compressed bytes hold, and a problem where that breaks off or is more than `most` bytes.

    What was read before the break is given. Raises Missing where the library for Zstandard is not installed.
    """
    stream = _stream(data, path)
    got = bytearray()
    try:
        while len(got) <= most and (piece := stream.read1(min(1 << 16, most + 1 - len(got)))):
            got += piece
    except Exception as error:  # Each library has an error of its own for what a disk may hold.
        if not isinstance(error, OSError | EOFError | ValueError | zlib.error) and type(error).__name__ != "ZstdError":
            raise
        return bytes(got), (Problem("unreadable", path, "compressed data that breaks off or is damaged"),)
    if len(got) > most:
        return bytes(got[:most]), (Problem("limit", path, f"unpacks to more than {most} bytes: the rest is not read"),)
    return bytes(got), ()


def _stream(data: bytes, path: str) -> Any:
    if data.startswith(GZIP):
        return gzip.GzipFile(fileobj=io.BytesIO(data))
    zstandard = library("zstandard", "files compressed with Zstandard", "zstd", path)
    return zstandard.ZstdDecompressor(max_window_size=1 << 27).stream_reader(io.BytesIO(data), read_across_frames=True)
