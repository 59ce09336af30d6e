"""Whether MP3 data is whole: decoders skip a frame that was cut short without a word.

Source: ISO/IEC 11172-3, 2.4.2.3 and ISO/IEC 13818-3 (frame header); id3.org, ID3v2.3, 3.1.
"""

from __future__ import annotations

_BIT_RATES_V1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_BIT_RATES_V2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES = (44100, 48000, 32000)
_ID3V1_BYTES = 128


def is_whole_mp3(data: bytes) -> bool:
    """Tell whether data is one or more layer III frames, each complete, and tags."""
    at = 0
    frames = 0
    while at < len(data):
        if data[at : at + 3] == b"ID3" and len(data) >= at + 10:
            size = 0
            for byte in data[at + 6 : at + 10]:
                size = size << 7 | byte & 0x7F
            at += 10 + size
        elif data[at : at + 3] == b"TAG" and len(data) - at == _ID3V1_BYTES:
            at += _ID3V1_BYTES
        else:
            length = _frame_bytes(data[at : at + 4])
            if not length:
                return False
            at += length
            frames += 1
    return frames > 0 and at == len(data)


def _frame_bytes(header: bytes) -> int:
    """Return the length of the frame that starts with these four bytes, 0 if none does."""
    if len(header) < 4 or header[0] != 0xFF or header[1] & 0xE6 != 0xE2:
        return 0
    version = header[1] >> 3 & 3  # 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
    bit_rate, rate = header[2] >> 4, header[2] >> 2 & 3
    if version == 1 or bit_rate in (0, 15) or rate == 3:
        return 0
    padding = header[2] >> 1 & 1
    if version == 3:
        return 144_000 * _BIT_RATES_V1[bit_rate] // _RATES[rate] + padding
    halved = _RATES[rate] // (2 if version == 2 else 4)
    return 72_000 * _BIT_RATES_V2[bit_rate] // halved + padding
