"""A file as an answer that the browser saves."""

from starlette.responses import Response

from bot.exports.files import File


def download(file: File) -> Response:
    """Return the answer."""
    headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
    return Response(file.content, headers=headers, media_type=file.kind)
