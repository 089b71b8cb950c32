/**
 * The one door to the search core: what the page asks, and what it gets, in the page's own words.
 *
 * @typedef {import("./state.mjs").State} State
 * @typedef {{to: string, label: string, kind: string}} Way a link below the site's root, and what stands there
 * @typedef {{id: string, title: string, row: string, why: string[]}} Result a case, its row as HTML, and synonyms that led to it
 * @typedef {{
 *   total: number,
 *   ids: string[],
 *   results: Result[],
 *   counts: Record<string, Record<string, number>>,
 *   also: string[],
 *   mean: string,
 *   instead: string,
 *   broader: Way[],
 *   pages: Way[],
 *   isHit: (word: string) => boolean,
 * }} Answer
 * `counts`: by facet and option. `also`: synonyms searched with the words. `mean`: the words as they may have been
 * meant. `instead`: the words that were searched because nothing had those typed. `broader`: where to look if nothing
 * was found. `pages`: hand-written pages and wanted outcomes that fit.
 */
import * as search from "../search/search.mjs";
import { PAGE } from "./state.mjs";

export const ROOT = new URL("../../../", import.meta.url);
/** Where the site begins, whatever folder it is served from. */

/** @type {Promise<unknown> | null} */
let opened = null;

/**
 * @param {State} state
 * @param {{typing?: boolean, limit?: number, offset?: number, facets?: string[]}} [options]
 * @returns {Promise<Answer>}
 */
export async function ask(state, { typing = false, limit = PAGE, offset = (state.page - 1) * PAGE, facets = [] } = {}) {
  opened ??= search.open(ROOT.href);
  await opened;
  const found = await search.search({
    q: state.q,
    where: state.where,
    sort: state.sort || (state.q.trim() ? "relevance" : "newest"),
    limit,
    offset,
    typing,
    facets,
  });
  const notes = found.notes ?? {};
  return {
    total: found.total,
    ids: found.results.map((one) => one.id),
    results: found.results.map((one) => ({ id: one.id, title: one.title, row: one.row ?? "", why: one.why ?? [] })),
    counts: found.facets,
    also: notes.also ?? [],
    mean: notes.mean ?? "",
    instead: notes.instead ?? "",
    broader: notes.broader ?? [],
    pages: notes.pages ?? [],
    isHit: notes.isHit ?? (() => false),
  };
}
