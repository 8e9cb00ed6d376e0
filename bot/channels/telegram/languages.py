"""Says whether words are clearly in another language than English. In doubt they are not. Pure."""

import re
import unicodedata

LONGEST_READ = 2000
"""Characters that are looked at."""
LEAST_LETTERS = 2
LEAST_WORDS = 6
"""In our own letters, fewer words may be names, dishes or a line of a song."""
LEAST_TELLING = 2
"""Different words that are in few names: "de la" is in many."""
_SCRIPTS = (
    "ARABIC ARMENIAN BENGALI BOPOMOFO CJK CYRILLIC DEVANAGARI ETHIOPIC GEORGIAN GREEK GUJARATI GURMUKHI HANGUL HEBREW "
    "HIRAGANA KANNADA KATAKANA KHMER LAO MALAYALAM MYANMAR ORIYA SINHALA SYRIAC TAMIL TELUGU THAANA THAI TIBETAN"
)
"""How the names of letters of other scripts begin. Fancy forms of our own letters have other names."""
_NAMES = "ap da das de del dei della der di dos du el elle en la las le les lo los ma san un y"
_WORDS = {
    "Spanish and Portuguese": (
        "ella ellos nosotros usted ustedes mi mis su sus nuestra nuestro una unas unos que para muy pero porque "
        "cuando donde como esta este esto estoy estan es soy somos tengo tiene tenemos quiero puedo se nos si tambien "
        "mucho mucha ahora hoy hablo conmigo quiere eu voce ele ela meu minha meus minhas nao sim uma nas ao com "
        "muito mais isso quando onde estou estao tenho tem temos quero posso foi"
    ),
    "French and Italian": (
        "je tu il ils nous vous elles mes ses notre votre leur leurs et suis est sommes etes sont avons avez ont ne "
        "pas avec dans mais parce cette ces cela qui aux tres une etre avoir veux peux sais quoi rien io lui lei noi "
        "voi mia mie mio miei tuo suo gli nel nella uno che ed e sono sei siamo hai abbiamo non anche dove molto piu "
        "questo questa voglio essere"
    ),
    "German": (
        "ich er sie wir ihr mich mir mein meine meinen meiner dein deine seine unser das dem ein eine einen einer "
        "einem und oder aber ist sind habe haben wird werde nicht kein keine zu mit auf nach wenn weil dass wie noch "
        "auch nur sehr schon kann mochte"
    ),
    "Polish and Romanian": (
        "moj moja moje mojego mojej mnie jest jestem nie tak sie ze od dla przez przy jak bo gdy kiedy gdzie czy juz "
        "tylko bardzo chce moge mowie wiem byc po nia nim jego jej ich tego w z sunt este mea meu mele mei nu cu din "
        "pentru ca unde foarte vreau ce cand avem"
    ),
    "Welsh": (
        "rwy dw dwi rydw rwyn mae maen oes roedd oedd yw ydy ydw fy dy ei eich eu yn yr ac gyda wrth wedi ddim nid "
        "hyn hwn sydd sy fod eisiau iawn nhw"
    ),
}
"""Frequent words without their accents, hardly any of them an English word."""
_OTHER_SCRIPTS = frozenset(_SCRIPTS.split())
_IN_NAMES = frozenset(_NAMES.split())
_SMALL_WORDS = _IN_NAMES.union(*(words.split() for words in _WORDS.values()))
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CUT = re.compile(r"(?:c|j|l|m|n|qu|s)'[aeiouyh]\w*")
"""As in "j'ai": no English word is cut there."""
_NO_ACCENTS = str.maketrans({"ł": "l", "ß": "ss", "\N{RIGHT SINGLE QUOTATION MARK}": "'"})


def is_other_language(words: str) -> bool:
    """Say whether these are clearly not English: most letters of another script, or half of the words small ones."""
    read = words[:LONGEST_READ]
    letters = [letter for letter in read if letter.isalpha()]
    others = sum(_script(letter) in _OTHER_SCRIPTS for letter in letters)
    return (others >= LEAST_LETTERS and 2 * others > len(letters)) or _is_in_our_letters(read)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0] if letter > "\u036f" else ""


def _is_in_our_letters(words: str) -> bool:
    found = _WORD.findall(_plain(words))
    small = [word for word in found if word in _SMALL_WORDS or _CUT.fullmatch(word)]
    return len(found) >= LEAST_WORDS and 2 * len(small) >= len(found) and len({*small} - _IN_NAMES) >= LEAST_TELLING


def _plain(words: str) -> str:
    """Return words in small letters without accents."""
    apart = unicodedata.normalize("NFKD", words.lower().translate(_NO_ACCENTS))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
