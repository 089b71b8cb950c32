/** Marks the words that were asked for, in text that already stands in the page. */
import { el } from "./dom.mjs";

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const MARKED = "h3, p:not(.fig), .meta li";
/** The parts of a row in which hits are marked. */

/**
 * @param {ParentNode} row
 * @param {(word: string) => boolean} isHit
 * @returns {number} how many words were marked
 */
export function mark(row, isHit) {
  let marked = 0;
  for (const one of row.querySelectorAll(MARKED)) {
    const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
    for (const text of texts) marked += markText(text, isHit);
  }
  return marked;
}

/**
 * @param {Text} text
 * @param {(word: string) => boolean} isHit
 */
function markText(text, isHit) {
  const pieces = cut(text.data, isHit);
  if (pieces.length < 2 && !pieces[0]?.hit) return 0;
  text.replaceWith(...pieces.map((piece) => (piece.hit ? el("mark", {}, piece.text) : piece.text)));
  return pieces.filter((piece) => piece.hit).length;
}

/**
 * A text cut into hits and what stands between them; hits with only a space or hyphen between them are one.
 * @param {string} text
 * @param {(word: string) => boolean} isHit
 * @returns {{text: string, hit: boolean}[]}
 */
export function cut(text, isHit) {
  /** @type {{text: string, hit: boolean}[]} */
  const pieces = [];
  let at = 0;
  for (const found of text.matchAll(WORD)) {
    if (!isHit(found[0])) continue;
    const between = text.slice(at, found.index);
    const last = pieces.at(-1);
    if (last?.hit && /^[ -]?$/.test(between)) last.text += between + found[0];
    else {
      if (between) pieces.push({ text: between, hit: false });
      pieces.push({ text: found[0], hit: true });
    }
    at = found.index + found[0].length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false });
  return pieces;
}
