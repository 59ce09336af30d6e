"""The ground under every door: problems, request ids, logs, headers, bounds, load, health.

Doors (`api.operator`, `api.watch`, `api.pay`, `api.events`) import from here, never the other way.
"""

from api.http.depends import ServicesOf
from api.http.limits import lane_of
from api.http.policy import Policy
from api.http.problems import Problem, problems

__all__ = ["Policy", "Problem", "ServicesOf", "lane_of", "problems"]
