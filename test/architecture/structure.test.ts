import ts from "typescript";
import { describe, expect, test } from "vitest";
import { placeOf, productSources, type Source, sources, treeOf, walk } from "./sources";

/** Files that may be longer than 300 lines, each with its reason. */
const longFiles: Readonly<Record<string, string>> = {
  "test/integration/statistics.test.ts": "the life of one upload after another, on one database",
  "test/integration/statistics-imports.test.ts": "one official import after another, on one database",
  "test/db/matrix-rows.ts": "one list: rows of every table of a tenant",
  "db/schema/database.ts": "one list: every table with its columns",
  "db/seeds/demo/province.test.ts": "what the demonstration promises, county by county",
  "test/e2e/main-job.test.ts": "one story, told in the order in which people live it",
};

/** Message catalogues are lists, not code: one file a namespace. */
const isList = (path: string): boolean => path.startsWith("app/i18n/messages/");

const complaints = (files: readonly Source[], complain: (file: ts.SourceFile, node: ts.Node) => string | null): readonly string[] =>
  files.flatMap((source) => {
    const found: string[] = [];
    const file = treeOf(source);
    walk(file, (node) => {
      const complaint = complain(file, node);
      if (complaint) found.push(`${placeOf(file, node)} ${complaint}`);
    });
    return found;
  });

const impureNames = new Set([
  "Date",
  "process",
  "console",
  "performance",
  "crypto",
  "setTimeout",
  "setInterval",
  "queueMicrotask",
  "fetch",
  "globalThis",
]);

const isMember = (node: ts.Identifier): boolean =>
  (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node) ||
  (ts.isPropertySignature(node.parent) && node.parent.name === node);

const impurity = (_file: ts.SourceFile, node: ts.Node): string | null => {
  if (node.kind === ts.SyntaxKind.AsyncKeyword || ts.isAwaitExpression(node)) return "async";
  if (ts.isTryStatement(node)) return "try/catch";
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier) && node.moduleSpecifier.text.startsWith("node:"))
    return "Node module";
  if (ts.isPropertyAccessExpression(node) && node.getText() === "Math.random") return "unseeded randomness";
  if (ts.isIdentifier(node) && impureNames.has(node.text) && !isMember(node)) return node.text;
  return null;
};

describe("structure", () => {
  test("no file re-exports everything of another", () => {
    const all = complaints(sources, (_file, node) => (ts.isExportDeclaration(node) && !node.exportClause ? "export *" : null));
    expect(all).toEqual([]);
  });

  test("engines are free of async work, clocks, unseeded randomness, Node and swallowed errors", () => {
    const engines = productSources.filter(({ path }) => /^server\/[^/]+\/(?:engine|levers)\//.test(path));
    expect(engines.length).toBeGreaterThan(5);
    expect(complaints(engines, impurity)).toEqual([]);
  });

  test("the check of engines sees each kind of impurity", () => {
    const text = 'import "node:fs"; const f = async () => { try { await g(Date.now(), Math.random(), process.pid); } catch {} };';
    const seen = complaints([{ path: "x.ts", text }], impurity).map((line) => line.replace("x.ts:1 ", ""));
    expect(new Set(seen)).toEqual(new Set(["Node module", "async", "try/catch", "Date", "unseeded randomness", "process"]));
  });

  test("files stay within 300 lines unless their reason is written down", () => {
    const lines = ({ text }: Source) => text.split("\n").length - 1;
    const long = sources
      .filter((source) => lines(source) > 300 && !isList(source.path) && !(source.path in longFiles))
      .map((source) => `${source.path} ${lines(source)}`);
    expect(long).toEqual([]);
    const needless = Object.keys(longFiles).filter((path) => !sources.some((source) => source.path === path && lines(source) > 300));
    expect(needless).toEqual([]);
  });

  test("loaders and actions of routes stay within 30 lines", () => {
    const routes = productSources.filter(({ path }) => path.startsWith("app/routes/") || path === "app/root.tsx");
    expect(routes.length).toBeGreaterThan(1);
    const long = complaints(routes, (file, node) => {
      const named =
        (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) && node.name && ts.isIdentifier(node.name) ? node.name.text : "";
      if (named !== "loader" && named !== "action") return null;
      const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line;
      const count = lineOf(node.getEnd()) - lineOf(node.getStart(file)) + 1;
      return count > 30 ? `${named} has ${count} lines` : null;
    });
    expect(long).toEqual([]);
  });

  test("only composition roots read the environment", () => {
    // A computing child gets its limits, and nothing else, through its environment.
    const allowed = /^workers\/serve-compute\.ts$|^server\/(?:platform|cli)\/|^(?:server\/http|workers)\/main\.ts$|^app\/entry\./;
    // NODE_ENV is build-time knowledge in bundled code, not configuration.
    const readers = complaints(
      productSources.filter(({ path }) => !allowed.test(path)),
      (_file, node) =>
        ts.isPropertyAccessExpression(node) && node.getText() === "process.env" && !node.parent.getText().includes("NODE_ENV")
          ? "process.env"
          : null,
    );
    expect(readers).toEqual([]);
  });
});

test("no two parts that a page fetches later bear one name: only one of them would be fetched before the page is taken over", () => {
  const names = productSources.flatMap(({ text }) => [...text.matchAll(/\blater\(\s*"(\w+)"/g)].map(([, name]) => name ?? ""));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

describe("queries", () => {
  const outsideDb = productSources.filter(({ path }) => !path.startsWith("db/"));

  test("no SQL is put together from text outside db/", () => {
    const raw = complaints(outsideDb, (_file, node) => {
      if (!ts.isPropertyAccessExpression(node)) return null;
      if (node.name.text === "unsafe" && node.parent && ts.isCallExpression(node.parent)) return ".unsafe()";
      return ts.isIdentifier(node.expression) && node.expression.text === "sql" && ["raw", "lit"].includes(node.name.text)
        ? `sql.${node.name.text}`
        : null;
    });
    expect(raw).toEqual([]);
  });

  test("settings of a tenant end with their transaction", () => {
    const lasting = productSources
      .filter(
        ({ text }) =>
          /set_config\([^)]*,\s*false\s*\)/.test(text) || /`\s*set\s+(?!local\b|null\b|default\b)(?:session\s+)?app\./i.test(text),
      )
      .map(({ path }) => path);
    expect(lasting).toEqual([]);
  });
});
