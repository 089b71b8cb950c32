/**
 * The search of the site. One module to import, and these functions to call:
 *
 *     import { open, search } from "./search.mjs";
 *     await open(base);   // address of the site's root, such as new URL("../", location.href).href
 *     const found = await search({ q: "damp homes", where: { services: ["housing"] }, facets: ["services"] });
 *
 * `foresee(q)`, after `open` was called, saves a round trip if the query is known by then.
 * `open` reads one file (`search/root.bin`) and may be left out of the way: `search` opens what was not opened.
 * It resolves to `{cases, wanted, guides, facets: [{id, label}]}`: how many there are, and what can be narrowed by.
 *
 * `search(options)`; all are optional:
 * - `q`: what was typed: words, "phrases", -word, +word, field:word, word*. Empty: all cases.
 * - `where`: ids of options by facet: OR within a facet, AND across. Unknown facets are left aside, unknown ids fit nothing.
 * - `sort`: "relevance" (the default; without words the newest), "newest", "evidence", "title".
 * - `limit` (10), `offset` (0): which results. `typing` (false): the last word may be unfinished.
 * - `facets` ([]): the facets to count; each costs a file the first time.
 * - `hasty` (false): what everyday words lead to may be left out as long as it has not arrived; it is on its way.
 * - `also` (0): how many wanted outcomes and guides to give beside the cases.
 *
 * It resolves to `{total, unfinished, results, facets, also, notes}`:
 * - `unfinished`: a hasty answer left something out.
 * - `total`: how many cases fit query and choices.
 * - `results`: cards in order, each `{number, score, id, url, title, summary, level, evidence, state, direction,
 *   councils, services, year, cost, stage, terms, row, marks: {title, summary}, why}`. `url` is relative to the site's
 *   root; `row` is the row of the lists as HTML with links that fit `find/`; `marks` are pieces for text nodes,
 *   `[text, kind]` with kind 1 for what was asked for, 2 for a synonym, 0 for the rest; `why` is a list of
 *   `{for: [words], as: text, facet?, id?}`: what the case has instead of the words typed.
 * - `facets`: by facet a list of `{id, label, above, count, chosen}` in order; `above` is the id of the heading or "".
 * - `also`: `{wanted: {total, results}, guides: {total, results}}`, cards with `url`, `title`, `summary`, `marks`.
 * - `notes`: `{mended: [{from, to}], synonyms: [{for: [words], as: [texts]}], unknown: [words],
 *   suggestions: [{facet, id, label}]}`; suggestions are there if nothing was found.
 *
 * `ids({q, where, sort})` resolves to the ids of all cases that fit, in order; it reads no cards.
 *
 * Everything throws only if files cannot be read. What is out of date is read again by itself.
 */

import { Everyday } from "./everyday.mjs";
import { counts } from "./facets.mjs";
import { term, tokens } from "./normalise.mjs";
import { findAll, makePlan } from "./plan.mjs";
import { fieldsOf } from "./rank.mjs";
import { Reader, Stale } from "./reader.mjs";
import { marked } from "./snippets.mjs";
import { inOrder } from "./sort.mjs";
import { suggestions, whyFound } from "./why.mjs";

const ASKED = 1;
const KINDS = { wanted: 1, guides: 2 };

/** @type {string} */
let base = "";
/** @type {Everyday} */
let everyday;
/** @type {Promise<Reader> | undefined} */
let opened;

/** @param {string} root address of the site's root */
export async function open(root) {
  if (root !== base || !opened) {
    if (root !== base) everyday = new Everyday(root);
    base = root;
    opened = again();
  }
  const { kinds, facets } = await opened;
  return { cases: kinds[0], wanted: kinds[1], guides: kinds[2], facets: facets.map(({ id, label }) => ({ id, label })) };
}

/** Begins to read what a query needs beside the root, while that is still on its way. @param {string} q */
export function foresee(q) {
  everyday?.of(tokens(q));
}

/** @param {{q?: string, where?: Record<string, string[]>, sort?: string, limit?: number, offset?: number, typing?: boolean, facets?: string[], also?: number, hasty?: boolean}} [options] */
export async function search(options = {}) {
  return fresh((reader) => answer(reader, options));
}

/**
 * The ids of all cases that fit, in order. @param {{q?: string, where?: Record<string, string[]>, sort?: string}} [options]
 * @returns {Promise<string[]>}
 */
export async function ids(options = {}) {
  return fresh(async (reader) => {
    const [numbers, all] = await Promise.all([
      answer(reader, { ...options, offset: 0, limit: reader.cases, facets: [], numbersOnly: true }),
      reader.ids(),
    ]);
    return numbers.map((number) => all[number]);
  });
}

/** Does something with the reader, and once more with a new one if the site has been published anew in between. */
async function fresh(work) {
  if (!opened) await open(base || new URL("../../../", import.meta.url).href);
  try {
    return await work(await opened);
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    opened = again("reload");
    return work(await opened);
  }
}

/** @param {RequestCache} [cache] */
function again(cache) {
  const reading = new Reader(base, everyday).open(cache);
  reading.catch(() => {
    opened = undefined;
  });
  return reading;
}

async function answer(reader, options) {
  const { q = "", where = {}, sort = "relevance", limit = 10, offset = 0, typing = false, facets = [], also = 0, hasty = false } = options;
  const known = new Set(reader.facets.map(({ id }) => id));
  const open = facets.filter((id) => known.has(id));
  const choices = Object.entries(where).filter(([id, ids]) => known.has(id) && ids.length);
  const tablesReady = tablesOf(reader, [...open, ...choices.map(([id]) => id)], sort);
  const { plan, scores, fits } = await found(reader, q, { typing, hasty });
  const tables = await tablesReady;
  const tests = new Map(choices.map(([id, ids]) => [id, tables.get(id).chosen(ids)]));
  const cases = fits.subarray(0, reader.cases);
  const counted = counts(cases, open.map((id) => tables.get(id)), tests);
  const left = narrowed(cases, tests);
  const order = await inOrder(reader, left, scores, sort, offset + limit);
  if (options.numbersOnly) return order;
  const hits = hitsOf(plan);
  const results = await Promise.all(order.slice(offset).map((number) => result(reader, number, scores, plan, hits)));
  const total = left.reduce((sum, one) => sum + one, 0);
  return {
    total,
    unfinished: plan.unfinished,
    results,
    facets: Object.fromEntries(open.map((id) => [id, told(tables.get(id), counted[id], where[id] ?? [])])),
    also: await others(reader, fits, scores, plan, hits, also),
    notes: notesOf(reader, plan, total, q),
  };
}

/** What fits the words; if nothing does, what fits the words that look most like them. */
async function found(reader, q, { typing, hasty }) {
  const plan = await makePlan(reader, q, { typing, hasty });
  const { scores, fits } = await findAll(reader, plan);
  if (plan.unfinished && !fits.includes(1)) return found(reader, q, { typing, hasty: false });
  if (!plan.unknown.length || typing || fits.includes(1)) return { plan, scores, fits };
  const other = await makePlan(reader, q, { typing, lastResort: true });
  return { plan: other, ...(await findAll(reader, other)) };
}

async function tablesOf(reader, ids, sort) {
  const needed = new Set(sort === "evidence" ? [...ids, "evidence"] : ids);
  return new Map(await Promise.all([...needed].map(async (id) => [id, await reader.facet(id)])));
}

function narrowed(cases, tests) {
  const left = cases.slice();
  for (const test of tests.values()) for (let one = 0; one < left.length; one++) left[one] &= test[one];
  return left;
}

async function result(reader, number, scores, plan, hits) {
  const card = await reader.card(number);
  const held = (one) => (plan.entries.has(one) ? fieldsOf(plan.entries.get(one), number, reader.lengths) : 0);
  return { ...card, number, score: scores[number], marks: marksOf(card, plan, hits), why: whyFound(reader, plan, card, held) };
}

async function others(reader, fits, scores, plan, hits, most) {
  const found = {};
  let start = reader.cases;
  for (const [name, kind] of Object.entries(KINDS)) {
    const numbers = [];
    for (let one = start; one < start + reader.kinds[kind]; one++) if (fits[one]) numbers.push(one);
    numbers.sort((a, b) => Math.round(scores[b] * 1e9) - Math.round(scores[a] * 1e9) || a - b);
    const cards = await Promise.all(numbers.slice(0, most).map((number) => reader.card(number)));
    found[name] = { total: numbers.length, results: cards.map((card) => ({ ...card, marks: marksOf(card, plan, hits) })) };
    start += reader.kinds[kind];
  }
  return found;
}

function marksOf({ title, summary }, { starts }, hits) {
  return { title: marked(title, hits, starts), summary: marked(summary, hits, starts) };
}

/** Terms to be marked: 1 for what was asked for, 2 for synonyms. */
function hitsOf({ clauses, added, phrases }) {
  const hits = new Map(added.map((one) => [one.term, 2]));
  const asked = clauses.filter(({ presence, boost }) => presence >= 0 && boost === 1).flatMap(({ terms }) => terms);
  const quoted = phrases.filter(({ presence }) => presence > 0).flatMap(({ words }) => words.map(term));
  for (const one of [...asked, ...quoted]) if (one) hits.set(one, ASKED);
  return hits;
}

function told(facet, numbers, chosen) {
  return facet.options.map(({ id, label, above }, at) => ({
    id, label, above: above < 0 ? "" : facet.options[above].id, count: numbers[at], chosen: chosen.includes(id),
  }));
}

function notesOf(reader, plan, total, q) {
  const synonyms = new Map();
  for (const { for: words, shown } of plan.added) {
    const key = words.join(" ");
    if (!synonyms.has(key)) synonyms.set(key, { for: words, as: [] });
    if (!synonyms.get(key).as.includes(shown)) synonyms.get(key).as.push(shown);
  }
  return {
    mended: [...plan.mended].map(([from, to]) => ({ from, to })),
    synonyms: [...synonyms.values()],
    unknown: plan.unknown,
    suggestions: total ? [] : suggestions(reader, tokens(q).map(term).filter(Boolean)),
  };
}
