// Everything reads without this: "/" goes to the search box, and all the words of a
// finding light up together.
"use strict";

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  event.preventDefault();
  document.getElementById("q").focus();
});

const text = document.querySelector(".text");

function together(target, on) {
  const piece = target.closest("[data-f]");
  if (!piece) return;
  const closest = piece.dataset.f.split(" ")[0];
  for (const other of text.querySelectorAll(`[data-f~="${CSS.escape(closest)}"]`)) {
    other.classList.toggle("together", on);
  }
}

if (text) {
  for (const [name, on] of [
    ["mouseover", true],
    ["focusin", true],
    ["mouseout", false],
    ["focusout", false],
  ]) {
    text.addEventListener(name, (event) => together(event.target, on));
  }
}
