"""The task that is measured: it does nothing, as noop's work of no steps."""
import os

from celery import Celery

app = Celery("work", broker=os.environ["BROKER"], backend=os.environ["BACKEND"])


@app.task
def nothing(name):
    return name
