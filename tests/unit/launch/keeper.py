"""A launcher of three tiny web servers, run by test_processes.py: ports and the folder for logs as arguments."""

import os
import sys
from pathlib import Path

from rich.console import Console

from bot.launch.clock import SystemClock
from bot.launch.processes import Service
from bot.launch.run import StopRequest, keep_running
from bot.launch.screen import Screen
from bot.settings import Settings

SERVER = """
import os, sys
from http.server import BaseHTTPRequestHandler, HTTPServer

class Says(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(str(os.getpid()).encode())

HTTPServer(("127.0.0.1", int(sys.argv[1])), Says).serve_forever()
"""


def main(folder: Path, ports: list[str]) -> None:
    services = [
        Service(
            name=name,
            command=(sys.executable, "-c", SERVER, port),
            environment=os.environ,
            folder=folder,
            log=folder / "logs" / f"{name}.log",
            ready_url=f"http://127.0.0.1:{port}/",
            ready_headers={},
        )
        for name, port in zip(("actions", "engine", "web"), ports, strict=True)
    ]
    stop, clock = StopRequest(), SystemClock()
    stop.listen()
    keep_running(Settings(data_dir=folder), services, Screen(Console(), clock), clock, stop)


main(Path(sys.argv[1]), sys.argv[2:])
