/** Blocks of terms and of places, read. The mirror of blocks.py. */

import { Cursor } from "./codec.mjs";

export const TYPED = 3;
const NONE = new Uint32Array();

/**
 * @typedef {object} Entry
 * @property {string} key
 * @property {string[]} surfaces
 * @property {string} target what a pointer points to, else empty
 * @property {Uint32Array} documents
 * @property {Uint8Array} signs
 * @property {object} [weighed] what rank.mjs makes of it
 */

/** The number of the block that a key stands in, if in any. @param {string[]} starts @param {string} key */
export function find(starts, key) {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(key, starts[middle])) high = middle;
    else low = middle + 1;
  }
  return Math.max(low - 1, 0);
}

/** The numbers of the blocks with the keys that begin so. @param {string[]} starts @param {string} start */
export function span(starts, start) {
  const found = [];
  if (starts.length) {
    for (let at = find(starts, start); at <= find(starts, start + "\u{10ffff}"); at++) found.push(at);
  }
  return found;
}

/** The entries of a block of terms. @param {Uint8Array} raw @returns {Entry[]} */
export function readTerms(raw) {
  const cursor = new Cursor(raw);
  const entries = [];
  while (!cursor.ended) {
    const key = cursor.text();
    const words = cursor.text();
    const surfaces = words ? words.split(" ") : [];
    if (words) entries.push({ key, surfaces, target: "", documents: sums(cursor.sized()), signs: cursor.sized() });
    else entries.push({ key, surfaces, target: cursor.text(), documents: NONE, signs: new Uint8Array() });
  }
  return entries;
}

/** The places of the terms in a block. @param {Uint8Array} raw */
export function readPlaces(raw) {
  const cursor = new Cursor(raw);
  const found = new Map();
  while (!cursor.ended) {
    const key = cursor.text();
    found.set(key, { documents: sums(cursor.sized()), sizes: cursor.sized(), places: pairs(cursor.sized()) });
  }
  return found;
}

/** Order by code points, as Python has it; the operator < would order by halves of them. */
function before(a, b) {
  const size = Math.min(a.length, b.length);
  for (let at = 0; at < size; at++) {
    if (a[at] !== b[at]) return a.codePointAt(at) < b.codePointAt(at);
  }
  return a.length < b.length;
}

function sums(raw) {
  const cursor = new Cursor(raw);
  const documents = new Uint32Array(raw.length);
  let size = 0;
  let last = 0;
  while (!cursor.ended) {
    last += cursor.varint();
    documents[size++] = last;
  }
  return documents.subarray(0, size);
}

function pairs(raw) {
  const found = new Uint16Array(raw.length >> 1);
  for (let at = 0; at < found.length; at++) found[at] = raw[2 * at] | (raw[2 * at + 1] << 8);
  return found;
}
