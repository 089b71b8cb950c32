/** Making elements: text is only ever text here, so nothing that a reader or a case wrote can become markup. */

/**
 * An element with attributes and children; an attribute of `true` stands without a value, of `false` not at all.
 * @param {string} name
 * @param {Record<string, string | number | boolean>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children);
  return made;
}

/**
 * The element of a page that must be there.
 * @template {HTMLElement} T
 * @param {ParentNode} where
 * @param {string} selector
 * @param {new () => T} [kind]
 * @returns {T}
 */
export function part(where, selector, kind = /** @type {any} */ (HTMLElement)) {
  const found = where.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`the page has no ${selector}`);
  return found;
}

/**
 * Whether a click means this page: no other button, no key that opens a tab.
 * @param {MouseEvent} event
 */
export function isPlain(event) {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

const NUMBERS = new Intl.NumberFormat("en-GB");

/**
 * "1,234".
 * @param {number} count
 */
export function number(count) {
  return NUMBERS.format(count);
}

/**
 * "1 case", "2 cases".
 * @param {number} count
 */
export function cases(count) {
  return `${number(count)} ${count === 1 ? "case" : "cases"}`;
}

/**
 * Gives an element these children, and leaves alone those that stand there already: what is not moved is not laid out.
 * @param {Element} where
 * @param {Node[]} wanted
 */
export function put(where, wanted) {
  wanted.forEach((node, at) => {
    const now = where.childNodes[at] ?? null;
    if (now !== node) where.insertBefore(node, now);
  });
  while (where.childNodes.length > wanted.length) where.lastChild?.remove();
}
