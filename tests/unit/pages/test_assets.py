"""The files that browsers get: ours are small, others' are the ones we looked at, and none asks another server."""

import hashlib
import json
import re

import pytest

from bot.pages.assets import STATIC, asset_url, assets

VENDOR = STATIC / "vendor"
NOT_SERVED = {"README.md", "manifest.json"}


def test_every_vendored_file_is_the_one_in_the_manifest():
    packages = json.loads((VENDOR / "manifest.json").read_text())["packages"]
    expected = {name: digest for package in packages for name, digest in package["files"].items()}

    found = {
        path.relative_to(VENDOR).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name not in NOT_SERVED
    }

    assert found == expected


def test_every_vendored_package_has_its_version_in_the_path_and_its_licence_beside():
    for package in json.loads((VENDOR / "manifest.json").read_text())["packages"]:
        folder = f"{package['name']}-{package['version']}"
        assert all(name.startswith(f"{folder}/") for name in package["files"])
        assert (VENDOR / folder / "LICENSE").is_file()


@pytest.mark.parametrize("name", sorted(name for name in assets() if name.endswith((".css", ".js"))))
def test_no_stylesheet_or_script_asks_for_a_font_or_another_server(name):
    text = assets()[name].content.decode()

    assert not re.search(r"//(?!\*)", re.sub(r"(?m)^\s*// .*$|; // .*$", "", text)), "an XPath may begin with //*"
    assert "@font-face" not in text
    assert "frutiger" not in text.lower()
    for address in re.findall(r"url\(([^)]*)\)", text):
        assert (STATIC / name).parent.joinpath(address).is_file()


def test_the_address_changes_with_the_content():
    digest = hashlib.sha256((STATIC / "chat.js").read_bytes()).hexdigest()

    assert asset_url("chat.js") == f"/static/{digest[:16]}/chat.js"


def test_a_name_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError):
        asset_url("no-such-file.css")


def test_what_the_chat_loads_first_stays_light():
    first = ("vendor/nhsuk-frontend-10.6.1/nhsuk-frontend.min.css", "site.css", "chat.css", "chat.js", "favicon.svg")

    assert sum(len(assets()[name].packed) for name in first) < 60_000
