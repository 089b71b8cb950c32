/**
 * Suggestions while typing in the search fields that lead to the find page, and "/" to get to the field.
 * Nothing more is loaded until such a field has the focus.
 */

const forms = /** @type {HTMLFormElement[]} */ ([...document.querySelectorAll("form[data-suggest]")]);

for (const form of forms) {
  form.addEventListener("focusin", async () => {
    const { combobox } = await import("./suggest/combobox.mjs");
    combobox(form);
  }, { once: true });
}

addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
  const fields = document.querySelectorAll("form[role=search] input[type=search]");
  const field = [...fields].find((one) => one.checkVisibility({ visibilityProperty: true }));
  if (!(field instanceof HTMLInputElement) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});

/**
 * Whether a key typed here is meant as text.
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  if (!(target instanceof HTMLElement)) return false;
  const types = ["checkbox", "radio", "button", "submit"];
  return target.isContentEditable || target.matches("textarea, select") || (target instanceof HTMLInputElement && !types.includes(target.type));
}
