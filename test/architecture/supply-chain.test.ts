import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { root } from "./sources";

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      resolved: z.string().optional(),
    }),
  ),
});

const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
  overrides: z.record(z.string(), z.string()),
});

const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));
const packages = Object.entries(lockSchema.parse(json("package-lock.json")).packages).filter(([path]) => path !== "");
const installed = packages.filter(([path]) => existsSync(join(root, path, "package.json")));

const installedManifest = z.object({ engines: z.union([z.object({ node: z.string().optional() }), z.array(z.string())]).optional() });

const atLeast = (have: readonly number[], want: readonly number[]): boolean => {
  for (const [index, part] of want.entries()) if ((have[index] ?? 0) !== part) return (have[index] ?? 0) > part;
  return true;
};

const numbers = (text: string): number[] =>
  text
    .split(".")
    .filter((part) => /^\d+$/.test(part))
    .map(Number);

/** The part of semver's range grammar that `engines` fields use. */
const admits = (range: string, version: string): boolean =>
  range.split("||").some((alternative) =>
    [...alternative.replace(/\s+-\s+/g, "-").matchAll(/(>=|<=|>|<|\^|~|=)?\s*v?(\d+(?:\.[\dx*]+)*|\*)(?:-[\d.]+)?/g)].every(
      ([, operator = "", wanted = ""]) => {
        const [have, want] = [numbers(version), numbers(wanted)];
        if (operator === ">=" || operator === ">") return atLeast(have, want);
        if (operator === "<") return !atLeast(have, want);
        if (operator === "<=") return atLeast(want, have);
        if (operator === "~") return atLeast(have, want) && have[0] === want[0] && (want.length < 2 || have[1] === want[1]);
        if (operator === "^") return atLeast(have, want) && have[0] === want[0];
        return want.every((part, index) => have[index] === part);
      },
    ),
  );

/** Packages that say they want a newer Node and are known to run on the oldest one we support. */
const engineExceptions: Readonly<Record<string, string>> = {};

const licences = new Set([
  "MIT",
  "MIT/X11",
  "ISC",
  "0BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "Python-2.0",
  "MPL-2.0",
  "CC0-1.0",
  "CC-BY-3.0",
  "CC-BY-4.0",
  "Unlicense",
  "MIT OR Apache-2.0",
  "(Apache-2.0 AND MIT)",
  "(Unlicense OR Apache-2.0)",
  "(MIT OR CC0-1.0)",
  "(MIT OR GPL-3.0-or-later)",
  "(MIT AND Zlib)",
]);

/** Packages whose manifest states no licence, with where it stands or why we go without. */
const licenceExceptions: Readonly<Record<string, string>> = {
  "node_modules/require-like": "MIT by its readme",
  "node_modules/buffers":
    "states none; below exceljs (unzipper, binary), published by the author of MIT packages; not used when reading from memory",
};

const licenceSchema = z.object({ license: z.string().optional(), licenses: z.array(z.object({ type: z.string() })).optional() });

/** What a package says of itself; older ones have a list. */
const licenceOf = (path: string): string => {
  const { license, licenses = [] } = licenceSchema.parse(json(`${path}/package.json`));
  return license ?? licenses.map(({ type }) => type).join(" OR ");
};

test("every version is exact and comes from the registry in use", () => {
  const manifest = manifestSchema.parse(json("package.json"));
  const loose = Object.values(manifest)
    .flatMap((group) => Object.entries(group))
    .filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
  expect(loose).toEqual([]);
  expect(packages.filter(([, { resolved }]) => resolved)).toEqual([]);
});

test("installed packages admit the Node that runs them", () => {
  expect(installed.length).toBeGreaterThan(500);
  const unfit = installed.flatMap(([path]) => {
    const { engines } = installedManifest.parse(json(`${path}/package.json`));
    const range = Array.isArray(engines) ? undefined : engines?.node;
    return range && !admits(range, process.versions.node) && !(path in engineExceptions) ? [`${path} wants ${range}`] : [];
  });
  expect(unfit).toEqual([]);
});

test("the reader of engine ranges tells fitting from unfitting", () => {
  const cases: readonly (readonly [string, boolean])[] = [
    [">=18", true],
    [">= 20.19.0", true],
    ["^20.19.0 || >=22.12.0", true],
    ["20 || >=22", true],
    ["*", true],
    [">=14.0.0 <21", true],
    [">=22", false],
    ["^18 || ^22", false],
    [">=20.21", false],
    ["~20.19.0", false],
    ["^22.12.0", false],
    [">=14 <20", false],
  ];
  for (const [range, fits] of cases) expect([range, admits(range, "20.20.2")]).toEqual([range, fits]);
});

test("no package runs a script of its own when it is installed", () => {
  expect(readFileSync(join(root, ".npmrc"), "utf8")).toMatch(/^ignore-scripts=true$/m);
});

test("every licence is on the list", () => {
  const unknown = installed.map(([path]) => path).filter((path) => !licences.has(licenceOf(path)) && !(path in licenceExceptions));
  expect(unknown.map((path) => `${path}: ${licenceOf(path)}`)).toEqual([]);
});
