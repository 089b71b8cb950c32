/** Quoted phrases: documents in which the terms stand in order. The mirror of phrases.py. */

import { term } from "./normalise.mjs";

/**
 * 1 for each of the documents that holds a phrase; a stop word in it stands for any word.
 * @param {string[]} words @param {Uint8Array} fits
 * @param {Map<string, {documents: Uint32Array, sizes: Uint8Array, places: Uint16Array}>} places by term
 * @param {Map<string, import("./blocks.mjs").Entry>} entries
 */
export function holding(words, fits, places, entries) {
  /** @type {Map<number, Set<number>> | undefined} */
  let found;
  words.forEach((word, offset) => {
    const one = term(word);
    if (!one) return;
    const here = startsOf(places.get(one), entries.get(one), offset, fits, found);
    found = here;
  });
  const held = new Uint8Array(fits.length);
  for (const document of found?.keys() ?? []) held[document] = 1;
  return held;
}

/** Where the phrase may begin, by document, so that the term stands `offset` later; only where it might before. */
function startsOf(held, entry, offset, fits, before) {
  const found = new Map();
  if (!held) return found;
  const documents = held.documents.length ? held.documents : (entry?.documents ?? []);
  let at = 0;
  for (let number = 0; number < documents.length; number++) {
    const document = documents[number];
    const end = at + held.sizes[number];
    const earlier = before?.get(document);
    if (fits[document] && (!before || earlier)) {
      const starts = new Set();
      for (let one = at; one < end; one++) {
        const start = held.places[one] - offset;
        if (!earlier || earlier.has(start)) starts.add(start);
      }
      if (starts.size) found.set(document, starts);
    }
    at = end;
  }
  return found;
}
