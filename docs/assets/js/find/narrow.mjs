/** Long lists of options: a few at first, all on demand, and a field to look for one. */

/** @typedef {{box: HTMLInputElement, item: HTMLElement, label: string}} Option */

/**
 * @param {HTMLElement} group
 * @param {Option[]} options
 */
export function narrow(group, options) {
  const button = /** @type {HTMLButtonElement | null} */ (group.querySelector("[data-all-options]"));
  const holder = /** @type {HTMLElement | null} */ (group.querySelector("[data-narrow]"));
  const field = holder?.querySelector("input") ?? null;
  const word = button?.querySelector("[data-word]") ?? null;
  const few = word?.textContent ?? "";
  let all = false;

  const show = () => {
    const typed = fold(field?.value ?? "").split(" ").filter(Boolean);
    for (const { box, item, label } of options) {
      const more = "more" in item.dataset;
      const fits = typed.length ? typed.every((one) => fold(label).includes(one)) : all || !more;
      item.hidden = !fits && !box.checked;
    }
  };
  const toggle = () => {
    all = !all;
    button?.setAttribute("aria-expanded", String(all));
    if (word) word.textContent = all ? "Show fewer" : few;
    if (holder) holder.hidden = !all;
    if (!all && field) field.value = "";
    show();
  };
  button?.addEventListener("click", toggle);
  field?.addEventListener("input", show);
  field?.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // there is nothing to send
  });
  show();
  return { show };
}

/** @param {string} text */
export function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
