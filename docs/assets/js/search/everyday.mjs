/** Everyday words: what people type, and the words that stand in cases for it. The mirror of everyday.py. */

import { decode, unpacked } from "./codec.mjs";
import { heaviest, keep, PHRASE, Phrases } from "./expand.mjs";
import { fold, term } from "./normalise.mjs";

const WEIGHT = 0.5;
const STRANGE = 1;
const FILES = 128;
const LETTERS = 3;

/** The files with the everyday words, each read once, by the first letters of what is typed. */
export class Everyday {
  /** @param {string} base address of the site's root, with a slash at its end */
  constructor(base) {
    this.base = new URL("search/everyday/", base).href;
    /** @type {Phrases<string>} */
    this.phrases = new Phrases();
    /** @type {Map<number, Promise<void>>} */
    this.reading = new Map();
  }

  /** The everyday words that begin as these words or terms do, at least. @param {Iterable<string>} words */
  async of(words) {
    const numbers = new Set([...words].map(fileOf));
    await Promise.all([...numbers].map((number) => this.read(number)));
    return this.phrases;
  }

  /** A file that does not arrive is asked for again with the next words; the search goes on without it. */
  read(number) {
    if (!this.reading.has(number)) this.reading.set(number, this.load(number).catch(() => void this.reading.delete(number)));
    return this.reading.get(number);
  }

  async load(number) {
    const answer = await fetch(`${this.base}${number}.bin`);
    if (!answer.ok) throw new Error(`everyday ${number}: ${answer.status}`);
    const lines = decode(await unpacked(await answer.arrayBuffer())).split("\n");
    for (const line of lines.filter(Boolean)) {
      const [typed, words] = line.split("\t");
      for (const word of words.split(" ")) this.phrases.add(typed.split(" "), word);
    }
  }
}

/**
 * What to add to a query, the heaviest first. @param {string[]} terms @param {string[]} words the words of the terms
 * @param {Phrases<string>} known @param {{has: (one: string) => boolean}} held terms that stand in some document
 */
export function addedFor(terms, words, known, held) {
  const best = new Map();
  for (const { at, size, meant } of known.find(terms)) {
    const isHeld = terms.slice(at, at + size).some((one) => held.has(one));
    const weight = ((isHeld ? WEIGHT : STRANGE) * (size > 1 ? PHRASE : 1)) / Math.sqrt(meant.length);
    for (const shown of meant) keep(best, { term: term(fold(shown)), weight, shown, for: words.slice(at, at + size) }, terms);
  }
  return heaviest(best);
}

const fileOf = (word) => [...word].slice(0, LETTERS).reduce((number, letter) => (31 * number + letter.codePointAt(0)) % FILES, 0);
