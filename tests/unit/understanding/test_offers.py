"""A yes that somebody offers by themselves, taking it back, and the question what was agreed to: whole sentences."""

import pytest

from bot.understanding.offers import AGREED, CONTACT, COUNT, NOT_CONTACT, NOT_COUNT, offered

SAID = {
    COUNT: [
        "you can use my words to make this better",
        "You may use my notes for research",
        "I'm happy for you to use my answers to help others",
        "feel free to use what I wrote, anonymously",
        "please use my story to help other people",
        "my words can be used for training",
        "I give my permission for my notes to be used for research",
        "I don't mind you using my words to improve care",
        "they can use my summary anonymously for research",
        "use my words to improve this if it helps",
        "I consent to my data being used for research",
    ],
    NOT_COUNT: [
        "do not use my words for research",
        "don't use my notes",
        "stop using my words",
        "I don't want my words used for research",
        "please do not use what I said to train the AI",
        "do not count me",
        "stop counting my summary",
        "I take back my yes to being counted",
        "I do not want you to use my answers",
        "I withdraw my consent for research",
        "never use my story for training",
    ],
    CONTACT: [
        "you may contact me",
        "feel free to contact me",
        "I'm happy to be contacted about this",
        "the people who run this can get in touch with me",
        "I am willing to be contacted for research",
        "you can contact me to ask how it went",
        "I'd be happy to help with your research",
        "I don't mind being contacted",
    ],
    NOT_CONTACT: [
        "do not contact me",
        "please don't contact me again",
        "I don't want to be contacted",
        "never get in touch with me",
        "I take back my consent to being contacted",
    ],
    AGREED: [
        "what have I agreed to?",
        "what did I say yes to",
        "show me my consents",
        "what permissions have I given",
        "have I agreed to anything?",
        "what did I consent to so far",
    ],
    "": [
        "I want my daughter to use my words at the funeral",
        "you can contact my daughter",
        "do not contact my brother",
        "do not contact me at night",
        "doctors may contact me about my results",
        "I want to be contacted by my son before anyone decides",
        "please use short words",
        "stop using big words",
        "please use my first name",
        "they can use my garden",
        "staff can use my hoist for training",
        "can you use easier words",
        "do not share my words",
        "nobody may see my words",
        "delete my words",
        "I'd like to help others",
        "what matters to me is research",
        "what did we agree",
        "what have I said",
        "don't count on me",
        "use my notes",
    ],
}


@pytest.mark.parametrize(("words", "meant"), [(words, meant) for meant, all_of in SAID.items() for words in all_of])
def test_only_a_whole_sentence_is_one(words, meant):
    assert offered(words) == meant
