/** The filters: boxes to tick, with live counts. They stand in the page ready made; this brings them to life. */
import { number, part } from "./dom.mjs";
import { narrow } from "./narrow.mjs";
import { WIDE } from "./sheet.mjs";

/** @typedef {import("./state.mjs").State} State */

/**
 * @param {HTMLFormElement} form
 * @param {(facet: string, id: string, on: boolean) => void} tick
 * @param {() => void} opened told when a list was opened: its counts are wanted now
 */
export function filters(form, tick, opened) {
  const groups = [...form.querySelectorAll("details[data-facet]")].map((one) => group(/** @type {HTMLDetailsElement} */ (one)));
  form.addEventListener("change", (event) => {
    const box = event.target;
    if (box instanceof HTMLInputElement && box.type === "checkbox") tick(box.name, box.value, box.checked);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const one of groups) one.details.addEventListener("toggle", () => one.details.open && opened());
  form.hidden = false;
  const wide = matchMedia(WIDE);
  return {
    known: new Map(groups.map((one) => [one.facet, new Set(one.boxes.keys())])),
    /** The facets whose counts are in sight; asked on every key, so the page must not be laid out to know it. */
    open: () => (wide.matches || form.closest("dialog[open]") ? groups.filter((one) => one.details.open).map((one) => one.facet) : []),
    /**
     * @param {string} facet
     * @param {string} id
     */
    label: (facet, id) => groups.find((one) => one.facet === facet)?.boxes.get(id)?.label ?? id,
    /**
     * @param {State["where"]} where
     * @param {Record<string, Record<string, number>> | null} counts null for those of all cases
     */
    show(where, counts) {
      for (const one of groups) one.show(where[one.facet] ?? [], counts ? counts[one.facet] : null);
    },
  };
}

/**
 * One facet.
 * @param {HTMLDetailsElement} details
 */
function group(details) {
  const chosen = part(details, "[data-chosen]");
  const boxes = new Map([...details.querySelectorAll("input[type=checkbox]")].map((one) => {
    const made = option(/** @type {HTMLInputElement} */ (one));
    return [made.box.value, made];
  }));
  const list = narrow(details, [...boxes.values()]);
  let before = "";
  return {
    facet: details.dataset.facet ?? "",
    details,
    boxes,
    /**
     * @param {readonly string[]} ids
     * @param {Record<string, number> | null | undefined} counts null for those of all cases, undefined if not known
     */
    show(ids, counts) {
      if (counts !== undefined) {
        for (const one of boxes.values()) one.count(counts === null ? one.all : (counts[one.box.value] ?? 0));
      }
      const now = ids.join(" ");
      if (now === before) return;
      for (const one of boxes.values()) one.tick(ids.includes(one.box.value));
      chosen.textContent = ids.length ? `${ids.length} on` : "";
      if (!before) details.open = true; // what is on must be in sight, but may be closed again
      before = now;
      list.show();
    },
  };
}

/**
 * One box with its label and count.
 * @param {HTMLInputElement} box
 */
function option(box) {
  const item = /** @type {HTMLElement} */ (box.closest("li"));
  const told = part(item, ".num");
  const all = Number(told.dataset.all);
  let left = all;
  // a box without result cannot be ticked; one that has the focus keeps it until it is left
  const settle = () => {
    box.disabled = left === 0 && !box.checked && document.activeElement !== box;
  };
  box.addEventListener("blur", () => queueMicrotask(settle));
  return {
    box,
    item,
    all,
    label: part(item, "label > span").textContent ?? "",
    /** @param {boolean} on */
    tick(on) {
      box.checked = on;
      settle();
    },
    /** @param {number} count */
    count(count) {
      if (count === left) return;
      left = count;
      told.textContent = number(count);
      item.classList.toggle("none", count === 0);
      settle();
    },
  };
}
