/** On a narrow screen the filters stand in a dialog; it is the same form, moved there and back. */
import { cases, el } from "./dom.mjs";
import { filtersOn } from "./state.mjs";

export const WIDE = "(min-width: 56em)";
/** Where the filters stand beside the results. */

/**
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement} opener
 * @param {() => void} clear takes all filters off
 * @param {() => void} opened told when the filters come into sight
 */
export function sheet(form, opener, clear, opened) {
  const place = document.createComment("filters");
  const done = /** @type {HTMLButtonElement} */ (el("button", { class: "btn solid", type: "button" }, "Show cases"));
  const none = /** @type {HTMLButtonElement} */ (el("button", { class: "btn", type: "button" }, "Clear all"));
  const dialog = /** @type {HTMLDialogElement} */ (el("dialog", { class: "sheet", "aria-label": "Filters" }));
  const foot = el("div", { class: "sheet-foot" }, done, none);
  form.after(place, dialog);

  opener.addEventListener("click", () => {
    dialog.append(form, foot);
    dialog.showModal();
    opened();
  });
  dialog.addEventListener("close", () => {
    place.before(form);
    opener.focus({ preventScroll: true });
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && outside(dialog, event)) dialog.close();
  });
  done.addEventListener("click", () => dialog.close());
  none.addEventListener("click", clear);
  matchMedia(WIDE).addEventListener("change", (change) => {
    if (change.matches && dialog.open) dialog.close();
  });
  return {
    /**
     * @param {import("./state.mjs").State} state
     * @param {number} total
     */
    show(state, total) {
      const on = filtersOn(state);
      opener.textContent = on ? `Filters (${on} on)` : "Filters";
      done.textContent = total ? `Show ${cases(total)}` : "No case: go back";
      none.disabled = !on;
    },
  };
}

/**
 * Whether a click fell on what lies behind the dialog.
 * @param {HTMLDialogElement} dialog
 * @param {MouseEvent} event
 */
function outside(dialog, event) {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
