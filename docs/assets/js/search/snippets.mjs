/** Hits in a text, as pieces for text nodes; never as HTML. */

import { fold, term } from "./normalise.mjs";

const MOST = 5000;
const WORD = /[\p{L}\p{N}\p{M}'\u2018\u2019\u02bc]+/gu;

/**
 * A text in pieces: [text, 1] for what was asked for, [text, 2] for a synonym, [text, 0] for the rest.
 * @param {string} text @param {Map<string, number>} hits kinds by term @param {string[]} starts beginnings of words
 * @returns {[string, number][]}
 */
export function marked(text, hits, starts = []) {
  const pieces = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const kind = kindOf(folded(match[0]), hits, starts);
    if (!kind) continue;
    if (match.index > at) pieces.push([text.slice(at, match.index), 0]);
    pieces.push([match[0], kind]);
    at = match.index + match[0].length;
  }
  if (at < text.length) pieces.push([text.slice(at), 0]);
  return pieces;
}

/** @type {Map<string, string>} the words of rows, which are looked at again with every key */
const known = new Map();

/** @param {string} word */
function folded(word) {
  let found = known.get(word);
  if (found === undefined) {
    if (known.size === MOST) known.clear();
    known.set(word, (found = fold(word)));
  }
  return found;
}

function kindOf(word, hits, starts) {
  if (starts.some((start) => word.startsWith(start))) return 1;
  return hits.get(term(word)) ?? 0;
}
