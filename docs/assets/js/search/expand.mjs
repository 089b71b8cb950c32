/** Synonyms of the vocabularies, both ways. The mirror of expand.py. */

import { term, tokens } from "./normalise.mjs";

const WEIGHT = 0.15;
const PHRASE = 2;
const MOST = 4;

/** @typedef {{facet: string, id: string, label: string, above: string, synonyms: string[], byLabel: boolean}} Concept */

/** @param {string} phrase */
const termsOf = (phrase) => tokens(phrase).map(term).filter(Boolean);

/** All phrases by their terms, and the concepts they stand for. */
export class Synonyms {
  /** @param {Concept[]} concepts */
  constructor(concepts) {
    this.concepts = concepts;
    /** @type {Map<string, number[]>} */
    this.phrases = new Map();
    /** @type {Map<string, string>[]} */
    this.single = concepts.map(() => new Map());
    this.longest = 1;
    concepts.forEach((concept, number) => {
      this.add(number, concept.label);
      if (concept.byLabel) this.single[number] = new Map(termsOf(concept.label).map((one) => [one, concept.label]));
      for (const phrase of concept.synonyms) this.add(number, phrase);
    });
  }

  add(number, phrase) {
    const terms = termsOf(phrase);
    if (!terms.length) return;
    const key = terms.join(" ");
    const concepts = this.phrases.get(key) ?? [];
    if (!concepts.includes(number)) concepts.push(number);
    this.phrases.set(key, concepts);
    this.longest = Math.max(this.longest, terms.length);
    if (terms.length === 1 && !this.single[number].has(key)) this.single[number].set(key, phrase);
  }

  /** Whether a term alone is a phrase. */
  knows(one) {
    return this.phrases.has(one);
  }

  /** Phrases in a row of terms, the longest first. @param {string[]} terms */
  find(terms) {
    const found = [];
    for (let at = 0; at < terms.length; ) {
      let size = Math.min(this.longest, terms.length - at);
      while (size && !this.phrases.has(terms.slice(at, at + size).join(" "))) size--;
      if (size) found.push({ at, size, concepts: this.phrases.get(terms.slice(at, at + size).join(" ")) });
      at += size || 1;
    }
    return found;
  }

  /**
   * What to add to a query, the heaviest first. @param {string[]} terms @param {string[]} words the words of the terms
   * @returns {{term: string, weight: number, shown: string, for: string[]}[]}
   */
  added(terms, words) {
    const best = new Map();
    for (const { at, size, concepts } of this.find(terms)) {
      const weight = (WEIGHT * (size > 1 ? PHRASE : 1)) / Math.sqrt(concepts.length);
      for (const concept of concepts) {
        for (const [one, shown] of this.single[concept]) {
          if (terms.includes(one) || (best.has(one) && best.get(one).weight >= weight)) continue;
          best.set(one, { term: one, weight, shown, for: words.slice(at, at + size) });
        }
      }
    }
    return [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST);
  }
}
