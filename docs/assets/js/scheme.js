/**
 * Light or dark: applies the reader's choice before the page is drawn, and wires the button in the header.
 * A classic script, since a module would run after the first paint. Without a choice, or without scripts,
 * the style sheet follows the system. The choice is kept in this browser, once for each site on a host.
 */
(() => {
  const root = document.documentElement;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const key = `${new URL("../../", script.src).pathname}.scheme`;
  const system = matchMedia("(prefers-color-scheme: dark)");
  root.classList.replace("no-js", "js");
  // The find page holds its own list back while something else is asked for (see the end of the style sheet).
  root.classList.toggle("asking", location.search.length > 1);

  /** @type {"dark" | "light" | null} */
  let choice = null;
  try {
    const kept = localStorage.getItem(key);
    choice = kept === "dark" || kept === "light" ? kept : null;
  } catch {
    // Storage may be switched off; then the choice lasts for one page.
  }

  const isDark = () => (choice === null ? system.matches : choice === "dark");

  const show = () => {
    if (choice === null) root.removeAttribute("data-md-color-scheme");
    else root.setAttribute("data-md-color-scheme", choice === "dark" ? "slate" : "default");
    document.querySelector("[data-scheme-toggle]")?.setAttribute("aria-pressed", String(isDark()));
  };

  const toggle = () => {
    const wanted = isDark() ? "light" : "dark";
    choice = wanted === (system.matches ? "dark" : "light") ? null : wanted;
    try {
      if (choice === null) localStorage.removeItem(key);
      else localStorage.setItem(key, choice);
    } catch {
      // As above.
    }
    show();
  };

  show();
  system.addEventListener("change", show);
  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-toggle]");
    button?.removeAttribute("hidden");
    button?.addEventListener("click", toggle);
    show();
  });
})();
