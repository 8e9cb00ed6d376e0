// Every page but the chat: puts focus on an error, keeps a form from being sent twice, offers to print.
"use strict";

document.querySelector(".nhsuk-error-summary")?.focus();

for (const link of document.querySelectorAll(".nhsuk-error-summary a[href^='#']")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector(link.getAttribute("href")).focus();
  });
}

for (const form of document.querySelectorAll("form[data-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A page with somebody's words must not come back from the browser's memory after it was closed.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) window.location.reload();
});
