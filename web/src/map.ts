// The moving map. It draws what the page holds already (#map-data), beside the same as a drawing and
// a table, and asks nobody but this server. Settlements only: no line, no area, no arrow.
import * as maplibre from "maplibre-gl";
import Supercluster from "supercluster";
import workerCode from "maplibre-worker";
import { complete, style, surroundings } from "./basemap";
import { Room } from "./layout";

type Place = {
  id: string; name: string; lat: number; lon: number; address: string; mark: string; words: string;
  label: string; rank: number; state: string; disputed: boolean;
};
type Data = {
  day: string; known_on: string; follow: boolean; marks: Record<string, string>; colours: Record<string, string>; places: Place[];
};

const FURTHEST = 12; // zoom 12 is about 1:100,000; no report says more than that
const CLUSTER = 46; // pixels within which settled places are drawn together
const RING = 19; // pixels from the middle of a cluster to its edge

function start(stage: HTMLElement, first: Data) {
  if (!window.contestedBasemap || !drawsWebGL()) return apologise(stage);
  const canvas = stage.querySelector<HTMLElement>("[data-canvas]")!;
  canvas.hidden = false;
  try {
    maplibre.setWorkerUrl(URL.createObjectURL(new Blob([workerCode], { type: "text/javascript" })));
    const map = drawn(canvas, first);
    const marks = new Marks(map, canvas);
    map.once("load", () => marks.show(first));
    map.on("moveend", () => {
      marks.place();
      remember(map);
    });
    map.once("idle", () => {
      stage.dataset.idle = "";
      stage.dispatchEvent(new CustomEvent("contested:idle", { bubbles: true }));
      map.once("movestart", () => complete(map)); // who never moves it needs no more than it shows
    });
    slider(stage, map, marks, first);
    themes(map);
  } catch (error) {
    console.warn("The moving map could not start.", error);
    canvas.hidden = true;
    apologise(stage);
  }
}

function drawsWebGL(): boolean {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

function apologise(stage: HTMLElement) {
  const note = stage.querySelector<HTMLElement>("[data-without]");
  if (note) note.hidden = false;
  stage.dataset.idle = "drawing";
}

/** Return the map over all places, or where the address says. */
function drawn(canvas: HTMLElement, data: Data): maplibre.Map {
  const map = new maplibre.Map({
    container: canvas, style: style(asked() ? null : surroundings(told(data))), attributionControl: false, maxZoom: FURTHEST, minZoom: 1, dragRotate: false,
    pitchWithRotate: false, fadeDuration: 0, renderWorldCopies: false, refreshExpiredTiles: false, ...where(data),
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
  map.addControl(new maplibre.ScaleControl({ unit: "metric" }), "top-left");
  map.getCanvas().setAttribute("aria-label", "Map. Arrow keys move it, plus and minus zoom. The places are links after it.");
  return map;
}

/** Return the latitude, longitude and zoom that the address asks for. */
function asked(): number[] | undefined {
  const at = new URLSearchParams(location.search).get("at")?.split(",").map(Number);
  return at?.length === 3 && at.every(Number.isFinite) ? at : undefined;
}

/** Return the places of which something is known, all where nothing is: a capital once named is not the scene. */
function told(data: Data): Place[] {
  const known = data.places.filter((place) => place.state !== "unknown");
  return known.length ? known : data.places;
}

function where(data: Data): Partial<maplibre.MapOptions> {
  const at = asked();
  if (at) return { center: [at[1], at[0]], zoom: at[2] };
  if (!data.places.length) return { center: [20, 20], zoom: 1.5 };
  const bounds = new maplibre.LngLatBounds();
  for (const place of told(data)) bounds.extend([place.lon, place.lat]);
  return { bounds, fitBoundsOptions: { padding: { top: 60, bottom: 80, left: 70, right: 70 }, maxZoom: 6.5 } };
}

/** Keep the view in the address, where people copy it. */
function remember(map: maplibre.Map) {
  if (location.protocol === "file:") return;
  const { lat, lng } = map.getCenter();
  const query = new URLSearchParams(location.search);
  query.set("at", `${lat.toFixed(3)},${lng.toFixed(3)},${map.getZoom().toFixed(1)}`);
  history.replaceState(null, "", `${location.pathname}?${query.toString().replaceAll("%2C", ",")}`);
}

function themes(map: maplibre.Map) {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => map.setStyle(style(null)));
}

/** Marks as links over the map: settled places in clusters, contested and disputed ones always drawn out. */
class Marks {
  private data: Data = { day: "", known_on: "", follow: false, marks: {}, colours: {}, places: [] };
  private shown: maplibre.Marker[] = [];
  private clusters = new Supercluster<Place>({ radius: CLUSTER, maxZoom: 9 });
  private apart: Place[] = [];

  constructor(private map: maplibre.Map, private canvas: HTMLElement) {}

  show(data: Data) {
    this.data = data;
    const open = (place: Place) => place.disputed || place.state === "contested";
    this.apart = data.places.filter(open).sort((a, b) => a.rank - b.rank);
    this.clusters.load(data.places.filter((place) => !open(place)).map((place) => ({
      type: "Feature" as const, properties: place, geometry: { type: "Point" as const, coordinates: [place.lon, place.lat] },
    })));
    this.place();
  }

  /** Draw what the view holds. Marks that would overlap are moved on a line, the true point kept. */
  place() {
    const focused = (document.activeElement as HTMLElement | null)?.dataset?.place;
    for (const marker of this.shown) marker.remove();
    this.shown = [];
    const { clientWidth, clientHeight } = this.canvas;
    const room = new Room(clientWidth, clientHeight);
    const bounds = this.map.getBounds();
    const box: [number, number, number, number] = [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
    const found = this.clusters.getClusters(box, Math.floor(this.map.getZoom()));
    const single = found.filter((each) => !("cluster" in each.properties)).map((each) => each.properties as Place);
    const many = found.filter((each) => "cluster" in each.properties) as Supercluster.ClusterFeature<Supercluster.AnyProps>[];
    for (const each of many) {
      const { x, y } = this.map.project(each.geometry.coordinates as [number, number]);
      room.take(x, y, RING);
    }
    const places = [...this.apart.filter((place) => bounds.contains([place.lon, place.lat])), ...single.sort((a, b) => a.rank - b.rank)];
    const spots = places.map((place) => {
      const { x, y } = this.map.project([place.lon, place.lat]);
      const [dx, dy] = room.move(x, y);
      return { place, x: x + dx, y: y + dy, dx, dy };
    });
    for (const spot of spots) this.one(spot.place, spot, room);
    for (const each of many) this.many(each);
    if (focused) this.canvas.querySelector<HTMLElement>(`[data-place="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  private one(place: Place, { x, y, dx, dy }: { x: number; y: number; dx: number; dy: number }, room: Room) {
    const link = document.createElement("a");
    link.className = "map-mark";
    if (place.address) link.href = place.address; // a copy on disk may hold no page of it
    link.dataset.place = place.id;
    link.setAttribute("aria-label", place.words);
    link.title = place.words;
    link.innerHTML = this.data.marks[place.mark] ?? ""; // drawn by the server, nothing of a report's
    if (dx || dy) link.prepend(leader(dx, dy));
    const side = room.name(x, y, 7.2 * Math.max(place.name.length, 0.9 * place.label.length) + 6);
    if (side) {
      const words = document.createElement("span");
      words.className = `map-label ${side}`;
      // What is written beside the mark begins the name of the link: who speaks to a machine says what they see.
      link.setAttribute("aria-label", place.words.replace(place.name, () => `${place.name} ${place.label}`));
      const name = document.createElement("b");
      name.append(Object.assign(document.createElement("bdi"), { textContent: place.name }));
      words.append(name, " ", Object.assign(document.createElement("small"), { textContent: place.label }));
      link.append(words);
    }
    this.add(link, [place.lon, place.lat], [dx, dy]);
  }

  private many(cluster: Supercluster.ClusterFeature<Supercluster.AnyProps>) {
    const id = cluster.properties.cluster_id as number;
    const counts = new Map<string, number>();
    for (const leaf of this.clusters.getLeaves(id, Infinity)) counts.set(leaf.properties.state, (counts.get(leaf.properties.state) ?? 0) + 1);
    const button = document.createElement("button");
    button.className = "map-cluster";
    const parts = [...counts].sort((a, b) => b[1] - a[1]);
    const total = parts.reduce((sum, [, n]) => sum + n, 0);
    button.setAttribute("aria-label", `${total} places: ${parts.map(([state, n]) => `${n} ${state}`).join(", ")}. Show them.`);
    button.append(ring(parts, total, this.data.colours));
    const [lon, lat] = cluster.geometry.coordinates;
    button.addEventListener("click", () => this.map.easeTo({ center: [lon, lat], zoom: Math.min(this.clusters.getClusterExpansionZoom(id), FURTHEST), animate: !matchMedia("(prefers-reduced-motion: reduce)").matches }));
    this.add(button, [lon, lat], [0, 0]);
  }

  private add(element: HTMLElement, at: [number, number], offset: [number, number]) {
    this.shown.push(new maplibre.Marker({ element, offset }).setLngLat(at).addTo(this.map));
    element.removeAttribute("role"); // MapLibre calls every marker an image; ours are links and buttons
  }
}

const svg = (name: string, attributes: Record<string, string | number>) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};

function leader(dx: number, dy: number): SVGElement {
  const made = svg("svg", { class: "map-leader", width: 120, height: 120, viewBox: "-60 -60 120 120", "aria-hidden": "true" });
  made.append(svg("line", { x1: 0, y1: 0, x2: -dx, y2: -dy }), svg("circle", { cx: -dx, cy: -dy, r: 2 }));
  return made;
}

function ring(parts: [string, number][], total: number, colours: Record<string, string>): SVGElement {
  const made = svg("svg", { width: 38, height: 38, viewBox: "-19 -19 38 38", "aria-hidden": "true" });
  made.append(svg("circle", { r: 17, class: "map-ring-ground" }));
  const round = 2 * Math.PI * 15;
  let from = 0;
  for (const [state, n] of parts) {
    const long = (n / total) * round;
    made.append(svg("circle", { r: 15, fill: "none", stroke: colours[state] ?? "var(--ctl)", "stroke-width": 4, "stroke-dasharray": `${Math.max(long - 1.5, 1)} ${round}`, "stroke-dashoffset": -from, transform: "rotate(-90)" }));
    from += long;
  }
  const words = svg("text", { "text-anchor": "middle", y: 5 });
  words.textContent = String(total);
  made.append(words);
  return made;
}

/** The slider: days by keys and mouse; the newest state when served, the day's own page from disk. */
function slider(stage: HTMLElement, map: maplibre.Map, marks: Marks, first: Data) {
  const range = document.querySelector<HTMLInputElement>("[data-slider]");
  const links = [...document.querySelectorAll<HTMLAnchorElement>("[data-day-link]")];
  if (!range || !links.length) return;
  range.closest<HTMLElement>("[data-slider-box]")?.removeAttribute("hidden");
  const output = document.querySelector<HTMLElement>("[data-slider-day]");
  let asked = 0;
  const to = async (index: number) => {
    const link = links[index];
    if (!link) return;
    range.value = String(index);
    const words = link.dataset.words ?? link.dataset.dayLink!;
    range.setAttribute("aria-valuetext", words);
    if (output) output.textContent = words;
    if (document.body.hasAttribute("data-static")) {
      if (link.href) location.href = link.href;
      return;
    }
    const mine = ++asked;
    const answer = await fetch(link.dataset.data!).catch(() => null);
    if (!answer?.ok || mine !== asked) return;
    const data = (await answer.json()) as Data;
    marks.show(data);
    for (const each of links) each.toggleAttribute("aria-current", each === link);
    for (const each of document.querySelectorAll("[data-follows-day]")) each.setAttribute("data-old", "");
    const place = new URL(link.href);
    history.replaceState(null, "", place.pathname + place.search);
    remember(map);
    document.querySelector("[data-clock-day]")?.replaceChildren(words);
    const rest = document.querySelector<HTMLAnchorElement>("[data-reload]");
    if (rest) {
      rest.href = link.href;
      rest.hidden = false;
    }
    const live = document.getElementById("live");
    if (live) live.textContent = `${words}: ${data.places.length} places`;
    stage.dataset.day = data.day;
  };
  let waiting = 0;
  range.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => to(Number(range.value)), 60);
  });
  const play = document.querySelector<HTMLButtonElement>("[data-play]");
  let playing = 0;
  play?.addEventListener("click", () => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return void to((Number(range.value) + 1) % links.length);
    if (playing) {
      clearInterval(playing);
      playing = 0;
    } else {
      playing = window.setInterval(() => {
        const next = Number(range.value) + 1;
        if (next >= links.length) {
          clearInterval(playing);
          playing = 0;
          play.textContent = "▸ Play";
        } else void to(next);
      }, 900);
    }
    play.textContent = playing ? "❚❚ Stop" : "▸ Play";
  });
  stage.dataset.day = first.day;
}

// Last, when everything above is there.
const stage = document.querySelector<HTMLElement>("[data-map]");
const holder = document.getElementById("map-data");
if (stage && holder) start(stage, JSON.parse(holder.textContent!) as Data);
else if (stage?.dataset.src && location.protocol !== "file:") {
  fetch(stage.dataset.src) // more places than a page should carry
    .then((answer) => answer.json())
    .then((data: Data) => start(stage, data), () => apologise(stage));
} else if (stage) apologise(stage);
