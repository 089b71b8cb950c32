/** The search files of the site: only what a query needs, each once. The mirror of reader.py and root.py. */

import { find, readPlaces, readTerms, span } from "./blocks.mjs";
import { Cursor, decode, unpacked } from "./codec.mjs";
import { Everyday } from "./everyday.mjs";
import { Synonyms } from "./expand.mjs";
import { Facet } from "./facets.mjs";
import { useSpellings } from "./normalise.mjs";

const MARK = 4;
const STUDIES = 0;

/** The files of another build than the root's: the site was published anew in between. */
export class Stale extends Error {}

export class Reader {
  /** @param {string} base address of the site's root, with a slash at its end @param {Everyday} [everyday] */
  constructor(base, everyday = new Everyday(base)) {
    this.base = new URL("search/", base).href;
    this.everyday = everyday;
    this.kept = new Map();
    this.arrived = new Set();
  }

  /** Read the root. @param {RequestCache} [cache] */
  async open(cache = "default") {
    const cursor = new Cursor(await this.load("root.bin", cache));
    const root = JSON.parse(cursor.text());
    this.kinds = root.kinds;
    this.cases = root.kinds[STUDIES];
    this.total = root.kinds.reduce((sum, number) => sum + number, 0);
    this.names = new Map(root.fields.flatMap(([name, , ...also], at) => [name, ...also].map((one) => [one, at])));
    this.fieldNames = root.fields.map(([name]) => name);
    this.lengths = lengthsOf(cursor, root, this.total);
    this.terms = table(root.terms);
    this.words = root.words;
    this.facets = root.facets.map(([id, label, mark]) => ({ id, label, mark }));
    this.root = root;
    useSpellings(root.spellings);
    return this;
  }

  /** The phrases of the vocabularies; made when first needed. */
  get synonyms() {
    this.phrases ??= new Synonyms(
      this.root.concepts.map(([facet, id, label, above, synonyms, byLabel]) => ({
        facet, id, label, above, synonyms: synonyms.split("|").filter(Boolean), byLabel: Boolean(byLabel),
      })),
    );
    return this.phrases;
  }

  /** Whether the block that a term would stand in has arrived. @param {string} term */
  hasEntry(term) {
    const number = find(this.terms.starts, term);
    return this.terms.starts.length > 0 && this.arrived.has(`terms/${number}-${this.terms.marks[number]}.bin`);
  }

  /** The entries of those terms that stand in some document. @param {Iterable<string>} terms */
  async entries(terms) {
    const found = new Map();
    if (!this.terms.starts.length) return found;
    await Promise.all(
      [...new Set(terms)].map(async (term) => {
        const block = await this.block(find(this.terms.starts, term));
        if (block.byKey.has(term)) found.set(term, block.byKey.get(term));
      }),
    );
    return found;
  }

  /** The terms of all words that begin so, in order. @param {string} start */
  async beginning(start) {
    const blocks = await Promise.all(span(this.terms.starts, [...start].slice(0, 3).join("")).map((at) => this.block(at)));
    const found = new Set();
    for (const { entries } of blocks) {
      for (const { key, surfaces, target } of entries) {
        if (target && key.startsWith(start)) found.add(target);
        else if (surfaces.some((surface) => surface.startsWith(start))) found.add(key);
      }
    }
    return [...found].sort();
  }

  /** Where terms stand. @param {string[]} terms */
  async placesOf(terms) {
    const found = new Map();
    if (!terms.length) return found;
    const places = await this.once(`tables/places-${this.root.places}.bin`, (raw) => table(JSON.parse(decode(raw))));
    await Promise.all(
      terms.map(async (term) => {
        const number = find(places.starts, term);
        const mark = places.marks[number];
        const block = mark && (await this.once(`places/${number}-${mark}.bin`, readPlaces));
        if (block?.has(term)) found.set(term, block.get(term));
      }),
    );
    return found;
  }

  /** The words that begin with a letter, with the number of documents. @param {string} letter */
  async wordsOf(letter) {
    if (!Object.hasOwn(this.words, letter)) return new Map();
    return this.once(`words/${letter}-${this.words[letter]}.bin`, (raw) => {
      const lines = decode(raw).split("\n").map((line) => line.split(" "));
      return new Map(lines.map(([word, number]) => [word, Number(number)]));
    });
  }

  /** @param {string} id @returns {Promise<Facet>} */
  async facet(id) {
    const found = this.facets.find((facet) => facet.id === id);
    if (!found) throw new RangeError(`There is no facet '${id}'.`);
    return this.once(`facets/${id}-${found.mark}.bin`, (raw) => new Facet(id, raw));
  }

  /** The place of each case in the order of titles. */
  async titleOrder() {
    return this.once(`titles/order-${this.root.titles}.bin`, (raw) => {
      const cursor = new Cursor(raw);
      return Uint32Array.from({ length: this.cases }, () => cursor.varint());
    });
  }

  /** The ids of all cases, by their numbers. */
  async ids() {
    return this.once(`ids/studies-${this.root.ids}.bin`, (raw) => decode(raw).split("\n"));
  }

  /** What a result shows. @param {number} number */
  async card(number) {
    return this.once(`cards/${this.root.cards}/${number}.json`, (raw) => JSON.parse(decode(raw)));
  }

  async block(number) {
    return this.once(`terms/${number}-${this.terms.marks[number]}.bin`, (raw) => {
      const entries = readTerms(raw);
      return { entries, byKey: new Map(entries.filter((entry) => !entry.target).map((entry) => [entry.key, entry])) };
    });
  }

  /** What a file says, read once; a failure is not kept. */
  once(path, read) {
    if (!this.kept.has(path)) {
      const found = this.load(path).then(read);
      found.then(() => this.arrived.add(path), () => this.kept.delete(path));
      this.kept.set(path, found);
    }
    return this.kept.get(path);
  }

  /** @param {string} path @param {RequestCache} [cache] */
  async load(path, cache = "default") {
    const answer = await fetch(this.base + path, { cache });
    if (answer.status === 404 && path !== "root.bin") throw new Stale(path);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return unpacked(await answer.arrayBuffer());
  }
}

function table([starts, marks]) {
  const count = marks.length / MARK;
  const found = Array.from({ length: count }, (_, at) => marks.slice(MARK * at, MARK * at + MARK));
  return { starts: starts.split(" ").slice(0, count), marks: found };
}

function lengthsOf(cursor, { fields, k1, b }, documents) {
  const columns = fields.map(() => Uint32Array.from({ length: documents }, () => cursor.varint()));
  const averages = columns.map((column) => column.reduce((sum, length) => sum + length, 0) / documents || 1);
  return { columns, averages, boosts: fields.map(([, boost]) => boost), k1, b, documents };
}
