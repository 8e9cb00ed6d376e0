"""What holds the words of danger and harms nobody: a key that is not found, hair that is dyed, arms bruised by needles.

Each is a whole clause, in lower case and without signs. Standard library only, for the engine reads it too.
"""

import re

from bot.model.kin import CALLED, KIN

_PERSON = rf"(?:he|she|they|i|we|(?:the )?(?:{CALLED})|(?:my|our|his|her) (?:{KIN}|little one|boy|girl|lad))"
_SAYS = rf"(?:{_PERSON} (?:said|says|keeps saying|told me|tells me)(?: that)? )?"
_NOT_FOUND = (
    r"(?:nobody|no one|noone|none of us)(?: (?:would|will|can|could|ever|d|ll))* (?:find|found|finds)"
    r" (?:the|my|our|his|her|that|any of the) (?:\w+ )?(?:keys?|door|house|place|remote|glasses|shed|card|form|letter"
    r"|number|will|right (?:street|road|house)|way)(?: (?:there|now|again|in here|in the dark))*"
)
_DYED = (
    rf"{_SAYS}{_PERSON} (?:wants?|wanted|is going|s going) to (?:dye|die) (?:his|her|their|my|our|the)"
    r" (?:\w+ )?(?:hair|beard|fringe|jumper|shirt|dress|top|wool|eyebrows|eggs)"
    r"(?: (?:red|blue|pink|green|purple|black|blonde|grey|orange|too|bright|and|for \w+(?: \w+)?))*"
)
_WANTS_TO_LIVE = (
    rf"(?:{_SAYS}|(?:and|but) ){_PERSON} (?:does not|doesnt|dont|do not|didnt|did not) (?:really )?want to die"
    r"(?: (?:yet|now|at all|and \w+ us))*"
)
"""Said by somebody else of themselves or of another: a fear, or hope, and no wish."""
_OF_NEEDLES = (
    r"(?:(?:my|his|her|their|mums|dads|both|the) )*(?:arms?|hands?|legs?|thighs?|belly|tummy|stomach)"
    r" (?:(?:is|are|all|just|a bit|get|gets|go|gone) )*(?:bruised|covered in bruises)"
    r" (?:from|because of|cos of|due to|with) (?:all )?(?:the |his |her |my )?"
    r"(?:needles?|cannulas?|blood tests?|injections?|drips?|blood thinners?|bloods|jabs)"
)
_WHO_WILL_DIE = (
    rf"{_PERSON} (?:asked|asks|keeps asking|is asking|wants to know|wonders|worries)(?: me| us)?"
    r" (?:if|whether|when|that) (?:i|we|you|mummy|daddy|nana|nanny|grandad|everyone|everybody|people"
    r"|(?:his|her|our|the|my) (?:\w+ )?\w+)"
    r" (?:will|am|are|is|might|may|could|can|going|gonna|to) (?:(?:going|gonna|to|all) )*die"
    r"(?: (?:too|one day|soon|next|as well|now))*"
)
"""A child's question about somebody else. "Can I die too" is another."""
_ON_THE_BACK = (
    rf"{_PERSON} (?:(?:just|always|even|really) )*(?:slap(?:s|ped)?|pat(?:s|ted)?|thump(?:s|ed)?)"
    r" (?:me|us|him|her|them) (?:hard )?on the (?:back|shoulder)(?: (?:when|for|like) .*)?"
)
NO_HARM_MEANT = re.compile(f"{_NOT_FOUND}|{_DYED}|{_WANTS_TO_LIVE}|{_OF_NEEDLES}|{_WHO_WILL_DIE}|{_ON_THE_BACK}")
