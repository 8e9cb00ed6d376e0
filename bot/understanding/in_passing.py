"""Questions asked in passing that have one plain answer, and a few minutes taken away from the conversation.

All of it is whole sentences, read strictly: what says more is read as ever.
"""

import re

from bot.model.kin import KIN
from bot.understanding.commands import plain

LEGAL = "legal"
"""Whether what is written here counts in law."""
USUAL = "usual"
"""Whether others feel or worry like that too."""
WHEN_THEY_COME = "when_they_come"
"""When somebody comes, which no software knows."""
WHOSE = "whose"
"""In whose name it stands, and whether it could be taken for another's words."""
WHOSE_YES = "whose_yes"
"""Who says yes where one types another's words."""
WITHOUT_THEM = "without_them"
"""Whether one may write another's words while they are not there."""
MAY_GO_ON = "may_go_on"
"""Whether somebody may go on talking to the chat."""
MAY_TELL = "may_tell"
"""Whether they may tell of a person."""

_LEAD = (
    r"(?:(?:and|but|so|like|ok|sorry|please|hang on|wait|just wondering|quick question|can i ask|may i ask|tell me) )*"
)
_HERE = (
    r"(?:it|this|that|these|they|(?:my|the|this) (?:summary|record|chat|conversation|notes|form)"
    r"|(?:what|anything) (?:i|we) (?:say|write|put|wrote|said)(?: here| down)?|my (?:words|answers)"
    r"|(?:any|all) of (?:it|this))"
)
_BE = r"(?:(?:all|really|actually|even|be|a|an|ever|going to|gonna|then|sort of|kind of|like) )*"
_IN_LAW = (
    r"(?:legal(?:ly)?(?: (?:thing|document|paper|record|form|binding|valid|anything|recognised))?|binding"
    r"|official(?: (?:thing|document|paper|record|form))?|a contract|valid in law"
    r"|(?:count|stand up|hold up|stand|mean anything|mean something|work|be used) (?:in (?:law|court|a court)|legally)"
    r"|have (?:any )?legal (?:standing|force|weight|power))"
)
_NURSE = r"(?:he|she|they|anyone|anybody|someone|somebody|(?:the|my|our|his|her|your) \w+(?: \w+)?)"
_COMES = (
    r"(?:(?:s|is|are|re|will|be|going to|gonna|due to|supposed to|meant to) )*"
    r"(?:coming|come|comes|here|arriving|arrives?|arrived|gets? here|due|visiting|turn(?:s|ing)? up"
    r"|on (?:his|her|their) way)"
)
_SOON = r"(?: (?:over|round|back|today|tonight|tomorrow|now|then|please|home|to (?:see|visit) (?:me|us)))*"
_FEELS = (
    r"(?:to|for me to|of me to|that i(?: still)?(?: am| m)?|if i|i) "
    r"(?:still |even |just |sometimes |be |being |get |keep )*(?:worry\w*|worried|feel\w*|think\w*|wonder\w*"
    r"|cry\w*|scared|afraid|frightened|anxious|angry|cross|numb|relieved|guilty|jealous|ask\w*|laugh\w*)"
)
_DO_SO = r"(?:worry|feel|think|wonder|cry)"
_OF_THE_BODY = re.compile(
    r"\b(sick|pain\w*|breath\w*|sleep\w*|eat\w*|drink\w*|cold|hot|dizzy|faint|itch\w*|bleed\w*|tired|swollen|weak|shak\w*"
    r"|tablets?|meds|suicid\w*|kill\w*|end (it|my|things)|die|dead)\b"
)
_NORMAL = r"(?:normal|usual|common|natural|ok|okay|all ?right|odd|strange|weird|silly|daft|stupid|wrong|bad)"
_SOMEBODY = rf"(?:i|we|he|she|they|him|her|them|me|(?:my|our) (?:\w+ )?(?:{KIN}))"
_WORDS = r"(?:this|it|that|these|they|(?:my|the|this) (?:summary|record|notes|words|answers))"
_WROTE = r"(?:has |had |have )?(?:wrote|written|said|typed|did|put)"
_ASKS = {
    WHOSE: (
        (
            rf"{_LEAD}(?:is|will|does|would|wont|isnt|doesnt) {_WORDS} {_BE}(?:look|sound|read|seem|come across)"
            rf" (?:like|as if|as though) {_SOMEBODY} {_WROTE} {_WORDS}"
        ),
        rf"{_LEAD}(?:will|would|wont) (?:they|people|\w+ \w+|\w+body) (?:all )?think {_SOMEBODY} {_WROTE} {_WORDS}",
        rf"{_LEAD}whose (?:name (?:is|will be|goes) (?:{_WORDS} )?on(?: {_WORDS})?|words (?:are|is) {_WORDS})",
        (
            rf"{_LEAD}(?:is|are|will|does) {_WORDS} {_BE}(?:in|under) (?:my|his|her|their) (?:own )?(?:name|words)"
            r"(?: or (?:mine|his|hers|theirs|my|her|their)(?: \w+)?)?"
        ),
    ),
    LEGAL: (
        rf"{_LEAD}(?:is|are|will|does|do|would|can|could) {_HERE} {_BE}{_IN_LAW}(?: (?:then|though|or (?:what|not)))*",
        rf"{_LEAD}(?:does|do|will|would) (?:the )?(?:doctors?|hospital|they) have to (?:follow|do|go by) {_HERE}",
    ),
    USUAL: (
        rf"{_LEAD}(?:is|am) (?:it|that|this|i) (?:a )?(?:bit )?{_NORMAL}(?: thing)? {_FEELS}(?: \w+){{0,6}}",
        (
            rf"{_LEAD}(?:should|shouldnt|am|are) i (?:not )?(?:be |still |meant to |supposed to )*(?:feel|feeling)"
            r" (?:still |any )?(?:like (?:this|that)|this way|better|normal|this \w+|so \w+)(?: \w+){0,4}"
        ),
        rf"{_LEAD}do (?:other |many |most |lots of )?(?:people|others|carers) (?:\w+ )?{_DO_SO}(?: \w+){{0,6}}",
        rf"{_LEAD}(?:am i|is it) (?:the only one|just me)(?: (?:who|that|to) \w+(?: \w+){{0,6}})?",
    ),
    WHEN_THEY_COME: (
        rf"{_LEAD}(?:(?:can|could|will) you )?(?:tell me|let me know|say) when {_NURSE}s? {_COMES}{_SOON}",
        rf"{_LEAD}(?:do you know )?(?:when|what time|what day) (?:is|are|will|does|do|s)? ?{_NURSE}s? {_COMES}{_SOON}",
        rf"{_LEAD}how long (?:will|until|till|before) {_NURSE}s? (?:be|{_COMES}){_SOON}",
    ),
}
_THE_YES = r"(?:(?:the |a )?(?:yes|ok|okay|go ahead|consent|permission|agreement))"
_ONE_OF_US = r"(?:him|her|them|me|us|he|she|they|i|we|the (?:patient|person|volunteer)|(?:mr|mrs|miss|ms) \w+)"
_OR_ANOTHER = rf"(?: (?:to (?:this|that|it)|for (?:this|it|{_ONE_OF_US})|{_ONE_OF_US}|or|and|then|is it|here|not))*"
_SAYS_IT = r"(?:say|says|saying|give|gives|giving|press|presses|click|clicks)"
_HAS_TO = r"(?: (?:is|has|gets|needs|ought|does|do|should|must|s))*(?: to)?"
_ASKS[WHOSE_YES] = (
    rf"{_LEAD}(?:who|which of us|whos|whose){_HAS_TO} {_SAYS_IT} {_THE_YES}{_OR_ANOTHER}",
    (
        rf"{_LEAD}(?:who|which of us|whos|whose){_HAS_TO} (?:consent|consents|consenting|agree|agrees|agreeing)"
        rf"(?: to (?:this|that|it))?{_OR_ANOTHER}"
    ),
    (
        rf"{_LEAD}(?:whose|who is the) (?:yes|consent|permission)"
        rf"(?: (?:is it|do (?:you|i|we) need|counts?|is this))?{_OR_ANOTHER}"
    ),
    (
        rf"{_LEAD}(?:can|could|may|should|do|shall|am|is it ok(?:ay)? (?:if|for)) (?:i|we|me)"
        r"(?: (?:just|allowed|have|need|to))* (?:say|press|click|give|type|put|tick|consent|agree)"
        rf" ?{_THE_YES}? ?(?:for|on behalf of|instead of) {_ONE_OF_US}"
    ),
    (
        rf"{_LEAD}(?:does|do|is it|must|should|has) {_ONE_OF_US}(?: (?:have|need|got))*(?: to)?(?: who)?"
        rf" (?:say|says|press|give) {_THE_YES}{_OR_ANOTHER}"
    ),
)
_NOT_THERE = (
    r"(?:without (?:him|her|them|\w+)(?: (?:here|there|being (?:here|there)|with me))?"
    r"|(?:if|when|while|though) (?:he|she|they|\w+) ?(?:s|is|are|re|was|has)?"
    r" ?(?:not|isnt|arent|asleep|away|out|gone|at)\b"
    r"(?: \w+){0,3})"
)
_TO_WRITE = r"(?:write|fill|type|answer)"
_HERE_TOO = r"(?:without (?:him|her|them|\w+) (?:here|there|being (?:here|there)|with me))"
"""To do a thing without somebody who has died is another question."""
_IT = (
    r"(?:it|this|that|in|his|hers|theirs|for (?:him|her|them)|out|some(?: of it)?|down|with"
    r"|the (?:rest|questions|form))"
)
_ASKS[WITHOUT_THEM] = (
    (
        rf"{_LEAD}(?:can|could|may|should|shall|am i allowed to|is it (?:ok|okay|all ?right) (?:if|to))"
        rf"(?: (?:i|we|to|still|just))* {_TO_WRITE}(?: {_IT})* {_NOT_THERE}"
    ),
    (
        rf"{_LEAD}(?:can|could|may|should) (?:i|we) (?:still |just )*(?:do|finish|start)"
        rf" (?:it|this|that|his|hers) {_HERE_TOO}"
    ),
    (
        rf"{_LEAD}(?:can|could|may|should|shall) (?:i|we) (?:just |still )*(?:answer|write it|do it|write this|do this)"
        r" (?:for|on behalf of) (?:him|her|them)(?: myself)?"
    ),
    (
        rf"{_LEAD}(?:does|do|must|should) (?:he|she|they|\w+) (?:have to |need to |got to )?be (?:here|there|with me)"
        r"(?: for (?:this|it))?"
    ),
    rf"{_LEAD}(?:can|could|should) (?:i|we) (?:just )?(?:guess|say) what (?:he|she|they)(?:d| would) (?:say|want|put)",
)
_MAY = (
    r"(?:can|could|may|(?:am i|are we) allowed to|is it (?:ok|okay|all ?right|allowed)(?: (?:if|to|for me to))?)"
    r" ?(?:i|we)?(?: (?:still|just|please))*"
)
_LONGER = r"(?: (?:here|now|tonight|please|a bit|a while|for|longer|more|then|with (?:you|this)))*"
_SOME_OF_IT = r"(?:a bit |something |more |some things )?"
_OF_WHOM = rf"(?:him|her|them|(?:my|our) (?:\w+ )?(?:{KIN}|baby)|(?:my|our) baby)"
_ASKS[MAY_GO_ON] = (
    (
        rf"{_LEAD}{_MAY} (?:(?:carry|go|keep) on|keep|continue)"
        r" (?:(?:talking|chatting|writing|typing|speaking|telling you|messaging)|(?:to )?(?:talk|chat|write))"
        rf"(?: (?:to|with) (?:you|this|it))?{_LONGER}"
    ),
    rf"{_LEAD}{_MAY} (?:carry on|stay){_LONGER}",
    rf"{_LEAD}{_MAY} (?:just |simply )?(?:talk|chat|vent|offload|let it out|ramble)(?: to you| with you)?{_LONGER}",
    rf"{_LEAD}{_MAY} (?:talk|write|chat) (?:to you )?(?:some more|a bit more|more|again|for longer)",
)
_ASKS[MAY_TELL] = (
    rf"{_LEAD}{_MAY} (?:tell you {_SOME_OF_IT}|talk (?:to you )?|say something )about {_OF_WHOM}{_LONGER}",
)
_SHAPES = {kind: tuple(re.compile(shape) for shape in shapes) for kind, shapes in _ASKS.items()}

_A_MOMENT = r"(?:sec|secs|seconds?|mins?|minutes?|mo|moment|ticks?|jiffy|bit)"
_SOME = r"(?:a|an|one|two|three|five|ten|\d{1,2}|a couple of|a few|half a|just a)"
_TO_DO = r"(?:kettle|door|doorbell|phone|loo|toilet|wee|pee|bathroom|tea|brew|cuppa|coffee|dog|tissues?|hanky|postman)"
_BREAK = re.compile(
    rf"(?:give|gimme|let) (?:me )?(?:just )?(?:have )?{_SOME} {_A_MOMENT}(?: (?:and|for|to get) (?:a|an|my|the) \w+)?"
    rf"|(?:ill be |be )?(?:right )?back in (?:{_SOME})(?: {_A_MOMENT})?|back soon|brb|be right back"
    r"|(?:just )?(?:a|one|two|1|2|half a|just a) (?:sec|secs|second|seconds|min|minute|moment|mo|ticks?|jiffy)"
    rf"|(?:hang|hold) on(?: {_SOME} {_A_MOMENT})?|wait(?: there| a (?:sec|minute|mo|bit))?|bear with(?: me)?"
    rf"|(?:i )?(?:just )?(?:need|nipping|popping|off|going|got to go|must) (?:to |for )?(?:the |a )?{_TO_DO}"
    rf"|(?:im |just |i am )*(?:putting|boiling|making|getting) (?:the |a |some )?{_TO_DO}(?: on)?"
)
_WHY = re.compile(
    rf"(?:the |its the |someones at the |my )?{_TO_DO}(?: (?:is|s|has))?(?: (?:ringing|boiling|on|here|gone))?"
    r"|(?:please|love|sorry|ok|oh|um|right|thanks|but|and)"
    rf"|(?:(?:the|my|our|his|her) )?(?:(?:district |night |marie curie |hospice )?nurses?|doctors?|gps?|carers?|sitter"
    rf"|vicar|priest|chaplain|imam|visitors?|district nurse|paramedics?|someone|somebody|shes|hes|she|he|they|theyre"
    rf"|(?:{KIN})s?)"
    r"(?: (?:is|are|s|has|have|just|now))* (?:here|arrived|come|coming|come in|at the door|calling(?: me)?|ringing"
    r"|awake|woken(?: up)?|waking(?: up)?|stirring|shouting|asking for me)(?: (?:now|again|just now))?"
)
_HALTS = re.compile(rf"(?:(?:{_BREAK.pattern}|{_WHY.pattern})(?: |$))+")
_A_BREAK = re.compile(rf"(?:^| )(?:{_BREAK.pattern})(?: |$)")
"""What calls somebody away stands before the halt or behind it, with a mark between them or without one."""


def asked_in_passing(text: str) -> str:
    """Return which of these questions the words ask and nothing else, or ""."""
    kinds = {_kind(words) for part in re.split(r"[.?!\n]+", text) if (words := plain(part))}
    return kinds.pop() if len(kinds) == 1 else ""


def _kind(words: str) -> str:
    found = next((kind for kind, shapes in _SHAPES.items() if any(shape.fullmatch(words) for shape in shapes)), "")
    return "" if found == USUAL and _OF_THE_BODY.search(words) else found


def takes_a_moment(text: str) -> bool:
    """Say whether somebody will be back in a few minutes: "back in 5, kettle"."""
    parts = [words for part in re.split(r"[.,;!?\n]+| - ", text) if (words := plain(part))]
    parts = [word.removesuffix(" please").removesuffix(" love") for word in parts]
    return any(map(_A_BREAK.search, parts)) and all(map(_HALTS.fullmatch, parts))
