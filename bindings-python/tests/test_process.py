"""The process around the library: threads, signals, and more than one interpreter."""

import itertools
import json
import os
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

import twentse_kubus as tk
from documents import AS_OF, PORTFOLIO, TEXT

EVIDENCE = [{"id": f"e-{number}"} for number in range(2000)]
LARGE = json.dumps(PORTFOLIO | {"evidence": EVIDENCE}).encode()


def test_threads_share_one_validator() -> None:
    validator = tk.Validator()
    with ThreadPoolExecutor(8) as pool:
        reports = list(pool.map(lambda _: validator.validate(TEXT, AS_OF), range(200)))
    assert all(report == reports[0] for report in reports)


def test_other_threads_run_while_documents_are_judged() -> None:
    """Threads take turns only where a call gives way: so what the other one counts, it counted during the call."""
    counted, done = [0], threading.Event()

    def count() -> None:
        while not done.wait(0.0001):
            counted[0] += 1

    documents = [LARGE] * 50
    interval = sys.getswitchinterval()
    counter = threading.Thread(target=count)
    counter.start()
    sys.setswitchinterval(60)
    try:
        before = counted[0]
        tk.Validator().validate_many(documents, AS_OF)
        during = counted[0] - before
    finally:
        sys.setswitchinterval(interval)
        done.set()
        counter.join()
    assert during > 10


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself Ctrl-C there")
def test_a_signal_ends_many_documents_within_a_second() -> None:
    """They would take half a minute or more."""
    sent: list[float] = []

    def interrupt() -> None:
        sent.append(time.monotonic())
        os.kill(os.getpid(), signal.SIGINT)

    timer = threading.Timer(0.3, interrupt)
    # A shell makes what it starts in the background deaf to this signal, and so the test to its end: 24 GB.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    timer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            tk.Validator().validate_many([LARGE] * 100_000, AS_OF)
    finally:
        signal.signal(signal.SIGINT, before)
    timer.join()
    assert time.monotonic() - sent[0] < 1


@pytest.mark.skipif(os.name == "nt", reason="there are no such timers there")
def test_a_signal_ends_taking_documents() -> None:
    """Documents without end, from an iterator that runs no Python in which a signal would be seen."""

    def stop(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, stop)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.1)
        with pytest.raises(TimeoutError):
            tk.Validator().validate_many(itertools.repeat(b"{}"), AS_OF)
    finally:
        signal.signal(signal.SIGALRM, before)


INTERPRETERS = """
import sys

try:
    import _interpreters

    def in_another(code):
        return _interpreters.exec(_interpreters.create("legacy"), code).formatted
except ImportError:
    import _xxsubinterpreters

    def in_another(code):
        try:
            _xxsubinterpreters.run_string(_xxsubinterpreters.create(isolated=False), code)
        except _xxsubinterpreters.RunFailedError as failed:
            return str(failed)

first, second = "import twentse_kubus", f"import sys; sys.path[:] = {sys.path}; import twentse_kubus"
exec(first)
print(in_another(second))
print(in_another(second))
exec(first)
try:
    twentse_kubus.Validator("{")
except twentse_kubus.KubusError as error:
    print(error.code)
"""


def test_a_second_interpreter_is_refused() -> None:
    """Classes and exceptions are kept once for the process: one of two interpreters would not know them."""
    done = subprocess.run([sys.executable, "-c", INTERPRETERS], capture_output=True, text=True, timeout=60)
    refused, again, code = done.stdout.splitlines()
    assert "ImportError" in refused and "twentse_kubus serves one interpreter of a process" in refused
    assert again == refused
    assert code == "invalid-rulebook"
    assert (done.returncode, done.stderr) == (0, "")
