"""What is no clear answer to "Are you safe right now?", and yet about it: "hes coming back in", "its complicated".

The question then stands, and is asked once more: nobody is taken on to another while it has no answer. Whoever says
more, or speaks of something else, goes on with the conversation.
"""

import re

from bot.safety.normalise import plain

_MOST_WORDS = 8
_ABOUT_IT = re.compile(
    r"\A(?:y|n|no)\b|\b(?:n|no)\Z|\b(?:not|never|yes|yeah|yh|only|but|until|till|unless|mostly|partly|half|sometimes|safe|unsafe|safer|danger|alone"
    r"|here|back|outside|coming|gone|he|hes|she|shes|they|theyre|dont|didnt|cant|wont|isnt|arent|im|i am|ill"
    r"|because|cos|why|who|what"
    r"|whatever|depends|complicated|dunno|idk|define|does it matter|matter|care|really|kind of|sort of|ish"
    r"|enough|now|moment|mind|tonight"
    r"|later|scared|afraid|frightened|please|help|me|hurts?|knife|pills|tablets|bridge|too late|goodbye|bye"
    r"|sorry|nobody|no one)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:for me|for (?:my|somebody|someone|a|both)|start (?:again|over)|delete|who are you|what (?:is"
    r"|are) (?:this|you)|carry on|go on"
    r"|i want to (?:talk|leave|plan|write|say|tell)|hello|hi|thanks|thank you|stop|stop here|skip)\b"
)


def is_unclear(text: str) -> bool:
    """Say whether a short message is about the question that the door asked, without answering it."""
    words = " ".join(re.sub(r"[^\w\s]+", " ", plain(text).replace("'", "")).split())
    if not words:
        return True
    return len(words.split()) <= _MOST_WORDS and _ABOUT_IT.search(words) is not None and not _ELSEWHERE.search(words)
