/** A query on its way: mended, expanded, turned into clauses and phrases. The mirror of answer.py. */

import { addedFor } from "./everyday.mjs";
import { term } from "./normalise.mjs";
import { holding } from "./phrases.mjs";
import { readQuery } from "./query.mjs";
import { rank } from "./rank.mjs";
import { mend, nearest } from "./spell.mjs";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/**
 * @typedef {object} Plan
 * @property {import("./rank.mjs").Clause[]} clauses
 * @property {import("./query.mjs").Item[]} phrases
 * @property {Map<string, import("./blocks.mjs").Entry>} entries
 * @property {string[]} terms @property {string[]} words @property {string[]} starts
 * @property {Map<string, string>} mended @property {ReturnType<import("./expand.mjs").Synonyms["added"]>} added
 * @property {string[]} unknown @property {boolean} unfinished
 */

/**
 * @param {import("./reader.mjs").Reader} reader @param {string} typed
 * @param {{typing?: boolean, lastResort?: boolean, hasty?: boolean}} [how] hasty: what everyday words lead to is left
 * out as long as it has not arrived, and the plan says that it is `unfinished`
 * @returns {Promise<Plan>}
 */
export async function makePlan(reader, typed, { typing = false, lastResort = false, hasty = false } = {}) {
  const items = readQuery(typed, typing, reader.names);
  await fetchAhead(reader, items, hasty);
  const plan = { clauses: [], phrases: [], entries: new Map(), terms: [], words: [], starts: [], mended: new Map(), added: [], unknown: [], unfinished: false };
  for (const item of items) {
    if (item.phrase) planPhrase(plan, item, reader);
    else await planWord(plan, item, reader, lastResort);
  }
  await add(plan, reader, hasty);
  for (const added of plan.added) plan.clauses.push(clause([added.term], added.weight, anyField(reader), 0));
  const understood = new Set(plan.added.flatMap((added) => added.for));
  plan.unknown = plan.unknown.filter((word) => !understood.has(word));
  plan.entries = await reader.entries(plan.clauses.flatMap(({ terms }) => terms));
  return plan;
}

/** The documents that fit a plan. @param {import("./reader.mjs").Reader} reader @param {Plan} plan */
export async function findAll(reader, plan) {
  const { clauses, phrases, unknown, entries } = plan;
  if (!clauses.length && !phrases.length) {
    const fits = new Uint8Array(reader.total);
    if (!unknown.length) fits.fill(1, 0, reader.cases);
    return { scores: new Float64Array(reader.total), fits };
  }
  const found = rank(clauses, entries, reader.lengths);
  for (const { words, presence } of phrases) {
    const terms = words.map(term).filter(Boolean);
    const [places, own] = await Promise.all([reader.placesOf(terms), reader.entries(terms)]);
    const held = holding(words, found.fits, places, own);
    for (let one = 0; one < held.length; one++) if (held[one] !== (presence > 0 ? 1 : 0)) found.fits[one] = 0;
  }
  return found;
}

/** Synonyms, and what everyday words lead to. */
async function add(plan, reader, hasty) {
  const { terms, words } = plan;
  plan.added = reader.synonyms.added(terms, words);
  const known = new Set(plan.added.map((one) => one.term));
  const everyday = addedFor(terms, words, await reader.everyday.of(terms), await reader.entries(terms));
  const others = everyday.filter((one) => !known.has(one.term));
  const ready = hasty ? others.filter((one) => reader.hasEntry(one.term)) : others;
  plan.unfinished = ready.length < others.length;
  plan.added.push(...ready);
}

/** Ask at once for all blocks that the query is likely to need, so that they take one round trip. */
async function fetchAhead(reader, items, hasty) {
  const plain = items.filter(({ phrase, field, presence }) => !phrase && field < 0 && presence >= 0).map(({ words }) => words[0]);
  const terms = plain.map(term).filter(Boolean);
  const added = reader.synonyms.added(terms, terms).map((one) => one.term);
  const own = items.flatMap(({ words }) => words.map(term)).filter(Boolean);
  const quoted = items.filter(({ phrase }) => phrase).flatMap(({ words }) => words.map(term)).filter(Boolean);
  const everyday = reader.everyday.of(terms).then((known) => {
    const leads = reader.entries(addedFor(terms, terms, known, new Set()).map((one) => one.term));
    return hasty ? void leads.catch(() => {}) : leads; // on their way, but nothing waits for them
  });
  await Promise.all([
    everyday,
    reader.entries([...own, ...added]),
    reader.placesOf(quoted),
    ...items.filter(({ prefix }) => prefix).map(({ words }) => reader.beginning(words.at(-1))),
  ]);
}

async function planWord(plan, item, reader, lastResort) {
  let word = item.words[0];
  const fields = item.field < 0 ? anyField(reader) : 1 << item.field;
  let one = term(word);
  const strange = one && item.presence >= 0 && !(await isKnown(reader, one));
  const ends = item.prefix || (strange && item.last) ? await reader.beginning(word) : [];
  if (ends.length) {
    planPrefix(plan, item, one, ends, fields);
    return;
  }
  if (!one) return;
  if (strange) {
    const better = await betterWord(reader, word, lastResort);
    if (better) {
      plan.mended.set(word, better);
      word = better;
      one = term(better);
    } else {
      plan.unknown.push(word);
    }
  }
  plan.clauses.push(clause([one], 1, fields, item.presence));
  if (item.field < 0 && item.presence >= 0) {
    plan.terms.push(one);
    plan.words.push(word);
  }
}

/** Whether a term stands in some document, or leads to one that does. */
async function isKnown(reader, one) {
  return reader.synonyms.knows(one) || (await reader.everyday.of([one])).knows(one) || (await reader.entries([one])).size > 0;
}

function planPrefix(plan, item, one, ends, fields) {
  const [word] = item.words;
  const exact = ends.includes(one);
  plan.starts.push(word);
  if (item.presence) {
    plan.clauses.push(clause(ends, 1, fields, item.presence));
  } else {
    const others = ends.filter((end) => end !== one);
    if (exact) plan.clauses.push(clause([one], 1, fields, 0));
    if (others.length) plan.clauses.push(clause(others, 1 / Math.sqrt(others.length), fields, 0));
  }
  if (item.field < 0 && exact) {
    plan.terms.push(one);
    plan.words.push(word);
  }
}

function planPhrase(plan, item, reader) {
  const fields = item.field < 0 ? anyField(reader) : 1 << item.field;
  const terms = item.words.map(term).filter(Boolean);
  if (!terms.length) return;
  plan.phrases.push(item);
  if (item.presence > 0) for (const one of terms) plan.clauses.push(clause([one], 1, fields, 1));
}

async function betterWord(reader, word, lastResort) {
  const found = mend(word, await reader.wordsOf([...word][0]));
  if (found || !lastResort) return found;
  const lists = await Promise.all([...LETTERS].map((letter) => reader.wordsOf(letter)));
  return nearest(word, lists.flatMap((list) => [...list.keys()]));
}

const clause = (terms, boost, fields, presence) => ({ terms, boost, fields, presence });

const anyField = (reader) => (1 << reader.fieldNames.length) - 1;
