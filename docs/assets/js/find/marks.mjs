/** Marks what was asked for, in a row that already stands there: the core says which pieces of a text are hits. */
import { el } from "./dom.mjs";

/** @typedef {import("./core.mjs").Pieces} Pieces */

/**
 * @param {HTMLElement} row
 * @param {{title: Pieces, summary: Pieces}} marks
 */
export function mark(row, { title, summary }) {
  fill(row.querySelector("h3 a"), title);
  fill(row.querySelector("h3 + p"), summary);
}

/**
 * @param {Element | null} where
 * @param {Pieces} pieces
 */
function fill(where, pieces) {
  if (where?.textContent !== pieces.map(([text]) => text).join("")) return; // another text: better unmarked than wrong
  where.replaceChildren(...joined(pieces).map(([text, kind]) => (kind ? el("mark", {}, text) : text)));
}

/**
 * Hits with only a space or a hyphen between them are one.
 * @param {Pieces} pieces
 * @returns {Pieces}
 */
export function joined(pieces) {
  /** @type {Pieces} */
  const found = [];
  for (const [text, kind] of pieces) {
    const [before, between] = found.slice(-2);
    if (kind && before?.[1] && !between?.[1] && /^[ -]$/.test(between?.[0] ?? "")) {
      found.splice(-2, 2, [before[0] + between[0] + text, before[1]]);
    } else found.push([text, kind]);
  }
  return found;
}
