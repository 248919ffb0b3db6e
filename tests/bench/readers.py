"""Many readers at once, for the benchmark: each a session of its own that steps the day slider over the socket."""

import random
import subprocess
import threading
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

PAUSE = (2.0, 4.0)  # seconds a reader looks before the next step


class Reader(threading.Thread):
    """Opens the page, then steps the slider; `times` are the milliseconds until each run had ended."""

    def __init__(self, address: str, steps: int, seed: int) -> None:
        super().__init__()
        self.address, self.steps, self.dice = address.replace("http://", "ws://"), steps, random.Random(seed)
        self.times: list[float] = []
        self.errors: list[str] = []

    def run(self) -> None:
        """One reader's visit."""
        try:
            with connect(f"{self.address}/_stcore/stream", subprotocols=["streamlit"], max_size=None) as socket:
                slider, part, days = self._visit(socket)
                for _ in range(self.steps):
                    time.sleep(self.dice.uniform(*PAUSE))
                    message = BackMsg()
                    message.rerun_script.fragment_id = part
                    state = message.rerun_script.widget_states.widgets.add(id=slider)
                    state.string_array_value.data.append(self.dice.choice(days))
                    began = time.perf_counter()
                    socket.send(message.SerializeToString())
                    self._until_done(socket)
                    self.times.append((time.perf_counter() - began) * 1000)
        except Exception as error:  # noqa: BLE001  # whatever ends a visit is what is being counted
            self.errors.append(repr(error))

    def _visit(self, socket: ClientConnection) -> tuple[str, str, list[str]]:
        message = BackMsg()
        message.rerun_script.query_string = "lang=en"
        socket.send(message.SerializeToString())
        found: tuple[str, str, list[str]] = ("", "", [])
        for answer in self._until_done(socket):
            if answer.WhichOneof("type") == "delta" and answer.delta.new_element.WhichOneof("type") == "slider":
                slider = answer.delta.new_element.slider
                if slider.id.endswith("-day"):
                    found = slider.id, answer.delta.fragment_id, list(slider.options)
        if not found[0]:
            raise LookupError("the page has no day slider")
        return found

    def _until_done(self, socket: ClientConnection) -> list[ForwardMsg]:
        answers = []
        while True:
            answer = ForwardMsg.FromString(socket.recv(timeout=60))
            answers.append(answer)
            kind = answer.WhichOneof("type")
            if kind == "delta" and answer.delta.new_element.WhichOneof("type") == "exception":
                self.errors.append(answer.delta.new_element.exception.message)
            if kind == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return answers


def readers(address: str, count: int, steps: int) -> tuple[list[float], list[str]]:
    """Times of all steps of so many readers at once, in milliseconds, and what went wrong."""
    visits = [Reader(address, steps, seed) for seed in range(count)]
    for visit in visits:
        visit.start()
    for visit in visits:
        visit.join()
    return [t for visit in visits for t in visit.times], [e for visit in visits for e in visit.errors]


def memory(process: int) -> float:
    """Megabytes of memory that a process holds."""
    said = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)
    return int(said.stdout) / 1024
