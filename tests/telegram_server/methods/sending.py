"""Messages, documents and chat actions that the bot sends."""

from tests.telegram_server.chats import Chat, Message, Shape, Typing
from tests.telegram_server.entities import Entity, marked_up, read_html
from tests.telegram_server.errors import ApiError, bad_request
from tests.telegram_server.keyboards import read_markup
from tests.telegram_server.parameters import Parameters
from tests.telegram_server.result import Result
from tests.telegram_server.world import World

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
LONGEST_SOURCE = 1 << 15
LARGEST_UPLOAD = 50 * 1024 * 1024
_ACTIONS = {"typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"}
_ACTIONS |= {"upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note", "cancel"}


def send_message(world: World, asked: Parameters) -> Result:
    text, entities = read_text(asked, "text", "entities")
    preview = asked.structure("link_preview_options", "link preview options") or {}
    if asked.flag("disable_web_page_preview"):
        preview = {"is_disabled": True}
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    message = _send(world, asked, {"text": text} | ({"entities": entities} if entities else {}))
    message.preview = preview
    return Result(message.shape())


def send_document(world: World, asked: Parameters) -> Result:
    caption, entities = "", list[Entity]()
    if asked.text("caption"):
        caption, entities = read_text(asked, "caption", "caption_entities")
    if len(caption) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    stored = _document(world, asked)
    content: Shape = {"document": stored}
    if caption:
        content |= {"caption": caption} | ({"caption_entities": entities} if entities else {})
    return Result(_send(world, asked, content).shape())


def send_chat_action(world: World, asked: Parameters) -> Result:
    chat = world.chat_to_write_to(asked.text("chat_id"))
    action = asked.text("action").lower()
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing.append(Typing(action, world.clock.now()))
    return Result()


def read_text(asked: Parameters, name: str, entities_name: str) -> tuple[str, list[Entity]]:
    """The words as people will see them, and what is marked in them. Raises ApiError where there are none."""
    source = asked.text(name)
    if not source:
        raise bad_request("message text is empty")
    if len(source.encode()) > LONGEST_SOURCE:
        raise bad_request("text is too long")
    mode = asked.text("parse_mode").lower()
    if mode == "html":
        return marked_up(*read_html(source))
    if mode in {"markdown", "markdownv2"}:
        raise ApiError(501, "Not Implemented: this test server reads HTML only")
    if mode not in {"", "none"}:
        raise bad_request("unsupported parse_mode")
    return marked_up(source, _given_entities(asked, entities_name))


def _given_entities(asked: Parameters, name: str) -> list[Entity]:
    try:
        given = asked.structure(name, "entities")
    except ApiError:
        return []  # Telegram passes over what it cannot read here
    return [one for one in given if isinstance(one, dict)] if isinstance(given, list) else []


def _send(world: World, asked: Parameters, content: Shape) -> Message:
    markup = read_markup(asked.structure("reply_markup", "reply keyboard markup"))
    chat = world.chat_to_write_to(asked.text("chat_id"))
    reply_to = _replied_to(chat, asked)
    world.rates.spend(chat.id)
    message = world.post(chat, world.bot, content, markup=markup, reply_to=reply_to)
    message.silent = asked.flag("disable_notification")
    message.protected = asked.flag("protect_content")
    return message


def _replied_to(chat: Chat, asked: Parameters) -> Message | None:
    given = asked.structure("reply_parameters", "reply parameters") or {}
    message_id = given.get("message_id", asked.integer("reply_to_message_id", 0))
    if not message_id:
        return None
    message = chat.message(int(message_id))
    may_go_without = given.get("allow_sending_without_reply", asked.flag("allow_sending_without_reply"))
    if message is None and not may_go_without:
        raise bad_request("message to be replied not found")
    return message


def _document(world: World, asked: Parameters) -> Shape:
    given = asked.text("document")
    part = given.removeprefix("attach://") if given.startswith("attach://") else "document"
    upload = asked.files.get(part)
    if upload is None:
        return _known_document(world, given)
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > LARGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    shape = {"file_name": upload.name, "mime_type": upload.mime_type}
    return world.store_file(upload.content, "documents", shape)


def _known_document(world: World, file_id: str) -> Shape:
    if not file_id:
        raise bad_request("there is no document in the request")
    stored = world.files.get(file_id)
    if stored is None:
        raise bad_request("wrong file identifier/HTTP URL specified")
    return stored.shape
