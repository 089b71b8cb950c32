/**
 * What is asked for, and how the address bar says it. Pure: no page, no time.
 *
 * `?q=bins&outcomes=streets-mended&outcomes=cleaner-streets&sort=newest&page=2` is what a plain form would send, too.
 */

/** @typedef {"" | "newest" | "evidence" | "title"} Sort "" is best match with words, newest without */
/** @typedef {Readonly<{q: string, where: Readonly<Record<string, readonly string[]>>, sort: Sort, page: number}>} State */

export const PAGE = 10;
/** Cases on a page of results. */

const SORTS = ["newest", "evidence", "title"];
const LONGEST = 300;
const MOST_PAGES = 10000;

/** @type {State} */
export const NOTHING = Object.freeze({ q: "", where: Object.freeze({}), sort: "", page: 1 });

/**
 * The state that an address says; what it says of unknown options or orders is passed over.
 * @param {string} search the part of the address from "?" on
 * @param {ReadonlyMap<string, ReadonlySet<string>>} known options by facet, in the order of the page
 * @returns {State}
 */
export function read(search, known) {
  const said = new URLSearchParams(search);
  const q = tidy(said.get("q") ?? "");
  /** @type {Record<string, string[]>} */
  const where = {};
  for (const [facet, options] of known) {
    const ids = [...new Set(said.getAll(facet))].filter((id) => options.has(id));
    if (ids.length) where[facet] = ids;
  }
  const page = Number(said.get("page"));
  return settled({
    q,
    where,
    sort: /** @type {Sort} */ (SORTS.includes(said.get("sort") ?? "") ? said.get("sort") : ""),
    page: Number.isInteger(page) && page > 0 && page <= MOST_PAGES ? page : 1,
  });
}

/**
 * The address of a state, relative to the page.
 * @param {State} state
 */
export function write(state) {
  const said = new URLSearchParams();
  if (state.q.trim()) said.append("q", state.q.trim());
  for (const [facet, ids] of Object.entries(state.where)) for (const id of ids) said.append(facet, id);
  if (state.sort) said.append("sort", state.sort);
  if (state.page > 1) said.append("page", String(state.page));
  const text = said.toString();
  return text ? `?${text}` : "./";
}

/**
 * Other words; the first page again.
 * @param {State} state
 * @param {string} q
 */
export function asked(state, q) {
  return settled({ ...state, q: q.slice(0, LONGEST), page: 1 });
}

/**
 * An option ticked or no longer ticked; the first page again.
 * @param {State} state
 * @param {string} facet
 * @param {string} id
 * @param {boolean} on
 */
export function ticked(state, facet, id, on) {
  const { [facet]: ids = [], ...rest } = state.where;
  const left = ids.filter((one) => one !== id);
  const now = on ? [...left, id] : left;
  return settled({ ...state, where: now.length ? { ...state.where, [facet]: now } : rest, page: 1 });
}

/**
 * The same words without any filter.
 * @param {State} state
 */
export function unfiltered(state) {
  return settled({ ...state, where: {}, page: 1 });
}

/**
 * @param {State} state
 * @param {Sort} sort
 */
export function sorted(state, sort) {
  return settled({ ...state, sort, page: 1 });
}

/**
 * @param {State} state
 * @param {number} page
 */
export function turned(state, page) {
  return settled({ ...state, page });
}

/**
 * Whether nothing is asked: then the page's own list of all cases is the answer.
 * @param {State} state
 */
export function isNothing(state) {
  return write(state) === "./";
}

/**
 * How many options are ticked.
 * @param {State} state
 */
export function filtersOn(state) {
  return Object.values(state.where).reduce((sum, ids) => sum + ids.length, 0);
}

/**
 * One spelling of each state: without words "newest" is the order anyway.
 * @param {State} state
 * @returns {State}
 */
function settled(state) {
  return Object.freeze({ ...state, sort: !state.q.trim() && state.sort === "newest" ? "" : state.sort });
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, " ").trim().slice(0, LONGEST);
}
