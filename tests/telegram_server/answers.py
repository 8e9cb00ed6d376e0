"""Each request from its arrival to its answer, with what goes wrong on the way."""

import asyncio
import re

from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from tests.telegram_server.errors import ApiError, too_many
from tests.telegram_server.faults import Broken, NoAnswer, Reset, Slow, TooMany
from tests.telegram_server.journal import Call
from tests.telegram_server.methods import METHODS
from tests.telegram_server.parameters import Parameters, read_parameters
from tests.telegram_server.polling import Polling
from tests.telegram_server.result import Result
from tests.telegram_server.serving import hung_up, reset
from tests.telegram_server.world import World

GET_UPDATES = "getupdates"
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{24,}")
_PROXY_PAGE = (
    "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n"
    "<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n"
)


class Answers:
    """Reads a request, records it, does what it asks for, and answers as Telegram does."""

    def __init__(self, world: World, token: str) -> None:
        self._world = world
        self._token = token
        self._polling = Polling(world)

    async def not_found(self, request: Request, error: Exception) -> Response:
        del request, error
        return _error(ApiError(404, "Not Found"))

    async def respond(self, request: Request) -> Response:
        try:
            self._check_token(request.path_params["token"])
            asked = await read_parameters(request)
        except ApiError as error:
            return _error(error)
        except ClientDisconnect:
            return Response()
        call = self._recorded(request.path_params["method"], asked)
        try:
            return await self._answer(request, asked, call)
        finally:
            self._world.bell.ring()

    def _check_token(self, given: str) -> None:
        """Raises ApiError: 404 for what can be no token, 401 for one that is not ours."""
        if _TOKEN.fullmatch(given) is None:
            raise ApiError(404, "Not Found")
        if given != self._token:
            raise ApiError(401, "Unauthorized")

    def _recorded(self, name: str, asked: Parameters) -> Call:
        with self._world.bell:
            named = METHODS.get(name.lower())
            name = named.name if named else "getUpdates" if name.lower() == GET_UPDATES else name
            call = Call(name, asked.as_recorded(), asked.files, asked.chat_id, self._world.clock.now())
            call.fault = self._world.faults.struck(name, asked.chat_id)
            self._world.journal.calls.append(call)
            self._world.bell.ring()
            return call

    async def _answer(self, request: Request, asked: Parameters, call: Call) -> Response:
        fault = call.fault
        if isinstance(fault, TooMany):
            return self._told(call, _error(too_many(fault.retry_after)))
        is_done = not isinstance(fault, Broken | NoAnswer | Reset) or fault.done
        answer = await self._done(request, asked, call) if is_done else None
        if isinstance(fault, Reset):
            await reset(request)
            return Response()
        if isinstance(fault, NoAnswer):
            await hung_up(request)
            return Response()
        if isinstance(fault, Broken):
            return self._told(call, _broken(fault.status))
        if isinstance(fault, Slow):
            await _wait(request, fault.seconds)
        assert answer is not None
        return self._told(call, answer)

    async def _done(self, request: Request, asked: Parameters, call: Call) -> Response:
        try:
            if call.method.lower() == GET_UPDATES:
                result = await self._polling.get_updates(request, asked)
                call.has_effect = result.has_effect
            else:
                result = self._run(asked, call)
        except ApiError as error:
            call.answer = error.body
            return _error(error)
        call.answer = result.body
        return JSONResponse(result.body)

    def _run(self, asked: Parameters, call: Call) -> Result:
        method = METHODS.get(call.method.lower())
        if method is None:
            raise ApiError(404, "Not Found: method not found")
        with self._world.bell:
            result = method.run(self._world, asked)
            call.has_effect, call.answer = result.has_effect, result.body
            self._world.bell.ring()
            return result

    def _told(self, call: Call, answer: Response) -> Response:
        call.status = answer.status_code
        return answer


def _error(error: ApiError) -> Response:
    headers = {"Retry-After": str(error.parameters["retry_after"])} if "retry_after" in error.parameters else None
    return JSONResponse(error.body, error.code, headers)


def _broken(status: int) -> Response:
    if status == 502:
        return HTMLResponse(_PROXY_PAGE, status)
    return _error(ApiError(status, "Internal Server Error"))


async def _wait(request: Request, seconds: float) -> None:
    """This long, or until the other side hangs up."""
    gone = asyncio.ensure_future(hung_up(request))
    await asyncio.wait({gone}, timeout=seconds)
    gone.cancel()
