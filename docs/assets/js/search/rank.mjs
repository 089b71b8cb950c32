/** The scores of documents as lunr defines them, added up in typed arrays. The mirror of rank.py. */

const ONCE = 0x80;

/**
 * @typedef {{terms: string[], boost: number, fields: number, presence: number}} Clause
 * @typedef {{columns: Uint32Array[], averages: number[], boosts: number[], k1: number, b: number, documents: number}} Lengths
 */

/**
 * The documents that fit: their scores, and 1 for each that fits.
 * @param {Clause[]} clauses @param {Map<string, import("./blocks.mjs").Entry>} entries @param {Lengths} lengths
 */
export function rank(clauses, entries, lengths) {
  const scores = new Float64Array(lengths.documents);
  const fits = new Uint8Array(lengths.documents);
  if (clauses.every((clause) => clause.presence < 0)) fits.fill(1);
  else add(vectors(clauses, entries, lengths.columns.length), entries, lengths, scores, fits);
  for (const clause of clauses) {
    if (!clause.presence) continue;
    const held = heldBy(clause, entries, lengths);
    for (let one = 0; one < fits.length; one++) if (held[one] !== (clause.presence > 0 ? 1 : 0)) fits[one] = 0;
  }
  return { scores, fits };
}

/** Which fields of a document hold a term, as bits; 0 if none does. */
export function fieldsOf(entry, document, lengths) {
  const { documents, masks } = weigh(entry, lengths);
  let low = 0;
  let high = documents.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (documents[middle] === document) return masks[middle];
    if (documents[middle] < document) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

function vectors(clauses, entries, fields) {
  const found = Array.from({ length: fields }, () => new Map());
  for (const clause of clauses) {
    if (clause.presence < 0) continue;
    for (const term of clause.terms) {
      if (!entries.has(term)) continue;
      for (let field = 0; field < fields; field++) {
        if ((clause.fields >> field) & 1) found[field].set(term, (found[field].get(term) ?? 0) + clause.boost);
      }
    }
  }
  return found;
}

function add(found, entries, lengths, scores, fits) {
  const sizes = found.map((vector) => Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight * weight, 0)));
  const terms = new Set(found.flatMap((vector) => [...vector.keys()]));
  for (const term of terms) {
    const asked = found.map((vector, field) => (vector.has(term) ? vector.get(term) / sizes[field] : -1));
    const { documents, starts, fields, weights } = weigh(entries.get(term), lengths);
    for (let at = 0; at < documents.length; at++) {
      for (let one = starts[at]; one < starts[at + 1]; one++) {
        const share = asked[fields[one]];
        if (share < 0) continue;
        scores[documents[at]] += share * weights[one];
        fits[documents[at]] = 1;
      }
    }
  }
}

/** The weights of a term wherever it stands, rounded as lunr rounds them; made once. */
function weigh(entry, lengths) {
  if (entry.weighed?.lengths === lengths) return entry.weighed;
  const { documents, signs } = entry;
  const starts = new Uint32Array(documents.length + 1);
  const masks = new Uint8Array(documents.length);
  const fields = [];
  const counts = [];
  for (let at = 0, sign = 0; at < documents.length; at++) {
    const mask = signs[sign++];
    masks[at] = mask & ~ONCE;
    for (let field = 0, rest = masks[at]; rest; field++, rest >>= 1) {
      if (!(rest & 1)) continue;
      fields.push(field);
      counts.push(mask & ONCE ? 1 : signs[sign++]);
    }
    starts[at + 1] = fields.length;
  }
  const weights = weightsOf(documents, starts, fields, counts, lengths);
  entry.weighed = { lengths, documents, starts, masks, fields: Uint8Array.from(fields), weights };
  return entry.weighed;
}

function weightsOf(documents, starts, fields, counts, { columns, averages, boosts, k1, b, documents: total }) {
  const idf = Math.log(1 + Math.abs((total - fields.length + 0.5) / (fields.length + 0.5)));
  const weights = new Float64Array(fields.length);
  for (let at = 0; at < documents.length; at++) {
    for (let one = starts[at]; one < starts[at + 1]; one++) {
      const field = fields[one];
      const norm = k1 * (1 - b + b * (columns[field][documents[at]] / averages[field]));
      const weight = ((idf * ((k1 + 1) * counts[one])) / (norm + counts[one])) * boosts[field];
      weights[one] = Math.round(weight * 1000) / 1000;
    }
  }
  return weights;
}

/** 1 for each document that holds a term of a clause in one of its fields. */
function heldBy(clause, entries, lengths) {
  const held = new Uint8Array(lengths.documents);
  for (const term of clause.terms) {
    if (!entries.has(term)) continue;
    const { documents, masks } = weigh(entries.get(term), lengths);
    for (let at = 0; at < documents.length; at++) if (masks[at] & clause.fields) held[documents[at]] = 1;
  }
  return held;
}
