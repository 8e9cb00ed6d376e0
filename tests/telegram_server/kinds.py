"""What people send besides words, in the shapes of the Bot API."""

from collections.abc import Callable

from tests.telegram_server.chats import Shape
from tests.telegram_server.world import World

_PICTURE = {"width": 90, "height": 120}
_OF_FILMS = {"width", "height", "duration"}


def _voice(world: World) -> Shape:
    return {"voice": world.store_file(b"OggS voice", "voice", {"duration": 4, "mime_type": "audio/ogg"})}


def _photo(world: World) -> Shape:
    sizes = [
        world.store_file(b"jpeg" * scale, "photos", {"width": 90 * scale, "height": 120 * scale}) for scale in (1, 8)
    ]
    return {"photo": sizes}


def _video(world: World) -> Shape:
    more = {"duration": 6, "mime_type": "video/mp4", "file_name": "garden.mp4"}
    return {"video": world.store_file(b"mp4 video", "videos", _PICTURE | more)}


def _video_note(world: World) -> Shape:
    return {"video_note": world.store_file(b"mp4 note", "video_notes", {"duration": 5, "length": 240})}


def _animation(world: World) -> Shape:
    more = {"duration": 2, "mime_type": "video/mp4", "file_name": "leaf.mp4"}
    stored = world.store_file(b"mp4 animation", "animations", _PICTURE | more)
    return {"animation": stored, "document": {name: stored[name] for name in stored if name not in _OF_FILMS}}


def _audio(world: World) -> Shape:
    more = {"duration": 90, "mime_type": "audio/mpeg", "file_name": "song.mp3", "title": "A song"}
    return {"audio": world.store_file(b"ID3 song", "music", more)}


def _document(world: World) -> Shape:
    more = {"mime_type": "application/pdf", "file_name": "letter.pdf"}
    return {"document": world.store_file(b"%PDF letter", "documents", more)}


def _sticker(world: World) -> Shape:
    more: Shape = {"width": 512, "height": 512, "emoji": "🌿", "type": "regular", "set_name": "Leaves"}
    return {"sticker": world.store_file(b"RIFF webp", "stickers", more | {"is_animated": False, "is_video": False})}


def _location(world: World) -> Shape:
    del world
    return {"location": {"latitude": 51.5, "longitude": -0.12}}


def _contact(world: World) -> Shape:
    del world
    return {"contact": {"phone_number": "+447700900123", "first_name": "May"}}


def _poll(world: World) -> Shape:
    options = [{"persistent_id": f"{at}", "text": text, "voter_count": 0} for at, text in enumerate(("Tea", "Coffee"))]
    poll: Shape = {"id": world.next_query(), "question": "Tea or coffee?", "options": options, "type": "regular"}
    poll |= {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "allows_multiple_answers": False}
    return {"poll": poll | {"allows_revoting": True, "members_only": False}}


def _dice(world: World) -> Shape:
    del world
    return {"dice": {"emoji": "🎲", "value": 4}}


KINDS: dict[str, Callable[[World], Shape]] = {
    "voice": _voice,
    "photo": _photo,
    "video": _video,
    "video_note": _video_note,
    "animation": _animation,
    "audio": _audio,
    "document": _document,
    "sticker": _sticker,
    "location": _location,
    "contact": _contact,
    "poll": _poll,
    "dice": _dice,
}
"""Each makes the content of one message; files are put into the store, so that getFile finds them."""
WITH_CAPTION = {"voice", "photo", "video", "animation", "audio", "document"}
