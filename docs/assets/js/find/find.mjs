/**
 * The find page: what is typed and ticked is asked of the search core, and the address bar keeps it.
 * Without words and filters the page's own list of all cases stands; this then loads nothing more.
 */
import { answered, beside } from "./answer.mjs";
import { chips } from "./chips.mjs";
import { ask, open } from "./core.mjs";
import { isPlain, part, put } from "./dom.mjs";
import { filters } from "./filters.mjs";
import { places } from "./places.mjs";
import { meant, sentence, spoken } from "./sentence.mjs";
import { sheet } from "./sheet.mjs";
import { sort } from "./sort.mjs";
import { asked, isNothing, NOTHING, read, ticked, turned, unfiltered, write } from "./state.mjs";

/** @typedef {import("./state.mjs").State} State */

const FIRST = 3; // cases that answer a key, a phone's screen full; more, and the counts, when no other key follows
const NOTED = 300; // milliseconds without a key after which they are shown, and the address says what was typed
const SETTLED = 600; // milliseconds without another search before more is read
const SILENCE = 700; // milliseconds without news before the count is said

const page = part(document, "[data-find]");
const field = part(page, "#q", HTMLInputElement);
const answer = part(page, "[data-answer]");
const listing = part(page, "[data-listing]");
const said = part(page, "[data-sentence]");
const mean = part(page, "[data-mean]");
const status = part(page, "[data-said]");
const all = [...said.childNodes];
const heading = part(answer, "h2");
const title = document.title;
const total = Number(/[\d,]+/.exec(said.textContent ?? "")?.[0].replace(",", "") ?? 0);

/** @type {State} */
let state = NOTHING;
let turn = 0;
let speaking = 0;
let noting = 0;
let returning = true; // to where the reader was, once the page shows what the address says

const form = part(page, "#filters", HTMLFormElement);
const boxes = filters(form, (facet, id, on) => go(ticked(state, facet, id, on)), inSight);
const trail = places();
const order = sort(part(page, ".sort"), () => state, go);
const marks = chips(part(page, ".chips"), boxes.label, () => state, go);
const drawer = sheet(form, part(page, ".find-open", HTMLButtonElement), () => go(unfiltered(state)), inSight);
part(page, "nav.filters").hidden = true;
part(page, "[data-open]").hidden = false;

/**
 * To another state, as a step that can be taken back.
 * @param {State} next
 */
function go(next) {
  still();
  state = next;
  trail.push(write(state));
  return show();
}

/** The address says what stands in the field. */
function note() {
  still();
  state = asked(state, field.value);
  trail.replace(write(state));
}

/** What was typed waits for nothing any more. */
function still() {
  clearTimeout(noting);
  noting = 0;
}

/**
 * @param {{typing?: boolean, quick?: boolean, quiet?: boolean, hasty?: boolean}} [how]
 * typing: a word may have just been begun; quick: more keys may follow, so the first cases only; quiet: nothing new is
 * to be said; hasty: what stands here already first, and what everyday words lead to when it has arrived
 */
async function show({ typing = false, quick = false, quiet = false, hasty = true } = {}) {
  const mine = (turn += 1);
  if (field.value.trim() !== state.q.trim()) field.value = state.q;
  document.title = state.q.trim() ? `${state.q.trim()} - ${title}` : title;
  order.show(state);
  marks.show(state);
  if (isNothing(state)) return showAll(quiet);
  answer.setAttribute("aria-busy", "true");
  try {
    const found = await ask(state, quick ? { hasty, typing: true, limit: FIRST } : { hasty, facets: boxes.open() });
    if (mine !== turn) return;
    if (typing && !found.total && hasJustBegun(state.q)) return; // "b" finds nothing, "bi" neither: what stands there stays
    const nodes = await answered(state, found, quick);
    if (mine !== turn) return;
    if (!quick) boxes.show(state.where, found.counts);
    drawer.show(state, found.total);
    said.replaceChildren(...sentence(state, found));
    tell(mean, meant(state, found));
    put(answer, [heading, ...nodes]);
    swap(true);
    if (!quiet) say(spoken(state, found));
    if (found.unfinished && !quick) return show({ quiet, hasty: false });
    if (!quick) addBeside(mine);
    stands();
  } catch (error) {
    if (mine === turn) failed(error);
  } finally {
    if (mine === turn) answer.removeAttribute("aria-busy");
  }
}

/**
 * What else fits, below the results, once nothing else is asked.
 * @param {number} mine
 */
async function addBeside(mine) {
  await new Promise((done) => setTimeout(done, SETTLED));
  if (mine !== turn) return;
  const more = await beside(state).catch(() => null);
  if (more && mine === turn) answer.append(more);
}

/**
 * Whether the last word is too short to be completed.
 * @param {string} q
 */
function hasJustBegun(q) {
  return /(^|[^\p{L}\p{N}])[\p{L}\p{N}]{1,2}$/u.test(q);
}

/** More counts came into sight. */
function inSight() {
  if (!isNothing(state)) show({ quiet: true });
}

/** Whichever answer came last: the place is there again. */
function stands() {
  if (returning) trail.restore();
  returning = false;
}

/** @param {boolean} quiet */
function showAll(quiet) {
  boxes.show({}, null);
  drawer.show(state, total);
  said.replaceChildren(...all);
  tell(mean, []);
  swap(false);
  if (!quiet) say(`${said.textContent}.`);
  stands();
}

/** @param {boolean} found whether what was found stands in place of all cases */
function swap(found) {
  answer.hidden = !found;
  listing.hidden = found;
  document.documentElement.classList.remove("asking");
}

/** @param {unknown} error */
function failed(error) {
  console.warn(error);
  said.replaceChildren("The search did not answer: a part of it did not arrive. Here are all cases; try again in a moment.");
  swap(false);
  say(said.textContent ?? "");
}

/**
 * @param {HTMLElement} where
 * @param {(Node | string)[]} what
 */
function tell(where, what) {
  where.replaceChildren(...what);
  where.hidden = !what.length;
}

/**
 * Says something to those who listen, once nothing new has come for a while.
 * @param {string} words
 */
function say(words) {
  clearTimeout(speaking);
  speaking = setTimeout(() => (status.textContent = words), SILENCE);
}

field.addEventListener("input", () => {
  still();
  state = asked(state, field.value);
  show({ typing: true, quick: true }); // at once, so that the page is drawn once for the key and its answer
  noting = setTimeout(() => {
    note(); // not on every key, since some browsers let an address change only so often
    show({ typing: true });
  }, NOTED);
});
field.addEventListener("blur", () => noting && note());
part(page, "form.q").addEventListener("submit", (event) => {
  event.preventDefault();
  note();
  show();
});
page.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (!link || !isPlain(event)) return;
  if (link.dataset.page) {
    event.preventDefault();
    go(turned(state, Number(link.dataset.page))).then(() => {
      heading.focus({ preventScroll: true });
      said.scrollIntoView({ block: "start" });
    });
  } else if (link.dataset.ask !== undefined || link.dataset.unfiltered !== undefined) {
    event.preventDefault();
    go(link.dataset.ask === undefined ? unfiltered(state) : asked(state, link.dataset.ask)).then(() => field.focus());
  }
});
addEventListener("popstate", () => {
  still();
  trail.moved();
  state = read(location.search, boxes.known);
  returning = true;
  show();
});

open().catch(() => {}); // a search says what is wrong
state = read(location.search, boxes.known);
show({ quiet: true });
