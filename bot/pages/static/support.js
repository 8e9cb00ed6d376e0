// The search page for support: keys to reach the search box and the results, and a word when a search cannot be sent.
"use strict";

const OFF = "what-matters-keys-off";
const FAILED = "That did not work. Check your connection, then press Search.";
const box = document.getElementById("q");
const said = document.getElementById("found");
const keys = document.getElementById("keys");
const keysSwitch = document.getElementById("keys-switch");

let on = true;
try {
  on = localStorage.getItem(OFF) === null;
} catch {
  // A browser that keeps nothing has the keys on.
}

function showKeys() {
  keysSwitch.textContent = on ? "Turn the keys off" : "Turn the keys on";
  keys.classList.toggle("keys--off", !on);
}

keysSwitch.addEventListener("click", () => {
  on = !on;
  try {
    if (on) localStorage.removeItem(OFF);
    else localStorage.setItem(OFF, "yes");
  } catch {
    // Then it holds for this page.
  }
  showKeys();
});

function typing(element) {
  return element.matches("textarea, select, input:not([type=checkbox])");
}

function goTo(rank) {
  const result = document.getElementById(`result-${rank}`);
  if (!result) return false;
  result.focus();
  result.scrollIntoView({ block: "nearest" });
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "ArrowDown" && event.target === box && goTo(1)) {
    event.preventDefault();
    return;
  }
  if (!on || typing(event.target)) return;
  if (event.key === "/") {
    event.preventDefault();
    box.focus();
    box.select();
  } else if (["1", "2", "3"].includes(event.key) && goTo(event.key)) {
    event.preventDefault();
  }
});

for (const failure of ["htmx:sendError", "htmx:responseError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    said.textContent = FAILED;
  });
}

showKeys();
keys.hidden = false;
