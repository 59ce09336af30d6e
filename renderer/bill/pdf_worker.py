"""The program that opens PDF files: a forked child for each, under bounds on its time and memory.

It runs as a process of its own (`python -I pdf_worker.py`), because a PDF may be made so that
reading it takes for ever, and only another process can be stopped. factur-x and pypdf are loaded
once; the children share them.

A request is the length of a PDF (8 bytes, big-endian) and the PDF; an answer is a line of JSON,
`{"why": "", "name": "factur-x.xml", "bytes": 13377}`, and as many bytes. `why` is "" or says what
hinders: "none", "other" (XML inside is no invoice), "encrypted", "broken" or "costly".
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import warnings
from importlib import import_module
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import BinaryIO

CPU_S = 0.8
"""A hundred times what an invoice needs."""
MOST_MEMORY = 224 * 1024 * 1024
"""Address space a child may add to what the program has."""
MOST_BYTES = 16 * 1024 * 1024 + 1
"""The loader's own bound, and one more, so that it sees what goes beyond."""

_STATM = Path("/proc/self/statm")

MOST_FILES = 256
"""Files a PDF may carry: an invoice comes with a handful of annexes."""

STANDARD = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"]
"""Names the standards give the invoice; another XML file counts only where none has these."""

Answer = tuple[str, str, bytes]


def extract(pdf: bytes) -> Answer:
    """Return why there is no invoice, or its file's name and bytes."""
    facturx = import_module("facturx")
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    try:
        every = list(islice(PdfReader(BytesIO(pdf)).attachment_list, MOST_FILES + 1))
        if len(every) > MOST_FILES:
            return "costly", "", b""
        for names in (STANDARD, ["*.xml"]):
            name, xml = facturx.get_xml_from_pdf(pdf, check_xsd=False, filenames=names)
            if name:
                return "", str(name), bytes(xml)
        others = [str(one.name).lower() for one in every]
    except (FileNotDecryptedError, WrongPasswordError, DependencyError):
        return "encrypted", "", b""
    except (MemoryError, RecursionError):
        return "costly", "", b""
    except Exception:
        return ("encrypted" if b"/Encrypt" in pdf[-4096:] else "broken"), "", b""
    return ("other" if any(name.endswith(".xml") for name in others) else "none"), "", b""


def frame(why: str, name: str = "", xml: bytes = b"") -> bytes:
    """Lay out one answer."""
    return json.dumps({"why": why, "name": name, "bytes": len(xml)}).encode() + b"\n" + xml


def _child(pdf: bytes, to: int) -> None:
    try:
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_PROF, CPU_S)
        _bound_memory()
        why, name, xml = extract(pdf)
        answer = memoryview(frame(why, name, xml[:MOST_BYTES]))
        while answer:
            answer = answer[os.write(to, answer) :]
    except BaseException:
        os._exit(1)
    os._exit(0)


def _bound_memory() -> None:
    if not _STATM.exists():  # not Linux: only time is bounded
        return
    has = int(_STATM.read_text("ascii").split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    resource.setrlimit(resource.RLIMIT_AS, (has + MOST_MEMORY, hard))


def answer(pdf: bytes) -> bytes:
    """Open one PDF in a child, and wait for it: its own bounds end it."""
    source, to = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(source)
        _child(pdf, to)
    os.close(to)
    with os.fdopen(source, "rb") as file:
        said = file.read()
    status = os.waitpid(pid, 0)[1]
    return said if status == 0 else frame("costly")


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(head := requests.read(8)) == 8:
        answers.write(answer(requests.read(int.from_bytes(head, "big"))))
        answers.flush()


def main() -> None:
    """Load what children need, say hello, then serve."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # No library may write into the conversation.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    warnings.simplefilter("ignore")
    import_module("facturx")
    answers.write(frame(""))
    answers.flush()
    serve(sys.stdin.buffer, answers)


if __name__ == "__main__":
    main()
