/** Where to go on when nothing was found. */
import { ROOT } from "./core.mjs";
import { el, number } from "./dom.mjs";
import { filtersOn, unfiltered, write } from "./state.mjs";

/**
 * @param {import("./state.mjs").State} state
 * @param {import("./core.mjs").Answer} answer
 * @param {number} [without] how many cases there would be without the filters
 * @returns {HTMLElement}
 */
export function empty(state, answer, without = 0) {
  const words = state.q.trim();
  const made = el("div", { class: "empty" }, el("h3", {}, words ? `No case for “${words}” yet` : "No case fits these filters"));
  const ways = el("ul", { class: "ways" });
  if (filtersOn(state) && without) {
    const link = el("a", { href: write(unfiltered(state)), "data-unfiltered": true }, "Take the filters off");
    ways.append(el("li", {}, link, ` and see ${without === 1 ? "the 1 case" : `${number(without)} cases`} for these words`));
  }
  const broader = answer.broader.flatMap((way, at) => [at ? ", " : "", below(way.to, way.label)]);
  if (broader.length) ways.append(el("li", {}, "Look at: ", ...broader));
  ways.append(
    el("li", {}, "Browse by ", below("outcomes/", "outcome"), ", ", below("services/", "service"), " or ", below("councils/", "council")),
    el("li", {}, "See whether a council ", below("wanted/", "wants the same"), ", and what it has been told"),
    el("li", {}, "Know of such a case? ", below("contribute/", "Add it")),
  );
  made.append(el("p", {}, "That may be worth knowing in itself. You could:"), ways);
  return made;
}

/**
 * @param {string} path
 * @param {string} label
 */
function below(path, label) {
  return el("a", { href: new URL(path, ROOT).href }, label);
}
