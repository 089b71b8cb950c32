/**
 * Where the reader was on each page of the history: how far down, and on which control. Going back restores both,
 * also after a visit to a case, when this page is loaded anew. Kept for the visit only.
 */

const KEPT = "whatworks.places";
const MOST = 50;
/** @typedef {{y: number, focus: string}} Place */

export function places() {
  /** @type {Map<string, Place>} */
  const kept = new Map(load());
  history.scrollRestoration = "manual";
  let key = history.state?.place ?? fresh();
  history.replaceState({ place: key }, "");

  let settled = false; // while the page is being rebuilt, where it stands says nothing
  const now = () => {
    if (!settled) return;
    kept.delete(key);
    kept.set(key, { y: scrollY, focus: nameOf(document.activeElement) });
  };
  let waiting = 0;
  addEventListener("scroll", () => {
    waiting ||= requestAnimationFrame(() => {
      waiting = 0;
      now();
    });
  }, { passive: true });
  addEventListener("focusin", now);
  addEventListener("pagehide", () => {
    now();
    save([...kept].slice(-MOST));
  });
  return {
    /**
     * A step forward.
     * @param {string} url
     */
    push(url) {
      now();
      key = fresh();
      history.pushState({ place: key }, "", url);
    },
    /**
     * The same step under another address.
     * @param {string} url
     */
    replace: (url) => history.replaceState({ place: key }, "", url),
    /** To be called when the reader went back or forward. */
    moved() {
      settled = false;
      key = history.state?.place ?? fresh();
    },
    /** To be called once the page shows what the address says. */
    restore() {
      settled = true;
      const place = kept.get(key);
      if (!place) return;
      const focus = place.focus ? find(place.focus) : null;
      if (focus) focus.focus({ preventScroll: true });
      scrollTo({ top: place.y, behavior: "instant" });
    },
  };
}

function fresh() {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}

/**
 * How to find a control again: by its id, or by what it says and where it leads.
 * @param {Element | null} element
 */
function nameOf(element) {
  if (!element || element === document.body) return "";
  if (element.id) return `#${element.id}`;
  return element instanceof HTMLAnchorElement ? linkName(element) : "";
}

/** @param {HTMLAnchorElement} link */
function linkName(link) {
  return `=${link.getAttribute("href")} ${link.textContent}`;
}

/**
 * @param {string} name
 * @returns {HTMLElement | null}
 */
function find(name) {
  if (name.startsWith("#")) return document.getElementById(name.slice(1));
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("[data-find] a")]);
  return links.find((one) => linkName(one) === name) ?? null;
}

/** @returns {[string, Place][]} */
function load() {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");
  } catch {
    return []; // storage may be switched off; then places last as long as the page
  }
}

/** @param {[string, Place][]} all */
function save(all) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(all));
  } catch {
    // as above
  }
}
