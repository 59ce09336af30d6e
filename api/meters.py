"""What a server measures of itself: counts and times, never of whom."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.5, 5.0, 10.0)


class Meters:
    """The meters of one server. Labels are names of routes and codes, a bounded number of each."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "billreel_requests",
            "Requests answered.",
            ("route", "method", "status"),
            registry=self.registry,
        )
        self.seconds = Histogram(
            "billreel_request_seconds",
            "Time until a request's answer begins.",
            ("route",),
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.at_work = Gauge(
            "billreel_requests_at_work", "Requests at work.", registry=self.registry
        )
        self.waiting = Gauge(
            "billreel_requests_waiting", "Requests that wait for others.", registry=self.registry
        )
        self.refused = Counter(
            "billreel_requests_refused",
            "Requests sent away, by the code of the reason.",
            ("code",),
            registry=self.registry,
        )
        self.videos = Counter(
            "billreel_videos", "Videos made ready, or failed.", ("outcome",), registry=self.registry
        )
        self.video_seconds = Histogram(
            "billreel_video_seconds",
            "Time to make a video ready.",
            buckets=_SECONDS,
            registry=self.registry,
        )
        self.queued = Gauge(
            "billreel_videos_queued", "Videos that wait to be made.", registry=self.registry
        )
        self.undelivered = Gauge(
            "billreel_deliveries_waiting", "Events on their way to a CRM.", registry=self.registry
        )
        self.crew_waiting = Gauge(
            "billreel_crew_waiting",
            "Who waits for a process to read a bill.",
            registry=self.registry,
        )
        self.swept = Counter(
            "billreel_retention_removed",
            "What was deleted because its time was over, by kind of record.",
            ("kind",),
            registry=self.registry,
        )
        self.duty_failures = Counter(
            "billreel_duty_failures",
            "Background tasks that failed and will be tried again.",
            ("duty",),
            registry=self.registry,
        )

    def text(self) -> bytes:
        """Return all meters in Prometheus' text format."""
        return generate_latest(self.registry)
