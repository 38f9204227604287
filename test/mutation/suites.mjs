import { format } from "node:util";
import { expect } from "vitest";

/**
 * Stands in for `vitest` in the bundle that `runner.mjs` runs: the same words, one process, nothing loaded twice.
 * A suite keeps its body, so that what the body computes can be computed again under a mutant.
 */
export { expect };

const here = { file: "", suite: null };
const names = [];
const suites = [];

const suiteOf = (file, mark, body) => ({ file, mark, body, tests: [], seen: new Map() });

const collect = (suite) => {
  suite.tests = [];
  suite.seen = new Map();
  here.file = suite.file;
  here.suite = suite;
  suite.body();
};

/** Everything collected so far; read by `runner.mjs`, which is not part of the bundle. */
globalThis.hengceSuites = {
  all: suites,
  /** Tests of the file that is imported next. */
  begin: (file) => {
    here.file = file;
    here.suite = suiteOf(file, "", () => {});
    suites.push(here.suite);
  },
  /** Runs the body of a suite once more and answers with the tests that it makes now. */
  again: (suite) => {
    const before = suite.tests;
    try {
      collect(suite);
      return suite.tests;
    } finally {
      suite.tests = before;
    }
  },
};

const named = (name, values) => {
  const list = Array.isArray(values) ? values : [values];
  const [first] = list;
  const filled = name.replace(/\$(\w+)/g, (_, key) => String(first?.[key]));
  return format(filled, ...list.slice(0, (filled.match(/%[a-z]/g) ?? []).length));
};

export const describe = (name, body) => {
  const inside = () => {
    names.push(name);
    try {
      body();
    } finally {
      names.pop();
    }
  };
  if (names.length > 0) {
    inside();
    return;
  }
  const outside = here.suite;
  const suite = suiteOf(here.file, `body ${suites.length} of ${here.file}`, inside);
  suites.push(suite);
  const { __stryker__: stryker } = globalThis;
  stryker.currentTestId = suite.mark;
  try {
    collect(suite);
  } finally {
    stryker.currentTestId = undefined;
    here.suite = outside;
  }
};

export const it = (name, body) => {
  const { suite, file } = here;
  const full = [file, ...names, name].join(" > ");
  const times = (suite.seen.get(full) ?? 0) + 1;
  suite.seen.set(full, times);
  suite.tests.push({ id: times === 1 ? full : `${full} (${times})`, body });
};

const table = (each) => (cases) => (name, body) => {
  for (const values of cases) each(named(name, values), () => body(...(Array.isArray(values) ? values : [values])));
};
describe.each = table(describe);
it.each = table(it);
