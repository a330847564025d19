"""Writers of one remote store, one after the other."""

import signal
import subprocess
import sys

import pytest

from graph.errors import RemoteError
from graph.remotes.remote import Remote
from graph.storage.places import writing
from tests.graph import stores
from tests.graph.remote_stores import content
from tests.graph.stores import memory, put
from tests.readings import READING


def test_a_second_writer_is_kept_out_and_waits(separate: str) -> None:
    code = (
        "import sys, time\nfrom graph.storage.places import writing\n"
        f"with writing({separate!r}):\n    print('in', flush=True)\n    sys.stdin.readline()\n"
    )
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "in\n"
        with pytest.raises(RemoteError, match=f"process {other.pid} on .* is writing to it"), writing(separate):
            pass
        other.stdin.write("\n")
        other.stdin.flush()
        with writing(separate, wait=60) as there:
            put(there, READING)


def test_the_mark_of_a_writer_that_was_killed_is_taken_over(separate: str) -> None:
    code = f"import os\nfrom graph.storage.places import writing\nwith writing({separate!r}):\n    os.kill(os.getpid(), {signal.SIGKILL})\n"
    subprocess.run([sys.executable, "-c", code], check=False)
    with Remote(separate) as remote:
        assert remote.select("SELECT ?g { GRAPH ?g { ?s ?p ?o } }")
    with writing(separate) as there:
        put(there, READING)
    assert content(separate) == stores.content(memory([READING]).store)
