// Bundles the explorer: `node build.mjs FOLDER` writes scripts and styles named by their digest, a manifest that names
// the ones a page starts with, and the licences of what is inside. The same sources give the same bytes.

import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const FOLDER = dirname(fileURLToPath(import.meta.url));
const LOCALES = new Set(["en-US", "zh-CN"]);

// Libraries put these styles into the page; its policy allows them by the digests of exactly these words.
const INJECTED_STYLES = [
  ".__________cytoscape_container { position: relative; }",
  "@layer {\n  [data-react-aria-pressable] {\n    touch-action: pan-x pan-y pinch-zoom;\n  }\n}",
  "@layer {\n  * {\n    overscroll-behavior: contain;\n  }\n}",
];

/** Leaves the words of all other languages out of the components. */
const ownLocalesOnly = {
  name: "own-locales-only",
  setup(building) {
    building.onLoad({ filter: /[\\/]intl[\\/].*[a-z]{2}-[A-Z]{2}\.m?js$/ }, ({ path }) =>
      LOCALES.has(basename(path).replace(/\.m?js$/, "")) ? undefined : { contents: "export default {};" },
    );
  },
};

/** The name, version and licence of each package that has a file in the bundle. */
function readLicences(inputs) {
  const folders = new Set();
  for (const path of inputs) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
    if (found) folders.add(found[1]);
  }
  return [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(FOLDER, folder, "package.json"), "utf8"));
    const files = readdirSync(join(FOLDER, folder)).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
    const texts = files.sort().map((file) => readFileSync(join(FOLDER, folder, file), "utf8").trim());
    return [`${name} ${version}`, `Licence: ${license ?? "see below"}`, ...texts].join("\n\n");
  });
}

const target = process.argv[2];
if (!target) throw new Error("name the folder to write: node build.mjs FOLDER");

const { metafile } = await build({
  absWorkingDir: FOLDER,
  entryPoints: { explorer: "src/main.tsx" },
  outdir: join(target, "assets"),
  entryNames: "[name]-[hash]",
  chunkNames: "[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  jsx: "automatic",
  minify: true,
  legalComments: "none",
  charset: "utf8",
  define: { "process.env.NODE_ENV": '"production"' },
  plugins: [ownLocalesOnly],
  metafile: true,
  logLevel: "warning",
});

const entry = Object.entries(metafile.outputs).find(([, output]) => output.entryPoint === "src/main.tsx");
const manifest = {
  script: basename(entry[0]),
  style: basename(entry[1].cssBundle),
  injected: INJECTED_STYLES.map((text) => `sha256-${createHash("sha256").update(text).digest("base64")}`),
};
writeFileSync(join(target, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
const rule = `\n\n${"-".repeat(100)}\n\n`;
writeFileSync(join(target, "assets", "licences.txt"), `${readLicences(Object.keys(metafile.inputs)).join(rule)}\n`);
