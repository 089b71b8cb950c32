/** Typing mistakes: the nearest known word. The mirror of spell.py. */

const LEAST = 4;
const LONG = 6;
const NEAR = 0.5;
const NUMBER = /^\p{N}+$/u;

/** The known word that is fewest slips away, then the most frequent, then the first. @param {Map<string, number>} known */
export function mend(word, known) {
  const own = [...word];
  if (own.length < LEAST || NUMBER.test(word)) return "";
  const [free, most] = own.length < LONG ? [0, 1] : [1, 2];
  let best = "";
  let bestSlips = most + 1;
  let bestNumber = 0;
  for (const [one, number] of known) {
    if (NUMBER.test(one)) continue;
    const far = slips(own, [...one], most);
    if (far > most || far > bestSlips || (far === bestSlips && number <= bestNumber)) continue;
    if (far > free && consonants(one) !== consonants(word)) continue;
    [best, bestSlips, bestNumber] = [one, far, number];
  }
  return best;
}

/** A word without its vowels, and with one consonant where there are two of a kind. @param {string} word */
export function consonants(word) {
  return word.replace(/[aeiouy]+/g, "").replace(/(.)\1+/gu, "$1");
}

/** The known word that shares most pairs of letters, if it shares half of them. @param {Iterable<string>} known sorted */
export function nearest(word, known) {
  if ([...word].length < LEAST || NUMBER.test(word)) return "";
  const own = pairs(word);
  let best = "";
  let bestAlike = 0;
  for (const one of known) {
    if ([...one].length < LEAST) continue;
    const near = alike(own, pairs(one));
    if (near < NEAR || near <= bestAlike) continue;
    [best, bestAlike] = [one, near];
  }
  return best;
}

/** How many letters must be added, left out, changed or swapped; more than `most` is `most + 1`. */
export function slips(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

function pairs(word) {
  const found = new Map();
  const own = [...word];
  for (let at = 0; at + 1 < own.length; at++) {
    const pair = own[at] + own[at + 1];
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

function alike(a, b) {
  let shared = 0;
  for (const [pair, number] of a) shared += Math.min(number, b.get(pair) ?? 0);
  return (2 * shared) / (total(a) + total(b));
}

const total = (counts) => [...counts.values()].reduce((sum, number) => sum + number, 0);
