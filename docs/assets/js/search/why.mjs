/** Why a case was found where it does not say the word itself, and what to try where nothing was found. */

const TERMS = "terms";
const MOST = 6;

/**
 * What a case has instead of the words typed. @param {(term: string) => number} held fields of a term in the case, as bits
 * @returns {{for: string[], as: string, facet?: string, id?: string}[]}
 */
export function whyFound(reader, plan, card, held) {
  const tags = 1 << reader.fieldNames.indexOf(TERMS);
  const own = new Set(card.terms);
  const found = [];
  const missing = new Set(plan.words.filter((_, at) => !(held(plan.terms[at]) & ~tags)));
  for (const { at, size, meant } of reader.synonyms.find(plan.terms)) {
    const words = plan.words.slice(at, at + size);
    if (!words.some((word) => missing.has(word))) continue;
    const concept = meant.map((one) => reader.synonyms.concepts[one]).find(({ facet, id }) => own.has(`${facet}:${id}`));
    if (concept) found.push({ for: words, as: concept.label, facet: concept.facet, id: concept.id });
  }
  for (const added of plan.added) {
    if (added.for.some((word) => missing.has(word)) && held(added.term) & ~tags) found.push({ for: added.for, as: added.shown });
  }
  return found;
}

/** Terms of the vocabularies to try: those that the words stand for, those that share a word, else the headings. */
export function suggestions(reader, terms) {
  const { synonyms } = reader;
  const meant = synonyms.find(terms).flatMap((found) => found.meant);
  const near = [...synonyms.meant].filter(([phrase]) => phrase.split(" ").some((one) => terms.includes(one)));
  const headings = new Set(synonyms.concepts.map(({ above }) => above).filter(Boolean));
  const all = synonyms.concepts.flatMap(({ id }, number) => (headings.has(id) ? [number] : []));
  const numbers = [meant, near.flatMap(([, concepts]) => concepts), all].find((some) => some.length) ?? [];
  const chosen = [...new Set(numbers.flatMap((number) => withHeading(synonyms.concepts, number)))].slice(0, MOST);
  return chosen.map(({ facet, id, label }) => ({ facet, id, label }));
}

/** A concept, and the heading that it stands under. */
function withHeading(concepts, number) {
  const own = concepts[number];
  const heading = own.above && concepts.find(({ facet, id }) => facet === own.facet && id === own.above);
  return heading ? [own, heading] : [own];
}
