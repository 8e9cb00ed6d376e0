"""Rules: roles by themselves open little, and no rule lets an administrator near anybody's words."""

from itertools import combinations

import pytest

from bot.accounts.permissions import (
    ADMINISTRATORS,
    ANYBODY,
    ANYBODY_SIGNED_IN,
    DIRECTORY,
    DIRECTORY_EDITORS,
    NEVER_WITH_ADMINISTRATOR,
    RULES,
    TEAM_LEADS,
    TEAM_READERS,
    Rule,
)
from bot.model.staff import Grant, Role, Staff

ONE = {role: Grant(role, "t1" if role.of_a_team else "") for role in Role}


def somebody(*grants):
    return Staff("id", "Ada Example", "ada@example.org", grants)


@pytest.mark.parametrize(
    ("rule", "roles"),
    [
        (ANYBODY, set(Role)),
        (ANYBODY_SIGNED_IN, set(Role)),
        (TEAM_READERS, {Role.REVIEWER, Role.TEAM_LEAD}),
        (TEAM_LEADS, {Role.TEAM_LEAD}),
        (DIRECTORY, {Role.VOLUNTEER, Role.DIRECTORY_EDITOR}),
        (DIRECTORY_EDITORS, {Role.DIRECTORY_EDITOR}),
        (ADMINISTRATORS, {Role.ADMINISTRATOR}),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_each_rule_lets_its_roles_through_and_no_others(rule, roles):
    assert {role for role in Role if rule.allows(somebody(ONE[role]))} == roles


def test_every_rule_is_in_this_table():
    of_roles = {TEAM_READERS, TEAM_LEADS, DIRECTORY, DIRECTORY_EDITORS, ADMINISTRATORS}
    assert set(RULES) == {ANYBODY, ANYBODY_SIGNED_IN} | of_roles
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_without_a_role_only_ones_own_account_opens():
    assert {rule for rule in RULES if rule.allows(somebody())} == {ANYBODY, ANYBODY_SIGNED_IN}


def test_a_rule_that_names_no_role_opens_nothing():
    assert not any(
        Rule("by mistake", frozenset()).allows(somebody(*grants)) for grants in combinations(ONE.values(), 2)
    )


def test_only_rules_held_in_a_team_name_roles_that_read_words():
    for rule in RULES:
        assert rule.of_team == bool(rule.roles & NEVER_WITH_ADMINISTRATOR)
        assert not (rule.of_team and Role.ADMINISTRATOR in rule.roles)


@pytest.mark.parametrize("reader", [Role.REVIEWER, Role.TEAM_LEAD])
def test_an_administrator_never_passes_a_rule_that_leads_to_words(reader):
    """Not even one to whom both roles were given behind our back."""
    assert not TEAM_READERS.allows(somebody(ONE[reader], ONE[Role.ADMINISTRATOR]))


@pytest.mark.parametrize(("asked", "allowed"), [("", True), ("t1", True), ("t2", False), ("T1", False), (" t1", False)])
def test_a_team_in_the_address_is_ones_own(asked, allowed):
    assert TEAM_READERS.allows(somebody(ONE[Role.REVIEWER]), asked) is allowed


def test_a_team_role_without_a_team_opens_nothing():
    assert not TEAM_READERS.allows(somebody(Grant(Role.REVIEWER, "")))
    assert not TEAM_READERS.allows(somebody(Grant(Role.REVIEWER, "")), "")
