"""Captions and chapters as WebVTT, from the Plan's own cues."""

from __future__ import annotations

from renderer.plan.model import FPS, Plan


def clock(frame: int) -> str:
    """Return a frame's time as WebVTT writes it, to the millisecond ("00:00:01.033").

    Source: WebVTT, section 4.1 "WebVTT timestamp".
    """
    milliseconds = (frame * 1000 + FPS // 2) // FPS
    seconds, ms = divmod(milliseconds, 1000)
    minutes, s = divmod(seconds, 60)
    hours, m = divmod(minutes, 60)
    return f"{hours:02}:{m:02}:{s:02}.{ms:03}"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def captions_vtt(plan: Plan) -> str:
    """Write the captions of a film."""
    cues = (
        f"{clock(cue.start)} --> {clock(cue.end)}\n" + "\n".join(map(_escape, cue.lines)) + "\n"
        for cue in plan.captions
    )
    return "WEBVTT\n\n" + "\n".join(cues)


def chapters(plan: Plan) -> list[tuple[int, int, str]]:
    """List a film's chapters: first frame, frame after the last, title. Passages join the next."""
    titled = [scene for scene in plan.scenes if scene.chapter]
    starts = [0, *(scene.start for scene in titled[1:])]
    ends = [*starts[1:], plan.frames]
    return [(start, end, s.chapter) for start, end, s in zip(starts, ends, titled, strict=True)]


def chapters_vtt(plan: Plan) -> str:
    """Write the chapters of a film."""
    cues = (
        f"{clock(start)} --> {clock(end)}\n{_escape(title)}\n"
        for start, end, title in chapters(plan)
    )
    return "WEBVTT\n\n" + "\n".join(cues)
