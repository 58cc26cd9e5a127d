
(() => {
  "use strict";
  const page = document.documentElement;
  const article = document.getElementById("teks");
  const form = document.querySelector(".tools");
  const count = document.getElementById("jumlah");
  const chooser = document.getElementById("pembicara");
  const toggles = [...form.querySelectorAll(".kind")];
  const pressedAtFirst = new Map(toggles.map((t) => [t, t.getAttribute("aria-pressed")]));
  const rows = [...document.querySelectorAll("li[data-r]")];
  const rowOf = new Map(rows.map((li) => [li.dataset.r, li]));
  const pieces = new Map();
  for (const piece of article.querySelectorAll("[data-w]")) {
    const row = piece.dataset.w;
    if (!pieces.has(row)) pieces.set(row, []);
    pieces.get(row).push(piece);
  }
  const back = document.createElement("a");
  back.className = "back";
  back.textContent = "↩ ke daftar";
  let current = null;
  page.classList.add("js");

  const clear = () => {
    for (const piece of article.querySelectorAll(".hit")) piece.classList.remove("hit");
    for (const li of document.querySelectorAll("li.here")) li.classList.remove("here");
    back.remove();
    current = null;
  };

  const mark = (row) => {
    clear();
    for (const piece of pieces.get(row) || []) piece.classList.add("hit");
    rowOf.get(row).classList.add("here");
    current = row;
  };

  // From the list to the words: mark them all, go to the first, offer the way back behind them.
  const toWords = (row) => {
    const first = document.getElementById("w" + row);
    if (!first) return;
    mark(row);
    back.href = "#r" + row;
    first.after(back);
    first.tabIndex = -1;
    first.scrollIntoView({ block: "center" });
    first.focus({ preventScroll: true });
  };

  const toList = (row) => {
    mark(row);
    const li = rowOf.get(row);
    const link = li.querySelector(".words");
    li.scrollIntoView({ block: "nearest" });
    link.focus({ preventScroll: true });
  };

  document.getElementById("daftar").addEventListener("click", (event) => {
    const link = event.target.closest(".words");
    if (!link) return;
    event.preventDefault();
    toWords(link.closest("li").dataset.r);
  });

  article.addEventListener("click", (event) => {
    if (event.target === back) {
      event.preventDefault();
      toList(current);
      return;
    }
    if (String(getSelection())) return; // the reader is copying words
    let piece = event.target.closest("[data-w]");
    while (piece && (piece.classList.contains("mute") || piece.classList.contains("evd")
      || piece.classList.contains("adr") || !shown(piece.dataset.w))) {
      piece = piece.parentElement.closest("[data-w]");
    }
    if (piece) toList(piece.dataset.w);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && current !== null) toList(current);
  });

  const shown = (row) => !rowOf.get(row).hidden;

  const apply = () => {
    const off = new Set();
    for (const toggle of toggles) {
      const kind = toggle.dataset.kind;
      const on = toggle.getAttribute("aria-pressed") === "true";
      page.classList.toggle("off-" + kind, !on);
      if (!on) off.add(kind);
    }
    const who = chooser ? chooser.value : "";
    let visible = 0;
    for (const li of rows) {
      const mine = !who || li.dataset.who.split(" ").includes(who);
      li.hidden = off.has(li.dataset.kind) || !mine;
      if (!li.hidden) visible += 1;
      for (const piece of pieces.get(li.dataset.r) || []) piece.classList.toggle("mute", !mine);
    }
    for (const group of document.querySelectorAll("#daftar .speaker, #daftar section")) {
      group.hidden = !group.querySelector("li:not([hidden])");
    }
    count.textContent = visible + " dari " + rows.length + " baris ditampilkan";
  };

  // The list sticks below the filters, which take one row or more.
  new ResizeObserver(() => {
    page.style.setProperty("--tools", form.offsetHeight + "px");
  }).observe(form);

  for (const toggle of toggles) {
    toggle.addEventListener("click", () => {
      const on = toggle.getAttribute("aria-pressed") === "true";
      toggle.setAttribute("aria-pressed", String(!on));
      apply();
    });
  }
  if (chooser) chooser.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => {
    for (const toggle of toggles) toggle.setAttribute("aria-pressed", pressedAtFirst.get(toggle));
    if (chooser) chooser.value = "";
    clear();
    apply();
  });
  apply();
  const target = /^#w(\d+)$/.exec(location.hash);
  if (target && rowOf.has(target[1])) toWords(target[1]);
})();
