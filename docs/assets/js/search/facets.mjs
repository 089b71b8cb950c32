/** Facets, and the counting of options. The mirror of facets.py. */

import { Cursor } from "./codec.mjs";

/** @typedef {{id: string, label: string, above: number}} Option */

/** A facet's options, and for each case the numbers of its options, those above them too. */
export class Facet {
  /** @param {string} id @param {Uint8Array} raw */
  constructor(id, raw) {
    const cursor = new Cursor(raw);
    this.id = id;
    /** @type {Option[]} */
    this.options = JSON.parse(cursor.text()).map(([one, label, above]) => ({ id: one, label, above }));
    this.numbers = new Map(this.options.map((option, number) => [option.id, number]));
    const starts = [0];
    const values = [];
    while (!cursor.ended) {
      this.readCase(cursor, starts.at(-1), values);
      starts.push(values.length);
    }
    this.starts = Uint32Array.from(starts);
    this.values = Uint16Array.from(values);
  }

  readCase(cursor, start, values) {
    for (let last = 0; !last; ) {
      const read = cursor.varint();
      last = read & 1;
      const number = (read >> 1) - 1;
      if (number < 0) continue;
      values.push(number);
      const above = this.options[number].above;
      if (above >= 0 && !values.includes(above, start)) values.push(above);
    }
  }

  /** 1 for each case that has one of the options. @param {string[]} ids */
  chosen(ids) {
    const wanted = new Uint8Array(this.options.length);
    for (const one of ids) if (this.numbers.has(one)) wanted[this.numbers.get(one)] = 1;
    const fits = new Uint8Array(this.starts.length - 1);
    for (let one = 0; one < fits.length; one++) {
      for (let at = this.starts[one]; at < this.starts[one + 1]; at++) if (wanted[this.values[at]]) fits[one] = 1;
    }
    return fits;
  }
}

/**
 * How many cases each option would leave: of those that fit the choices in all other facets.
 * @param {Uint8Array} fits 1 for each case that fits the query
 * @param {Facet[]} facets @param {Map<string, Uint8Array>} tests what fits the choices, by facet
 * @returns {Record<string, Uint32Array>} numbers by facet, in the order of its options
 */
export function counts(fits, facets, tests) {
  const names = [...tests.keys()];
  const failed = new Uint8Array(fits.length);
  const failedAt = new Uint8Array(fits.length);
  names.forEach((name, number) => {
    const test = tests.get(name);
    for (let one = 0; one < fits.length; one++) {
      if (!test[one]) {
        failed[one]++;
        failedAt[one] = number;
      }
    }
  });
  const found = {};
  for (const facet of facets) {
    const own = names.indexOf(facet.id);
    const numbers = new Uint32Array(facet.options.length);
    for (let one = 0; one < fits.length; one++) {
      if (!fits[one] || failed[one] > 1 || (failed[one] && failedAt[one] !== own)) continue;
      for (let at = facet.starts[one]; at < facet.starts[one + 1]; at++) numbers[facet.values[at]]++;
    }
    found[facet.id] = numbers;
  }
  return found;
}
