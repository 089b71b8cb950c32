/** Results in order; only as many as are shown. */

/**
 * The numbers of the first cases in the order asked for; then the newest first, which have the highest numbers.
 * @param {import("./reader.mjs").Reader} reader @param {Uint8Array} fits @param {Float64Array} scores
 * @param {string} sort @param {number} most
 */
export async function inOrder(reader, fits, scores, sort, most) {
  const keys = await KEYS[sort in KEYS ? sort : "relevance"](reader, scores);
  return first(fits, keys, most);
}

/** By sort: what a case is ordered by; the highest comes first, and where two are the same the next decides. */
const KEYS = {
  relevance: async (_, scores) => [rounded(scores)],
  newest: async () => [],
  evidence: async (reader, scores) => {
    const { starts, values } = await reader.facet("evidence");
    return [(one) => Math.max(-1, ...values.subarray(starts[one], starts[one + 1])), rounded(scores)];
  },
  title: async (reader) => {
    const places = await reader.titleOrder();
    return [(one) => -places[one]];
  },
};

/** Scores without the last digits, in which sums made in another order differ; asked for few of thousands. */
function rounded(scores) {
  return (one) => Math.round(scores[one] * 1e9);
}

/** The best cases; `kept` is never longer than `most`, so that thousands of cases need not be sorted. */
function first(fits, keys, most) {
  const comes = (a, b) => {
    for (const key of keys) {
      const [own, other] = [key(a), key(b)];
      if (own !== other) return own > other;
    }
    return a > b;
  };
  const kept = [];
  for (let one = fits.length - 1; one >= 0; one--) {
    if (!fits[one] || (kept.length === most && (!most || !comes(one, kept[most - 1])))) continue;
    let low = 0;
    for (let high = kept.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (comes(one, kept[middle])) high = middle;
      else low = middle + 1;
    }
    kept.splice(low, 0, one);
    if (kept.length > most) kept.pop();
  }
  return kept;
}
