/**
 * A text field with a list of suggestions, by the combobox pattern of the ARIA Authoring Practices: the focus stays in
 * the field, the arrow keys choose, Enter goes there (or sends the form if nothing is chosen), Escape closes.
 */
import { el } from "../find/dom.mjs";
import { offers } from "./offers.mjs";

const PAUSE = 80; // milliseconds
/** @typedef {import("./offers.mjs").Group} Group */

let number = 0;

/** @param {HTMLFormElement} form */
export function combobox(form) {
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input[type=search]"));
  const id = `offers-${(number += 1)}`;
  const list = el("div", { id, class: "offers", role: "listbox", "aria-label": "Suggestions", popover: "manual", hidden: true });
  const status = el("p", { class: "vh", role: "status" });
  form.append(list, status);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": id })) {
    field.setAttribute(name, value);
  }
  /** @type {HTMLElement[]} */
  let options = [];
  let chosen = -1;
  let turn = 0;
  let pausing = 0;

  const close = () => {
    turn += 1;
    clearTimeout(pausing);
    choose(-1);
    options = [];
    if (!list.hidden) list.hidePopover?.();
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    status.textContent = "";
  };
  /** @param {number} at */
  const choose = (at) => {
    options[chosen]?.setAttribute("aria-selected", "false");
    chosen = at;
    const option = options[chosen];
    if (!option) return field.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", option.id);
  };
  const ask = async () => {
    const mine = (turn += 1);
    const groups = field.value.trim() ? await offers(field.value) : [];
    if (mine !== turn || document.activeElement !== field) return;
    if (!groups.length) return close();
    list.replaceChildren(...groups.map((group, at) => grouped(group, `${id}-${at}`)));
    options = /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);
    choose(-1);
    place(list, form);
    field.setAttribute("aria-expanded", "true");
    status.textContent = options.length === 1 ? "1 suggestion" : `${options.length} suggestions`;
  };
  const later = () => {
    clearTimeout(pausing);
    pausing = setTimeout(ask, PAUSE);
  };

  field.addEventListener("input", later);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const shown = options.length > 0;
    if (event.key === "Escape" && shown) close();
    else if (event.key === "Enter" && options[chosen]) go(options[chosen]);
    else if (event.key === "ArrowDown" && !shown) later();
    else if (event.key === "ArrowDown") choose(chosen + 1 < options.length ? chosen + 1 : -1);
    else if (event.key === "ArrowUp" && shown) choose(chosen < 0 ? options.length - 1 : chosen - 1);
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the field
  list.addEventListener("click", (event) => {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (option instanceof HTMLElement) go(option, event.ctrlKey || event.metaKey);
  });
  addEventListener("resize", () => options.length && place(list, form));
  if (field.value.trim()) later();
}

/**
 * @param {Group} group
 * @param {string} id
 */
function grouped(group, id) {
  const made = el("div", { role: "group", "aria-labelledby": id }, el("div", { class: "offers-kind", id, role: "presentation" }, group.label));
  group.offers.forEach((one, at) => {
    const label = el("span", {}, one.label);
    const option = el("div", { id: `${id}-${at}`, role: "option", "aria-selected": "false", "data-to": one.to }, label);
    if (one.note) option.append(" ", el("small", {}, one.note));
    made.append(option);
  });
  return made;
}

/**
 * @param {HTMLElement} option
 * @param {boolean} [aside] in a tab of its own
 */
function go(option, aside = false) {
  const to = option.dataset.to ?? "";
  if (aside) open(to, "_blank", "noopener");
  else location.assign(to);
}

/**
 * Under the field, above everything else on the page.
 * @param {HTMLElement} list
 * @param {HTMLElement} form
 */
function place(list, form) {
  const box = form.getBoundingClientRect();
  const wide = document.documentElement.clientWidth;
  const width = Math.min(Math.max(box.width, 420), wide - 16);
  list.hidden = false;
  if (list.showPopover && !list.matches(":popover-open")) list.showPopover();
  list.style.width = `${width}px`;
  list.style.left = `${scrollX + Math.max(8, Math.min(box.left, wide - width - 8))}px`;
  list.style.top = `${scrollY + box.bottom + 6}px`;
}
