/** Synonyms of the vocabularies, both ways. The mirror of expand.py. */

import { term, tokens } from "./normalise.mjs";

const WEIGHT = 0.15;
export const PHRASE = 2;
const MOST = 4;

/** @typedef {{facet: string, id: string, label: string, above: string, synonyms: string[], byLabel: boolean}} Concept */

/** @param {string} phrase */
const termsOf = (phrase) => tokens(phrase).map(term).filter(Boolean);

/** What phrases stand for, by their terms. @template T */
export class Phrases {
  constructor() {
    /** @type {Map<string, T[]>} */
    this.meant = new Map();
    this.longest = 1;
  }

  /** @param {string[]} terms @param {T} meant */
  add(terms, meant) {
    if (!terms.length) return;
    const key = terms.join(" ");
    const known = this.meant.get(key) ?? [];
    if (!known.includes(meant)) known.push(meant);
    this.meant.set(key, known);
    this.longest = Math.max(this.longest, terms.length);
  }

  /** Whether a term alone is a phrase. */
  knows(one) {
    return this.meant.has(one);
  }

  /** Phrases in a row of terms, the longest first. @param {string[]} terms */
  find(terms) {
    const found = [];
    for (let at = 0; at < terms.length; ) {
      let size = Math.min(this.longest, terms.length - at);
      while (size && !this.meant.has(terms.slice(at, at + size).join(" "))) size--;
      if (size) found.push({ at, size, meant: this.meant.get(terms.slice(at, at + size).join(" ")) });
      at += size || 1;
    }
    return found;
  }
}

/** The phrases of concepts, which are known by their numbers. @extends {Phrases<number>} */
export class Synonyms extends Phrases {
  /** @param {Concept[]} concepts */
  constructor(concepts) {
    super();
    this.concepts = concepts;
    /** @type {Map<string, string>[]} */
    this.single = concepts.map(() => new Map());
    concepts.forEach((concept, number) => {
      this.addPhrase(number, concept.label);
      if (concept.byLabel) this.single[number] = new Map(termsOf(concept.label).map((one) => [one, concept.label]));
      for (const phrase of concept.synonyms) this.addPhrase(number, phrase);
    });
  }

  addPhrase(number, phrase) {
    const terms = termsOf(phrase);
    this.add(terms, number);
    if (terms.length === 1 && !this.single[number].has(terms[0])) this.single[number].set(terms[0], phrase);
  }

  /**
   * What to add to a query, the heaviest first. @param {string[]} terms @param {string[]} words the words of the terms
   * @returns {{term: string, weight: number, shown: string, for: string[]}[]}
   */
  added(terms, words) {
    const best = new Map();
    for (const { at, size, meant } of this.find(terms)) {
      const weight = (WEIGHT * (size > 1 ? PHRASE : 1)) / Math.sqrt(meant.length);
      for (const [one, shown] of meant.flatMap((concept) => [...this.single[concept]])) {
        keep(best, { term: one, weight, shown, for: words.slice(at, at + size) }, terms);
      }
    }
    return heaviest(best);
  }
}

/** Keeps what is added for a term, unless the query has the term or a heavier reason to add it. */
export function keep(best, added, terms) {
  if (terms.includes(added.term) || (best.has(added.term) && best.get(added.term).weight >= added.weight)) return;
  best.set(added.term, added);
}

/** The few that are added at most. */
export const heaviest = (best) => [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST);
