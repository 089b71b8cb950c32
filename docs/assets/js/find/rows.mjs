/** The rows of cases as elements. The site has rendered each once; here it is only put into the page. */

/**
 * @param {string} html a row that our own templates made, every word of the case in it escaped
 * @returns {HTMLElement}
 */
export function row(html) {
  const template = document.createElement("template");
  template.innerHTML = html;
  const made = template.content.firstElementChild;
  if (!(made instanceof HTMLElement)) throw new Error("a row that holds nothing");
  return made;
}
