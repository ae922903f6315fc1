"""Submits tasks, waits for all results, prints what it took as JSON: tasks, group."""
import json
import sys
import time

from celery import group
from work import nothing

times, size = int(sys.argv[1]), int(sys.argv[2])

if size == 1:
    delays = []
    for _ in range(times):
        began = time.perf_counter()
        nothing.delay("one").get(timeout=60)
        delays.append((time.perf_counter() - began) * 1000)
    delays.sort()
    print(json.dumps({"p50": delays[len(delays) // 2], "p99": delays[(len(delays) - 1) * 99 // 100]}))
else:
    began = time.perf_counter()
    waiting = [group(nothing.s("one") for _ in range(size)).apply_async() for _ in range(times // size)]
    for result in waiting:
        result.get(timeout=300)
    print(json.dumps({"perSecond": times / (time.perf_counter() - began)}))
