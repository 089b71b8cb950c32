/** Text to search terms, with lunr's own stop words and stemmer. The mirror of normalise.py. */

import lunr from "./lunr.mjs";

const MARKS = /[\u0300-\u036f]+/g;
const APOSTROPHES = /['\u2018\u2019\u02bc\u0060\u00b4]/g;
const INITIALS = /\b([A-Za-z])&([A-Za-z])\b/g;
const BETWEEN = /[^\p{L}\p{N}]+/gu;
const WHOLE = /[ßæœøłđðþı]/g;
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" };
const ASCII = /^[\x00-\x7f]*$/;

/** @type {[Record<string, string>, [string, string][], [string, string, number][]]} */
let spellings = [{}, [], []];
const known = new Map();

/** The spellings of the index, which come with the root. @param {typeof spellings} table */
export function useSpellings(table) {
  spellings = table;
  known.clear();
}

/** Lower case, no accents and apostrophes, a space for all but letters and digits; A&E is a word. @param {string} text */
export function fold(text) {
  let plain = (text.includes("&") ? text.replace(INITIALS, "$1$2") : text).replace(APOSTROPHES, "");
  if (ASCII.test(plain)) return plain.toLowerCase().replace(BETWEEN, " ").trim();
  plain = plain.normalize("NFKD").replace(MARKS, "").toLowerCase();
  plain = plain.replace(WHOLE, (letter) => PLAIN[letter]).normalize("NFKD").replace(MARKS, "");
  return plain.replace(BETWEEN, " ").trim();
}

/** The words of a text, folded. @param {string} text @returns {string[]} */
export function tokens(text) {
  const folded = fold(text);
  return folded ? folded.split(" ") : [];
}

/** The term of a folded word, or nothing for a stop word. @param {string} word @returns {string} */
export function term(word) {
  let found = known.get(word);
  if (found === undefined) {
    found = lunr.stopWordFilter(word) === undefined ? "" : stem(spelt(word));
    known.set(word, found);
  }
  return found;
}

/** A word in the spelling that the index uses. @param {string} word */
export function spelt(word) {
  const [words, starts, ends] = spellings;
  if (Object.hasOwn(words, word)) return words[word];
  for (const [start, better] of starts) if (word.startsWith(start)) return better + word.slice(start.length);
  for (const [end, better, least] of ends) {
    if (word.length >= least && word.endsWith(end)) return word.slice(0, -end.length) + better;
  }
  return word;
}

/** @param {string} word */
const stem = (word) => lunr.stemmer({ update: (change) => change(word) });
