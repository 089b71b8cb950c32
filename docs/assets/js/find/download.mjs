/** What was found as a file: the site's own data, cut down to these cases, in their order. Made in the page. */
import { askIds, ROOT } from "./core.mjs";
import { el } from "./dom.mjs";

/** @typedef {import("./state.mjs").State} State */

const TABLE = "data/studies.csv";
const DATA = "api/v1/studies.json";

/**
 * @param {State} state
 * @returns {HTMLElement}
 */
export function downloads(state) {
  const said = el("span", { role: "status" });
  const table = button("CSV", said, async () => save("cases.csv", "text/csv", tableOf(await text(TABLE), await askIds(state))));
  const data = button("JSON", said, async () => save("cases.json", "application/json", dataOf(await text(DATA), await askIds(state))));
  return el("p", { class: "take" }, "Take these cases with you: ", table, " ", data, " ", said);
}

/**
 * The lines of a table whose first cell is one of the ids, in the order of the ids, below the heading.
 * @param {string} table RFC 4180
 * @param {string[]} ids
 */
export function tableOf(table, ids) {
  const [head, ...rest] = records(table);
  const byId = new Map(rest.map((line) => [line.slice(0, line.indexOf(",")), line]));
  return [head, ...ids.map((id) => byId.get(id) ?? "")].filter(Boolean).map((line) => `${line}\r\n`).join("");
}

/**
 * @param {string} json the index of all cases
 * @param {string[]} ids
 */
export function dataOf(json, ids) {
  const index = JSON.parse(json);
  const byId = new Map(index.studies.map((/** @type {{id: string}} */ one) => [one.id, one]));
  const studies = ids.map((id) => byId.get(id)).filter(Boolean);
  return `${JSON.stringify({ ...index, count: studies.length, studies }, null, 1)}\n`;
}

/**
 * The records of a table as they are written; a line break inside quotes ends none.
 * @param {string} table
 */
function records(table) {
  const found = [];
  let start = 0;
  let quoted = false;
  for (let at = 0; at < table.length; at += 1) {
    if (table[at] === '"') quoted = !quoted;
    else if (table[at] === "\n" && !quoted) {
      found.push(table.slice(start, at).replace(/\r$/, ""));
      start = at + 1;
    }
  }
  if (start < table.length) found.push(table.slice(start));
  return found;
}

/**
 * @param {string} label
 * @param {HTMLElement} said
 * @param {() => Promise<void>} take
 */
function button(label, said, take) {
  const made = el("button", { class: "btn", type: "button" }, label);
  made.addEventListener("click", async () => {
    said.textContent = "";
    try {
      await take();
    } catch {
      said.textContent = "The file could not be made: the data did not arrive. Try again.";
    }
  });
  return made;
}

/** @param {string} path */
async function text(path) {
  const answer = await fetch(new URL(path, ROOT));
  if (!answer.ok) throw new Error(`${answer.status} for ${path}`);
  return answer.text();
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string} content
 */
function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = /** @type {HTMLAnchorElement} */ (el("a", { href: address, download: name }));
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
