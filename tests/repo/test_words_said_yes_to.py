"""The words somebody says yes to: those of their version, one wording, and a plain no beside them."""

import hashlib
from pathlib import Path

import pytest
import yaml

from bot.records.consent import WORDINGS, Purpose

ROOT = Path(__file__).parents[2]
RESPONSES = {
    name: (path.stem, variations)
    for path in sorted((ROOT / "data" / "responses").glob("*.yml"))
    for name, variations in yaml.safe_load(path.read_text(encoding="utf-8"))["responses"].items()
}

# The words somebody says yes to. Whoever changes them raises the version in bot/records/consent.py, and adds it here;
# the earlier words go to docs/wordings, and their fingerprint stays.
CONSENT_TEXTS = {
    "keep/1": {
        "utter_record_ask_consent": "540836d490c0365f9a7c8ceeddc9c76c5e2abd7014043a6e9c064bbba1601736",
        "utter_record_ask_consent_again": "c8762e72397d1be92fdf777982c281ea0a10be9a5cb791fe97e7f64313d0bc2e",
    },
    "keep/2": {
        "utter_record_ask_consent": "540836d490c0365f9a7c8ceeddc9c76c5e2abd7014043a6e9c064bbba1601736",
        "utter_record_ask_consent_again": "ca8dc199570497d2df04aee3e4027e00daa0b9379dbf929792cc056c219ac7f8",
    },
    "share/1": {"utter_share_ask_consent": "2a669d0c4df284dd3a7d34dbf367c29abfead2875e26b7afb4172d80666757ad"},
    "share_team/1": {
        "utter_share_ask_consent_team": "5ed366e4e5a4cf8245cc731788f9cd7c7840dc7a395d65e187de590a081b65a2"
    },
    "share_team/2": {
        "utter_share_ask_consent_team": "318c0d2978f493e1cd3bc9c96c36020be3a17c9adb7c25580d1c048919acea7f"
    },
    "after_death/1": {
        "utter_share_after_ask_consent": "f6b89ae60dd383a21f21ab196b865fb4df185a2b8ad40bd92e57d538191e1ecc"
    },
    "improve/1": {
        "utter_improve_more_ask_consent_count": "b1f78ef99cb97b20671cc8a4a37443412e90b30bdad027bb589e05a7d27368b0"
    },
    "contact/1": {
        "utter_improve_more_ask_consent_contact": "1db907792339a1b49e14e4b705aaf566ac652ba1b560c3da491aa74198014a59"
    },
}


def fingerprint(variations):
    """Everything that somebody sees where they are asked: text and buttons, with their payloads."""
    return hashlib.sha256(repr(variations).encode()).hexdigest()


@pytest.mark.parametrize("purpose", Purpose)
def test_the_words_said_yes_to_are_those_of_their_version(purpose):
    version = WORDINGS[purpose]
    assert version in CONSENT_TEXTS, f"Add {version} and the fingerprints of its words to CONSENT_TEXTS."
    for name, expected in CONSENT_TEXTS[version].items():
        changed = f"{name} has changed: raise the version in bot/records/consent.py."
        assert fingerprint(RESPONSES[name][1]) == expected, changed


@pytest.mark.parametrize("version", sorted(set(CONSENT_TEXTS) - set(WORDINGS.values())))
def test_what_people_said_yes_to_earlier_can_still_be_read(version):
    path = ROOT / "docs" / "wordings" / f"{version.replace('/', '-')}.yml"
    kept = yaml.safe_load(path.read_text(encoding="utf-8"))["responses"]
    assert {name: fingerprint(variations) for name, variations in kept.items()} == CONSENT_TEXTS[version]


def test_every_earlier_version_has_its_words():
    """Versions are counted up; none is left out between the first and today's."""
    for version in WORDINGS.values():
        purpose, _, newest = version.partition("/")
        assert {f"{purpose}/{number}" for number in range(1, int(newest) + 1)} <= set(CONSENT_TEXTS)


def test_only_these_words_ask_for_consent():
    asking = {name for name in RESPONSES if "ask_consent" in name}
    assert asking == {name for texts in CONSENT_TEXTS.values() for name in texts}


@pytest.mark.parametrize("name", sorted(name for texts in CONSENT_TEXTS.values() for name in texts))
def test_consent_has_one_wording_and_a_plain_no(name):
    _, variations = RESPONSES[name]
    assert len(variations) == 1
    assert "condition" not in variations[0]
    offered = [button["payload"] for button in variations[0]["buttons"]]
    act = offered[0].removeprefix("choose:")
    assert act in {"keep", "share", "count", "contact"}
    assert offered[1] == f"choose:do_not_{act}"
