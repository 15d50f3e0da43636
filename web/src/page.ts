// What script adds to every page: keys, local times, the citation, a running import. All of it is
// comfort; pages say and do the same without it.
import htmx from "htmx.org";

htmx.config.allowEval = false; // the pages' policy forbids it anyway
htmx.config.includeIndicatorStyles = false;
htmx.config.historyCacheSize = 0; // pages of a ledger that grows are asked for again

const KEYS_OFF = "contested-keys-off";
type Action = (event: KeyboardEvent) => void;

/** What a key does, and the words with which `?` lists it. Other scripts may add to it. */
const keys = new Map<string, { words: string; act: Action }>();
const add = (key: string, words: string, act: Action) => keys.set(key, { words, act });

const say = (words: string) => {
  const live = document.getElementById("live");
  if (live) live.textContent = words;
};
const follow = (selector: string) => () => document.querySelector<HTMLAnchorElement>(selector)?.click();

// ---- rows: j, k, Enter, x
const rows = () => [...document.querySelectorAll<HTMLElement>("[data-row]")].filter((row) => row.offsetParent !== null);
let current = -1;
const step = (by: number, of: () => HTMLElement[]) => () => {
  const all = of();
  if (!all.length) return;
  current = Math.max(0, Math.min(all.length - 1, all.indexOf(document.querySelector<HTMLElement>("[data-current]")!) + by));
  document.querySelector("[data-current]")?.removeAttribute("data-current");
  const row = all[current];
  row.setAttribute("data-current", "");
  const target = row.matches("a, button, input, [tabindex]") ? row : row.querySelector<HTMLElement>("a[data-open], a[href]");
  target?.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};
add("j", "next row or claim", step(1, rows));
add("k", "previous row or claim", step(-1, rows));
add("Enter", "open the row", () => {
  if (document.activeElement === document.body) follow("[data-current] a[href]")(); // else the browser opens what has focus
});
add("x", "mark the row for export", () => document.querySelector<HTMLInputElement>("[data-current] input[type=checkbox]")?.click());
add("e", "export the marked rows, or what is shown", () => {
  const marked = document.querySelector("[data-mark]:checked");
  document.querySelector<HTMLElement>(marked ? "[data-export]" : "[data-download]")?.click();
});

// ---- claims of a report: n, p
const claims = () => [...document.querySelectorAll<HTMLElement>("[data-claim-stop]")];
add("n", "next claim in a report", step(1, claims));
add("p", "previous claim in a report", step(-1, claims));

// ---- days, search, citation
add("[", "the day before", follow('[data-key="["]'));
add("]", "the day after", follow('[data-key="]"]'));
add("{", "as known a day earlier", follow('[data-key="{"]'));
add("}", "as known a day later", follow('[data-key="}"]'));
add("/", "search", (event) => {
  event.preventDefault();
  document.querySelector<HTMLInputElement>('.search input[type="search"], main input[type="search"]')?.focus();
});
add("y", "copy the citation", () => void cite());
add("?", "this list", () => help());

const PLACES: Record<string, string> = { t: "/", m: "/map", p: "/places", c: "/claims", d: "/disputes", s: "/sources" };
let going = 0;
add("g", "then t m p c d s: today, map, places, claims, disputes, sources", () => {
  going = Date.now();
});

document.addEventListener("keydown", (event) => {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("input, select, textarea, [contenteditable], .maplibregl-map")) return;
  if (localStorage.getItem(KEYS_OFF) && event.key !== "?") return;
  if (Date.now() - going < 1500 && PLACES[event.key]) {
    going = 0;
    const link = document.querySelector<HTMLAnchorElement>(`nav a[data-goes="${PLACES[event.key]}"]`);
    if (link) link.click();
    return;
  }
  keys.get(event.key)?.act(event);
});

// ---- the list of keys
function help() {
  let dialog = document.querySelector<HTMLDialogElement>("dialog.keys");
  if (!dialog) {
    dialog = document.createElement("dialog");
    dialog.className = "keys";
    dialog.setAttribute("aria-labelledby", "keys-title");
    dialog.innerHTML = '<h2 id="keys-title">Keys</h2><dl></dl><label><input type="checkbox"> Switch single keys off</label><form method="dialog"><button>Close</button></form>';
    const list = dialog.querySelector("dl")!;
    for (const [key, { words }] of keys) {
      const term = document.createElement("dt");
      term.appendChild(Object.assign(document.createElement("kbd"), { textContent: key }));
      list.append(term, Object.assign(document.createElement("dd"), { textContent: words }));
    }
    const box = dialog.querySelector("input")!;
    box.checked = Boolean(localStorage.getItem(KEYS_OFF));
    box.addEventListener("change", () => (box.checked ? localStorage.setItem(KEYS_OFF, "1") : localStorage.removeItem(KEYS_OFF)));
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

// ---- the citation: the address with both clocks, and who says so
async function cite() {
  const address = new URL(document.body.dataset.cite ?? location.href, location.href).href;
  const { day, knownOn } = document.body.dataset;
  const clocks = day ? ` State on ${day}, as known on ${knownOn}.` : "";
  try {
    await navigator.clipboard.writeText(`${document.title}.${clocks} ${address}`);
    say("Citation copied.");
    return true;
  } catch {
    say("The citation could not be copied; it is the address of this link.");
    return false;
  }
}
document.addEventListener("click", async (event) => {
  const link = (event.target as HTMLElement).closest<HTMLAnchorElement>('[data-copy="cite"]');
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  const words = link.textContent;
  link.textContent = (await cite()) ? "Copied" : "Copy this address";
  setTimeout(() => (link.textContent = words), 2000);
});

// ---- local times on hover, beside the UTC that is written
function localTimes(within: ParentNode) {
  for (const time of within.querySelectorAll<HTMLTimeElement>("time[datetime]")) {
    const stated = time.dateTime;
    if (time.title || stated.length < 16) continue;
    const at = new Date(/[zZ]|[+-]\d\d:?\d\d$/.test(stated) ? stated : `${stated}Z`);
    if (!Number.isNaN(at.valueOf())) time.title = `${at.toLocaleString(undefined, { dateStyle: "medium", timeStyle: "short" })}, your time`;
  }
}

// ---- a running import: the line is asked for again until it is done
async function watchImport() {
  const line = document.querySelector<HTMLElement>("[data-poll]");
  if (!line) return;
  const answer = await fetch(line.dataset.poll!).then((each) => each.json()).catch(() => null);
  if (answer && !answer.running) {
    location.reload();
    return;
  }
  if (answer?.line) {
    const words = line.querySelector<HTMLElement>("[data-line]");
    const bar = line.querySelector("progress");
    if (words) words.textContent = answer.line;
    if (bar) bar.value = answer.share;
  }
  setTimeout(watchImport, 2000);
}

document.addEventListener("DOMContentLoaded", () => {
  localTimes(document);
  setTimeout(watchImport, 1500);
});
document.addEventListener("htmx:afterSettle", (event) => {
  localTimes(document);
  const words = document.querySelector<HTMLElement>("[data-announce]")?.dataset.announce;
  if (words) say(words);
  void event;
});
