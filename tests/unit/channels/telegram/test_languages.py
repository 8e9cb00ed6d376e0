"""What is clearly another language is noticed; English is never taken for one, whatever names are in it."""

import json

import pytest

from bot.channels.telegram.languages import is_other_language
from bot.settings import ROOT

OTHERS = {
    "Spanish": "Hola, mi madre se está muriendo y no hablo inglés",
    "Spanish in capitals": "QUIERO ESTAR EN MI CASA CON MIS HIJOS PORQUE ES MUY IMPORTANTE PARA MI",
    "Spanish without accents": "lo que mas me importa es que mi familia este conmigo cuando me muera",
    "Polish": "Moja mama jest bardzo chora i nie wiem co mam robić, bo jestem sam z nią w domu",
    "Polish, short": "Nie mówię po angielsku, moja żona jest w szpitalu",
    "Portuguese": "O meu pai está muito doente e eu não sei com quem posso falar",
    "French": "Ma mère est très malade et je ne sais pas quoi faire pour elle",
    "French with cut words": "J'ai peur et je suis seul, c'est trop difficile avec la maladie",
    "Italian": "Mia madre è molto malata e non so che cosa fare, sono da sola",
    "German": "Meine Mutter ist sehr krank und ich weiß nicht, was ich machen soll",
    "Romanian": "Mama mea este foarte bolnavă și nu știu ce să fac pentru ea",
    "Welsh": "Mae fy mam yn sâl iawn ac rwy eisiau bod gyda hi",
    "Arabic": "أمي مريضة جدا",
    "Urdu": "میری ماں بہت بیمار ہیں",
    "Russian": "Моя мама умирает",
    "Ukrainian": "Я не розмовляю англійською",
    "Chinese": "我妈妈病得很重",
    "Japanese": "母はとても病気です",
    "Korean": "어머니가 많이 아프세요",
    "Hindi": "मेरी माँ बहुत बीमार हैं",
    "Panjabi": "ਮੇਰੀ ਮਾਂ ਬਹੁਤ ਬਿਮਾਰ ਹੈ",
    "Bengali": "আমার মা খুব অসুস্থ",
    "Gujarati": "મારી મા બહુ બીમાર છે",
    "Tamil": "என் அம்மா மிகவும் நோய்வாய்ப்பட்டுள்ளார்",
    "Thai": "แม่ของฉันป่วยหนัก",
    "Georgian": "დედაჩემი ძალიან ავადაა",
    "Hebrew": "אני אוהב את הגן שלי",
    "Greek": "Η μητέρα μου είναι πολύ άρρωστη",
    "mostly Russian": "Моя мама в больнице St Mary",
}
ENGLISH = (
    "",
    "x",
    "...",
    "🌿🙂🕊️",
    "1234 5678",
    "my garden",
    "my mam and my nan",
    "Maria de los Angeles de la Cruz y Santos",
    "San Sebastian, La Paz, El Salvador, Los Angeles, Las Palmas",
    "Llanfair ym Muallt, Ystrad Mynach and Bro Ogwr",
    "we honeymooned at the Costa del Sol, in a villa called La Casa de Mar",
    "que sera, sera, whatever will be, will be",
    "Je ne regrette rien",
    "I want Non, je ne regrette rien and Mae Hen Wlad Fy Nhadau sung when I go",
    "my husband Juan, my son Mateo and my daughters Lucia and Inés",
    "my paella, tapas, and pan con tomate on a Sunday with the family",
    "pierogi and bigos the way my mother Zofia made them",
    "a croissant and a café au lait at the table by the window",
    "my wife speaks Polish and she says dzień dobry to the nurses every day",
    "Angela Merkel, die Mannschaft, das Auto and ein Bier",
    "die at home, in my bed, with the dog so near I can hear him",
    "u know i luv u so much n i wanna b at home wiv da kids",
    "I dinnae ken whit tae dae wi' ma auld faither the noo",
    "ta duck, me mam is in the hospice an' all, so I am on me own like",
    "I'm OK, it's that I can't say what's on my mind and he's never here",
    "𝓶𝔂 𝓰𝓪𝓻𝓭𝓮𝓷 𝓪𝓷𝓭 𝓽𝓱𝓮 𝓼𝓮𝓪",
    "ｍｙ ｇａｒｄｅｎ",
    "\u6f22\u5b57 and tea",
    "β",
    "Ὀδυσσεύς was the book that I read to my children",
    "https://example.org/la/vie/est/une/fete",
)


@pytest.mark.parametrize("name", OTHERS)
def test_another_language_is_noticed(name):
    assert is_other_language(OTHERS[name])


@pytest.mark.parametrize("words", ENGLISH)
def test_english_is_not_taken_for_another_language(words):
    assert not is_other_language(words)


def test_no_line_that_people_write_in_english_is_taken_for_another_language():
    lines = [
        json.loads(line)["text"]
        for path in sorted((ROOT / "tests" / "data").rglob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if '"text"' in line
    ]
    assert len(lines) > 100
    assert [line for line in lines if is_other_language(line)] == []


def test_a_long_text_is_told_by_its_beginning():
    assert is_other_language("Моя мама. " * 100_000)
    assert not is_other_language("my garden. " * 100_000)
