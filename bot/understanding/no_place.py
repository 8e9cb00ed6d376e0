"""An answer to where words belong that leaves it to the assistant: "anywhere", "you choose", "I don't mind"."""

import re

from bot.understanding.commands import plain

_WHEREVER = re.compile(
    r"(?:(?:oh|well|just|i|please|put|it|pop|stick|that|them|no|really|honestly|um|er|any of them|in) )*"
    r"(?:any ?where|wherever|where ever|any(?: of (?:them|those))?|any one|whichever|whatever"
    r"|(?:you|u) (?:choose|decide|pick|say)|up to you|your choice|wherever you like"
    r"|(?:i )?(?:dont|do not) (?:mind|care)|not (?:bothered|fussed)|(?:it )?(?:doesnt|does not) matter"
    r"|(?:i )?(?:dunno|dont know|no idea|havent a clue|not sure|cant say|couldnt say)|(?:its |it is )?all the same"
    r"|where you think|(?:none|neither) of (?:them|those|these)|lost|next|what next)"
    r"(?: (?:(?:you|u) (?:like|want|think|choose)|best|fit|where|what next|next|really|to me|please|love|thanks|is fine"
    r"|will do|it goes|it belongs|to put it|that is|best|then|which(?: one)?|it (?:should|ought to) go))*"
)


def wherever(text: str) -> bool:
    """Say whether the words name no place and leave it open."""
    return _WHEREVER.fullmatch(plain(text)) is not None
