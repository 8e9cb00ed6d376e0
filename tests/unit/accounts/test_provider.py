"""Signing in through an identity provider: only its own word for it counts, and it makes no account."""

import httpx
import pytest

from bot.accounts.provider import Provider, ProviderDownError, ProviderRefusedError, Registered
from bot.accounts.provider_sign_in import Identity, NoAccountError
from tests.unit.identity_provider import CLIENT, SECRET, FakeProvider, key_pair, serving

RETURN = "https://notes.example.org/staff/sign-in/organisation/return"


@pytest.fixture
def fake(clock):
    with serving(FakeProvider(clock)) as fake:
        yield fake


@pytest.fixture
def provider(fake, key, clock):
    registered = Registered(fake.issuer, CLIENT, SECRET, RETURN)
    return Provider(registered, key, clock, httpx.HTTPTransport())


def go_through(provider, fake, page="/staff/inbox"):
    begun = provider.begin(page)
    assert begun.url.startswith(f"{fake.issuer}/authorize?")
    return provider.finish(begun.kept, fake.consent(begun.url))


def test_who_signed_in_there_is_known_here_and_comes_back_to_their_page(provider, fake):
    assert go_through(provider, fake) == Identity(fake.issuer, "subject-1", "ada@example.org", "/staff/inbox")
    assert fake.asked_with == ["basic"]


def test_a_provider_that_wants_the_secret_in_the_form_gets_it_there(provider, fake):
    fake.metadata = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert go_through(provider, fake).subject == "subject-1"
    assert fake.asked_with == ["post"]


@pytest.mark.parametrize("said", [False, None, "true", 1])
def test_an_address_that_the_provider_has_not_verified_is_left_out(provider, fake, said):
    fake.person["email_verified"] = said
    assert go_through(provider, fake).email == ""


@pytest.mark.parametrize(
    "spoil",
    [
        {"iss": "https://evil.example"},
        {"iss": None},
        {"aud": "another client"},
        {"aud": ["another client"]},
        {"aud": ["another client"], "azp": CLIENT},
        {"aud": None},
        {"nonce": "another nonce"},
        {"nonce": None},
        {"exp": 1},
        {"exp": None},
        {"iat": 99999999999},
        {"sub": None},
        {"sub": ""},
        {"sub": 7},
        {"azp": "another client"},
        {"at_hash": "another token's"},
    ],
    ids=str,
)
def test_a_token_that_is_not_for_this_sign_in_is_refused(provider, fake, spoil):
    fake.spoil = spoil
    with pytest.raises(ProviderRefusedError):
        go_through(provider, fake)


def test_a_token_signed_with_another_key_is_refused(provider, fake):
    fake.signed_with = key_pair(2)
    with pytest.raises(ProviderRefusedError):
        go_through(provider, fake)


def test_a_token_signed_with_nothing_is_refused(provider, fake):
    fake.algorithm = "none"
    with pytest.raises(ProviderRefusedError):
        go_through(provider, fake)


def test_a_token_signed_with_a_secret_that_others_know_is_refused(provider, fake):
    fake.algorithm, fake.signed_with = "HS256", fake.shared_secret()
    with pytest.raises(ProviderRefusedError):
        go_through(provider, fake)


def test_a_new_key_of_the_provider_needs_no_restart(provider, fake):
    go_through(provider, fake)
    fake.key = key_pair(2)
    assert go_through(provider, fake).subject == "subject-1"


@pytest.mark.parametrize(
    "change",
    [
        {"state": "another state"},
        {"state": ""},
        {"code": ""},
        {"code": "made up"},
        {"iss": "https://evil.example"},
        {"code": "", "error": "access_denied"},
    ],
    ids=str,
)
def test_what_comes_back_changed_is_refused(provider, fake, change):
    begun = provider.begin("/staff")
    sent = fake.consent(begun.url) | change
    with pytest.raises(ProviderRefusedError):
        provider.finish(begun.kept, sent)


def test_a_code_works_once(provider, fake):
    begun = provider.begin("/staff")
    sent = fake.consent(begun.url)
    provider.finish(begun.kept, sent)
    with pytest.raises(ProviderRefusedError):
        provider.finish(begun.kept, sent)


def test_a_code_of_another_browser_is_refused(provider, fake):
    """Somebody sends a victim the end of their own sign-in: state and PKCE verifier are not this browser's."""
    attackers, victims = provider.begin("/staff"), provider.begin("/staff")
    sent = fake.consent(attackers.url)
    for kept in ("", "made up", victims.kept):
        with pytest.raises(ProviderRefusedError):
            provider.finish(kept, sent)
        with pytest.raises(ProviderRefusedError):
            provider.finish(kept, sent | {"state": fake.consent(victims.url)["state"]})


def test_an_errand_ends_after_ten_minutes(provider, fake, clock):
    begun = provider.begin("/staff")
    clock.move(minutes=10)
    with pytest.raises(ProviderRefusedError):
        provider.finish(begun.kept, fake.consent(begun.url))


def test_what_the_browser_keeps_shows_nothing(provider):
    begun = provider.begin("/staff/inbox")
    assert "inbox" not in begun.kept
    assert begun.kept not in repr(begun)


@pytest.mark.parametrize("kept", ["", "x", "====", "\u2603", "A" * 5000])
def test_a_made_up_errand_is_refused(provider, fake, kept):
    with pytest.raises(ProviderRefusedError):
        provider.finish(kept, {"state": "s", "code": "c"})


@pytest.mark.parametrize(
    "metadata",
    [{"issuer": "https://evil.example"}, {"issuer": None}, {"token_endpoint": None}, {"jwks_uri": 7}],
    ids=str,
)
def test_a_provider_that_describes_itself_wrongly_is_not_used(provider, fake, metadata):
    fake.metadata = metadata
    with pytest.raises(ProviderDownError):
        provider.begin("/staff")


def test_a_provider_that_is_down_is_said_to_be_down(provider, fake):
    begun = provider.begin("/staff")
    sent = fake.consent(begun.url)
    fake.down = True
    with pytest.raises(ProviderDownError):
        provider.begin("/staff")
    with pytest.raises(ProviderDownError):
        provider.finish(begun.kept, sent)


@pytest.fixture
def enter(accounts):
    return accounts.provider_sign_in.enter


def identity(subject="subject-1", email="ada@example.org", issuer="https://login.example.org"):
    return Identity(issuer, subject, email, "/staff")


def test_it_makes_no_account(enter, accounts):
    with pytest.raises(NoAccountError):
        enter(identity())
    assert accounts.all() == ()


def test_the_first_time_the_address_counts_and_from_then_on_the_subject(enter, accounts):
    account, link = accounts.add("ada@example.org", "Ada Example", "command line")

    assert accounts.sessions.staff_of(enter(identity(email="ADA@example.org"))).id == account
    assert accounts.sessions.staff_of(enter(identity(email=""))).id == account
    assert accounts.sessions.staff_of(enter(identity(email="new.name@example.org"))).id == account
    with pytest.raises(NoAccountError):  # somebody who was given the address later
        enter(identity(subject="subject-2"))
    with pytest.raises(NoAccountError):  # the same subject at another provider
        enter(identity(issuer="https://other.example.org"))
    from bot.accounts.setting_up import SetUpEndedError

    with pytest.raises(SetUpEndedError):
        accounts.setting_up.invited(link)


def test_an_address_that_is_not_verified_opens_nothing(enter, accounts):
    accounts.add("ada@example.org", "Ada Example", "command line")
    with pytest.raises(NoAccountError):
        enter(identity(email=""))


def test_a_disabled_account_stays_shut(enter, accounts):
    account, _link = accounts.add("ada@example.org", "Ada Example", "command line")
    accounts.disable(account, "command line")
    with pytest.raises(NoAccountError):
        enter(identity())
    accounts.reset(account, "command line")
    enter(identity())
    accounts.disable(account, "command line")
    with pytest.raises(NoAccountError):
        enter(identity())


def test_what_the_browser_had_before_ends(enter, accounts, ada):
    token = enter(identity(), replacing=ada.token)

    assert accounts.sessions.staff_of(ada.token) is None
    assert accounts.sessions.staff_of(token).id == ada.id
