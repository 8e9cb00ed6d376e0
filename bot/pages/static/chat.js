// The chat page, better: sends without leaving the page and keeps every word until the server has it.
// Without this file the same forms work by themselves.
"use strict";

(() => {
  const TOO_LONG = "That is too long to send in one go. Please send it in smaller parts.";
  const NOT_SENT = "That did not send. Your words are still in the box.";
  const CHOICE_NOT_SENT = "That did not send. Your choice is still there.";
  const NOT_OPENED = "The chat did not open. Check that you are online.";
  const TOO_MANY = "Many people are starting just now. Wait a minute, then try again.";
  const NEW_CONVERSATION = "This is a new conversation. Your words are still in the box.";
  const NEEDS_COOKIE = "This chat needs one cookie to know where you are. Please allow cookies for this page.";
  const COPIED = "The link is copied.";
  const NOT_COPIED = "The link could not be copied. Press and hold it, or right-click it, to copy it.";
  const LONGEST_WAIT = 40_000; // milliseconds; the server gives a holding message long before

  const find = (id) => document.getElementById(id);
  const log = find("log");
  const box = find("words");
  const send = find("send");
  const composer = find("composer");
  const keyboard = window.matchMedia("(hover: hover) and (pointer: fine)");

  let busy = false;
  // The code of a card from a volunteer, if the page was opened with one, until the server has it.
  let card = find("start") ? Object.fromEntries(new FormData(find("start"))) : {};
  let unsent = null; // the last message that may or may not have arrived: {words, id}

  // crypto.randomUUID exists on https alone.
  const newId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

  const focusBox = () => {
    if (keyboard.matches) box.focus({ preventScroll: true });
  };

  const fit = () => {
    if (CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 4}px`;
  };

  const putBack = (words) => {
    box.value = [words, box.value].filter((part) => part.trim()).join("\n");
    fit();
  };

  const sayProblem = (words, again) => {
    const line = document.createElement("p");
    line.textContent = words;
    find("problem").replaceChildren(line);
    if (!again) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "nhsuk-button nhsuk-button--secondary";
    button.textContent = "Try again";
    button.addEventListener("click", again);
    find("problem").append(button);
  };

  const clearProblem = () => find("problem").replaceChildren();

  // Whatever had focus is gone. On a touch screen the box must not bring the keyboard up, so the place is kept by `near`.
  const keepPlace = (near) => {
    if (keyboard.matches) focusBox();
    else near.focus({ preventScroll: true });
  };

  // Brings an answer into view, from its beginning if it is long, and the words before it if there is room.
  const reveal = (turn, own) => {
    turn.scrollIntoView({ block: "nearest" });
    const room = window.innerHeight - find("dock").offsetHeight - document.querySelector("header").offsetHeight;
    if (own && turn.getBoundingClientRect().bottom - own.getBoundingClientRect().top < room) {
      own.scrollIntoView({ block: "nearest" });
    }
  };

  const showOwn = (words) => {
    const own = find("own-words").content.firstElementChild.cloneNode(true);
    own.querySelector(".bubble").textContent = words;
    log.append(own);
    reveal(own);
    return own;
  };

  // An answer makes the buttons of earlier ones useless.
  const removeChoices = (own) => {
    const groups = [...log.querySelectorAll(".choices")];
    const focused = groups.some((group) => group.contains(document.activeElement));
    for (const group of groups) group.remove();
    if (focused) keepPlace(own ?? log);
  };

  // A link for somebody else has to be handed on. The browser offers its clipboard on https and on this machine alone.
  const offerCopying = (turn) => {
    if (!navigator.clipboard) return;
    for (const link of turn.querySelectorAll("a[href*='/shared/'], a[href*='/trusted/']")) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "nhsuk-button nhsuk-button--secondary bubble__copy";
      button.textContent = "Copy the link";
      button.addEventListener("click", async () => {
        find("status").textContent = "";
        const told = await navigator.clipboard.writeText(link.href).then(() => COPIED, () => NOT_COPIED);
        find("status").textContent = told;
      });
      link.parentElement.after(button);
    }
  };

  const showTurn = (html, own) => {
    const template = document.createElement("template");
    template.innerHTML = html; // our own server's, with every word escaped
    const turn = template.content.firstElementChild;
    const received = turn.dataset.received === "true";
    if (received) removeChoices(own);
    offerCopying(turn);
    log.append(turn);
    reveal(turn, own);
    return received;
  };

  const setWaiting = (waiting) => {
    busy = waiting;
    for (const button of [send, ...log.querySelectorAll(".choice button")]) {
      if (waiting) button.setAttribute("aria-disabled", "true");
      else button.removeAttribute("aria-disabled");
    }
  };

  const post = async (address, fields) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), LONGEST_WAIT);
    const patience = setTimeout(() => { find("status").textContent = "Working on a reply…"; }, 1000);
    try {
      const response = await fetch(address, {
        method: "POST",
        headers: { "X-Fragment": "turn" },
        body: new URLSearchParams(fields),
        signal: stop.signal,
      });
      return { status: response.status, html: await response.text() };
    } catch {
      return { status: 0, html: "" };
    } finally {
      clearTimeout(timer);
      clearTimeout(patience);
      find("status").textContent = "";
    }
  };

  // Greets. Resolves to whether that worked; never fails, so that a message can wait for it.
  const arrive = async () => {
    clearProblem();
    const { status, html } = await post("/chat/arrive", card);
    if (status === 200) {
      card = {};
      showTurn(html);
    }
    else sayProblem(status === 429 ? TOO_MANY : NOT_OPENED, () => { focusBox(); arriving = arrive(); });
    return status === 200;
  };

  // One message or one choice, shown at once. `lost` puts back what the server did not take.
  const deliver = async (fields, words, lost) => {
    const focused = find("problem").contains(document.activeElement);
    clearProblem();
    const own = showOwn(words);
    if (focused) keepPlace(own);
    setWaiting(true);
    const { status, html } = await post(composer.action, fields);
    const received = status === 200 && showTurn(html, own);
    if (!received) own.remove();
    setWaiting(false);
    if (!received) await lost(status);
  };

  const sendWords = async () => {
    if (busy) return;
    await arriving;
    const words = box.value;
    if (busy || !words.trim()) return;
    const id = unsent?.words === words ? unsent.id : newId();
    unsent = null;
    box.value = "";
    fit();
    focusBox();
    await deliver({ text: words, message_id: id }, words, async (status) => {
      putBack(words);
      if (status === 200) return; // the reply itself says that the words could not be kept
      if (status === 401) {
        if (await arrive()) sayProblem(NEW_CONVERSATION);
      } else if (status === 413) {
        sayProblem(TOO_LONG);
      } else {
        unsent = { words, id };
        sayProblem(NOT_SENT, sendWords);
      }
    });
  };

  const sendChoice = async (form) => {
    if (busy) return;
    const button = form.querySelector("button");
    const id = form.elements.message_id;
    await deliver({ choice: button.value, message_id: id.value }, button.textContent, async (status) => {
      if (status === 200) id.value = newId();
      else if (status === 401) await arrive();
      else sayProblem(CHOICE_NOT_SENT, () => sendChoice(form));
    });
  };

  composer.addEventListener("submit", (event) => {
    event.preventDefault();
    sendWords();
  });

  log.addEventListener("submit", (event) => {
    event.preventDefault();
    sendChoice(event.target);
  });

  box.addEventListener("input", fit);
  box.addEventListener("keydown", (event) => {
    const composing = event.isComposing || event.keyCode === 229; // an accent or a character still being put together
    if (event.key !== "Enter" || event.shiftKey || composing || !keyboard.matches) return;
    event.preventDefault();
    sendWords();
  });

  find("hide").addEventListener("click", (event) => {
    event.preventDefault();
    document.title = "Closed";
    document.body.replaceChildren();
    window.location.replace(event.currentTarget.href);
  });

  // A page that was hidden must not come back from the browser's memory.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });

  new ResizeObserver(([dock]) => {
    document.documentElement.style.setProperty("--dock", `${dock.target.offsetHeight + 8}px`);
  }).observe(find("dock"));

  if (keyboard.matches) {
    find("keys").hidden = false;
    box.setAttribute("aria-describedby", "keys");
  }
  let arriving = Promise.resolve(true);
  if (find("start")) {
    find("start").remove();
    arriving = arrive();
  }
  if (!navigator.cookieEnabled) sayProblem(NEEDS_COOKIE);
})();
