/** The rows of cases as elements. The site has rendered each once; here it is only put into the page. */

/** @type {Map<string, HTMLTemplateElement>} */
const read = new Map();

/**
 * @param {string} html a row that our own templates made, every word of the case in it escaped
 * @returns {HTMLElement} a copy of its own
 */
export function row(html) {
  let template = read.get(html);
  if (!template) {
    template = document.createElement("template");
    template.innerHTML = html;
    read.set(html, template);
  }
  const made = template.content.firstElementChild?.cloneNode(true);
  if (!(made instanceof HTMLElement)) throw new Error("a row that holds nothing");
  return made;
}
