/** What somebody typed, read; never an error. The mirror of query.py. */

import { TYPED } from "./blocks.mjs";
import { fold, tokens } from "./normalise.mjs";

const PART = /([+-]?)(?:(\p{L}+):(?=[^\s:]))?(?:"([^"]*)(?:"|$)|(\S+))/gu;
const QUOTES = /[\u201c\u201d\u201e\u00ab\u00bb]/g;

/** @typedef {{words: string[], field: number, presence: number, phrase: boolean, prefix: boolean, last: boolean}} Item */

/**
 * The parts of a query; a last word of three letters and more may go on, and does while `typing`.
 * @param {string} typed @param {boolean} typing @param {Map<string, number>} names numbers of fields by their names
 * @returns {Item[]}
 */
export function readQuery(typed, typing, names) {
  const text = typed.replace(QUOTES, '"');
  const items = [...text.matchAll(PART)].flatMap((part) => itemsOf(part, names));
  const last = items.at(-1);
  if (last && !/\s$/.test(text) && !last.phrase && last.presence >= 0 && letters(last.words.at(-1)) >= TYPED) {
    last.last = true;
    last.prefix ||= typing;
  }
  return items;
}

function itemsOf([, sign, name, quoted, plain], names) {
  const field = names.get(fold(name ?? "")) ?? -1;
  const presence = { "-": -1, "+": 1 }[sign] ?? 0;
  const before = name && field < 0 ? tokens(name) : [];
  const found = tokens(quoted ?? plain);
  if (quoted !== undefined && found.length > 1) {
    return [...before.map((word) => item([word], -1, presence)), item(found, field, presence || 1, true)];
  }
  if (presence < 0 && before.length + found.length > 1) return [item([...before, ...found], field, presence, true)];
  const starts = quoted === undefined && plain.endsWith("*") && letters(plain) > TYPED;
  const words = [...before, ...found];
  const required = presence || (quoted !== undefined ? 1 : 0);
  return words.map((word, at) =>
    item([word], field, required, false, starts && at === words.length - 1 && letters(word) >= TYPED),
  );
}

const item = (words, field, presence, phrase = false, prefix = false) => ({ words, field, presence, phrase, prefix, last: false });

const letters = (word) => [...word].length;
