"""The plainest cries for help in another language show the numbers; ordinary words in it do not."""

import pytest

from bot.model.safety import SafetyIntent
from bot.safety import other_languages
from bot.safety.door import reply_to
from bot.safety.other_languages import in_another_language
from bot.safety.rules import PatternsError
from bot.safety.screen import screen


@pytest.mark.parametrize(
    "words",
    [
        "Chcę się zabić.",
        "chce sie zabic",
        "Я хочу вбити себе",
        "vreau să mă omor!",
        "أريد أن أقتل نفسي",
        "میں خودکشی کرنا چاہتا ہوں",
        "dwi eisiau lladd fy hun",
        "je veux me tuer, aidez-moi",
    ],
)
def test_wanting_to_die(words):
    verdict = screen(words)
    assert verdict is not None
    assert verdict.intent is SafetyIntent.SUICIDAL
    assert "116 123" in " ".join(message.text for message in reply_to(verdict).reply.messages)


@pytest.mark.parametrize(
    "words",
    [
        "pomocy, mój mąż nie oddycha",
        "допоможіть, він не дихає",
        "ajutor nu respiră",
        "ساعدوني لا يتنفس",
        "مدد وہ سانس نہیں لے رہا",
        "help dydy o ddim yn anadlu",
        "au secours il ne respire plus",
    ],
)
def test_not_breathing(words):
    verdict = screen(words)
    assert verdict is not None
    assert verdict.intent is SafetyIntent.EMERGENCY


@pytest.mark.parametrize(
    "words",
    [
        "nie mogę spać, mój mąż jest bardzo chory w domu i umiera",
        "لا أستطيع النوم وزوجي مريض جدا في البيت",
        "je veux mourir chez moi",
        "dw i eisiau bod gartref",
        "vreau acasă",
        "I want to die at home",
    ],
)
def test_ordinary_words_in_another_language(words):
    assert in_another_language(words) is None


def test_a_broken_table_stops_the_start(tmp_path, monkeypatch):
    monkeypatch.setattr(other_languages, "TABLE", tmp_path / "none.yml")
    other_languages.load.cache_clear()
    with pytest.raises(PatternsError):
        other_languages.load()
    other_languages.load.cache_clear()
