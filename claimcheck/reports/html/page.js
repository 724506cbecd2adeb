
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".finding")];
  const words = new Map();
  const text = (card) => {
    if (!words.has(card)) words.set(card, card.textContent.toLowerCase());
    return words.get(card);
  };
  const apply = () => {
    const sought = at("search").value.toLowerCase().split(" ").filter(Boolean);
    const verdict = at("by-verdict").value, kind = at("by-kind").value;
    const active = Boolean(sought.length || verdict || kind);
    let found = 0;
    for (const card of cards) {
      const fits = (!verdict || card.dataset.verdict === verdict) && (!kind || card.dataset.kind === kind)
        && sought.every((word) => text(card).includes(word));
      card.hidden = !fits;
      found += fits;
    }
    for (const section of document.querySelectorAll(".section")) {
      const left = section.querySelector(".finding:not([hidden])");
      section.hidden = !left;
      if (active && left) section.open = true;
    }
    at("found").textContent = active ? `${found} of ${cards.length} findings` : "";
  };
  const reveal = () => {
    const goal = location.hash.length > 1 && at(decodeURIComponent(location.hash.slice(1)));
    if (!goal) return;
    for (let box = goal.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    goal.scrollIntoView();
  };
  for (const id of ["search", "by-verdict", "by-kind"]) at(id).addEventListener("input", apply);
  addEventListener("hashchange", reveal);
  addEventListener("beforeprint", () => { for (const box of document.querySelectorAll("details")) box.open = true; });
  at("filter").hidden = cards.length < 2;
  reveal();
})();
