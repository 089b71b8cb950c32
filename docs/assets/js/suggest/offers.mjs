/** What to suggest for a few letters: cases, outcomes, services, councils and pages. */
import { ROOT, ask } from "../find/core.mjs";
import { fold } from "../find/narrow.mjs";
import { asked, NOTHING } from "../find/state.mjs";

/** @typedef {{label: string, to: string, note?: string}} Offer */
/** @typedef {{label: string, offers: Offer[]}} Group */
/** @typedef {{kind: string, label: string, to: string, words: string[]}} Term */

const KINDS = [["outcomes", "Outcomes", 3], ["services", "Services", 2], ["councils", "Councils", 3], ["pages", "Pages", 2]];
const CASES = 4;
const LEAST = 2;
const LEAST_OF_CASES = 3; // a shorter beginning is no word that a case could be found by

/** @type {Promise<Term[]> | null} */
let known = null;

/**
 * @param {string} typed
 * @returns {Promise<Group[]>}
 */
export async function offers(typed) {
  const words = fold(typed).split(" ").filter(Boolean);
  if (words.join("").length < LEAST) return [];
  known ??= terms();
  const [all, found] = await Promise.all([known, words.some((one) => one.length >= LEAST_OF_CASES) ? cases(typed) : []]);
  const groups = KINDS.map(([kind, label, most]) => ({
    label: String(label),
    offers: best(all.filter((one) => one.kind === kind), words).slice(0, Number(most)),
  }));
  return [{ label: "Cases", offers: found }, ...groups].filter((one) => one.offers.length);
}

/**
 * The terms that have every word, those that begin with the first before the others.
 * @param {Term[]} all
 * @param {string[]} words
 * @returns {Offer[]}
 */
export function best(all, words) {
  const fits = all.filter((one) => words.every((word) => one.words.some((own) => own.startsWith(word))));
  const rank = (/** @type {Term} */ one) => {
    const label = fold(one.label);
    if (label.startsWith(words.join(" "))) return 0;
    return words.every((word) => ` ${label}`.includes(` ${word}`)) ? 1 : 2;
  };
  return fits.map((one, at) => ({ one, at, rank: rank(one) })).sort((a, b) => a.rank - b.rank || a.at - b.at).map(({ one }) => one);
}

/**
 * @param {string} typed
 * @returns {Promise<Offer[]>}
 */
async function cases(typed) {
  try {
    const found = await ask(asked(NOTHING, typed), { typing: true, limit: CASES, offset: 0 });
    return found.results.map((one) => ({ label: one.title, to: new URL(`studies/${one.id}/`, ROOT).href }));
  } catch {
    return []; // the form still leads to the find page, which says what is wrong
  }
}

/** Terms that have a page, and the pages that the menu leads to. @returns {Promise<Term[]>} */
async function terms() {
  const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll("#menu a[href]")]);
  const pages = links.map((one) => term("pages", (one.textContent ?? "").trim(), one.href, ""));
  try {
    const answer = await fetch(new URL("search/suggestions.json", ROOT));
    /** @type {[string, string, string, string][]} */
    const rows = answer.ok ? await answer.json() : [];
    return [...rows.map(([kind, id, label, also]) => term(kind, label, new URL(`${kind}/${id}/`, ROOT).href, also)), ...pages];
  } catch {
    return pages;
  }
}

/**
 * @param {string} kind
 * @param {string} label
 * @param {string} to
 * @param {string} also
 * @returns {Term}
 */
function term(kind, label, to, also) {
  return { kind, label, to, words: fold(`${label} ${also}`).split(" ") };
}
