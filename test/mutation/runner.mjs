import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";

/**
 * Runs the tests of an engine for Stryker: bundled once and kept in one process. The engines are pure and keep no
 * state, so that a mutant needs no fresh world; it takes milliseconds where a test runner takes a second.
 *
 * `engineTests` in the configuration: `include` folders of tests, `exclude` patterns of those that would take too
 * long a mutant, `counties` to which a property is held, `cpuSeconds` after which a mutant that no test has noticed is
 * counted as survived (a lower bound of the score), `testSeconds` of processor time (many times what any test takes)
 * after which a test does not end. HENGCE_MUTANTS=8 tries one mutant in eight, HENGCE_MUTANTS=8:3
 * another eighth; the others are errors in the report, which the score leaves out.
 */
const testsIn = async ({ include, exclude }) => {
  const left = exclude.map((pattern) => new RegExp(pattern));
  const found = await Promise.all(
    include.map(async (folder) => (await readdir(folder, { recursive: true })).map((file) => path.join(folder, file))),
  );
  return found
    .flat()
    .filter((file) => file.endsWith(".test.ts") && left.every((pattern) => !pattern.test(file)))
    .sort();
};

const standIn = path.resolve("test/mutation/suites.mjs");

const bundle = async (files) => {
  const folder = path.resolve(`test/mutation/bundle-${process.pid}`);
  const entry = `${folder}.mjs`;
  const loads = files.map((file) => `[${JSON.stringify(file)}, () => import(${JSON.stringify(path.resolve(file))})]`);
  await writeFile(entry, `import "vitest";\nexport const load = [${loads.join(",\n")}];\n`);
  await build({
    entryPoints: { entry },
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
    plugins: [
      {
        name: "stand-in",
        setup: (own) => {
          own.onResolve({ filter: /^vitest$/ }, ({ importer }) =>
            importer === standIn ? { path: "vitest", external: true } : { path: standIn },
          );
          // Coverage is asked for once; afterwards its counters would cost more than what they count. A loop that a
          // mutant keeps from ending passes by other mutants, and looks at the clock there.
          own.onLoad({ filter: /\/server\/.*\.ts$/ }, async ({ path: file }) => ({
            contents: (await readFile(file, "utf8"))
              .replace("function cover() {", "function cover() { if (globalThis.hengceQuiet) return;")
              .replace(
                "function isActive(id) {",
                "var asked = 0; function isActive(id) { if ((asked += 1) === 1024) { asked = 0; globalThis.hengceWatch?.(); }",
              ),
            loader: "ts",
          }));
        },
      },
    ],
  });
  return pathToFileURL(path.join(folder, "entry.mjs")).href;
};

const textOf = (error) => (error instanceof Error ? error.message : String(error)).slice(0, 500);

/** Spreads texts evenly over whole numbers. */
const hashOf = (text) => {
  let hash = 17;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 8;
};

const isInSample = ({ fileName, location: { start, end }, replacement }) => {
  const [every = 1, which = 0] = (process.env.HENGCE_MUTANTS ?? "1").split(":").map(Number);
  const place = `${path.basename(fileName)} ${start.line}:${start.column} ${end.line}:${end.column} ${replacement}`;
  return Math.abs(hashOf(place)) % every === which;
};

/** Nearest tests first: beside the mutated file, in its folder, in a folder of that name, beside other code, all others. */
const nearestFirst = (fileName) => {
  const own = fileName.slice(fileName.indexOf("server/"));
  const beside = own.replace(/\.ts$/, ".test.ts");
  const folder = path.dirname(own);
  const named = `/${path.basename(folder)}/`;
  const rank = (id) => {
    if (id.startsWith(beside)) return 0;
    if (id.startsWith(`${folder}/`)) return 1;
    if (id.includes(named)) return 2;
    return id.startsWith("server/") ? 3 : 4;
  };
  return (left, right) => rank(left.id) - rank(right.id) || hashOf(left.id) - hashOf(right.id);
};

class EngineTests {
  constructor({ engineTests }) {
    this.settings = engineTests;
    globalThis.__stryker__ ??= {};
    this.stryker = globalThis.__stryker__;
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    process.env.HENGCE_COUNTIES ??= String(this.settings.counties);
    // A county that shows the mutant is enough; a smaller one need not be looked for.
    fc.configureGlobal({ endOnFailure: true });
    const { load } = await import(await bundle(await testsIn(this.settings)));
    for (const [file, run] of load) {
      globalThis.hengceSuites.begin(file);
      await run();
    }
    this.suites = globalThis.hengceSuites.all;
    for (const suite of this.suites) suite.covered = this.stryker.mutantCoverage?.perTest[suite.mark] ?? {};
  }

  async dryRun() {
    this.stryker.mutantCoverage ??= { static: {}, perTest: {} };
    const { static: always, perTest } = this.stryker.mutantCoverage;
    const tests = [];
    for (const suite of this.suites) {
      for (const { id, body } of suite.tests) {
        const result = { id, name: id, fileName: path.resolve(suite.file), status: 0 };
        this.stryker.currentTestId = id;
        const started = performance.now();
        try {
          await body();
        } catch (error) {
          result.status = 1;
          result.failureMessage = textOf(error);
        }
        result.timeSpentMs = performance.now() - started;
        this.stryker.currentTestId = undefined;
        tests.push(result);
        // A test also rests on what the body of its suite computes.
        perTest[id] ??= {};
        for (const [mutant, hits] of Object.entries(suite.covered)) perTest[id][mutant] = (perTest[id][mutant] ?? 0) + hits;
      }
      delete perTest[suite.mark];
    }
    return { status: "complete", tests, mutantCoverage: { static: always, perTest } };
  }

  /** The tests asked for, with the bodies of their suites run again where those reach the mutant. */
  chosen(wanted, mutant) {
    return this.suites.flatMap((suite) => {
      const own = suite.tests.filter(({ id }) => wanted === null || wanted.has(id));
      if (own.length === 0 || !(mutant in suite.covered)) return own;
      try {
        return globalThis.hengceSuites.again(suite).filter(({ id }) => wanted === null || wanted.has(id));
      } catch (error) {
        const body = () => {
          throw error;
        };
        return [{ ...own[0], body }];
      }
    });
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    if (!isInSample(activeMutant)) return { status: "error", errorMessage: "not in the sample" };
    const { stryker } = this;
    globalThis.hengceQuiet = true;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const start = process.cpuUsage();
    let test = start;
    let isEndless = false;
    globalThis.hengceWatch = () => {
      if (process.cpuUsage(test).user < this.settings.testSeconds * 1e6) return;
      isEndless = true;
      throw new Error("no end in sight");
    };
    const isHanging = () => isEndless || (hitLimit !== undefined && stryker.hitCount > hitLimit);
    let nrOfTests = 0;
    try {
      const tests = this.chosen(testFilter === undefined ? null : new Set(testFilter), activeMutant.id);
      for (const { id, body } of tests.sort(nearestFirst(activeMutant.fileName))) {
        nrOfTests += 1;
        test = process.cpuUsage();
        try {
          await body();
          if (isHanging()) break;
        } catch (error) {
          if (isHanging()) break;
          return { status: "killed", killedBy: [id], nrOfTests, failureMessage: textOf(error) };
        }
        if (process.cpuUsage(start).user > this.settings.cpuSeconds * 1e6) break;
      }
      return isHanging() ? { status: "timeout", reason: "does not end" } : { status: "survived", nrOfTests };
    } finally {
      globalThis.hengceQuiet = false;
      globalThis.hengceWatch = undefined;
      Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    }
  }
}

const create = (options) => new EngineTests(options);
create.inject = ["options"];

export const strykerPlugins = [{ kind: "TestRunner", name: "engine-tests", factory: create }];
