import { readFileSync } from "node:fs";
import { join } from "node:path";
import { firstLoads, scriptBudget } from "@test/support/first-load";
import { expect, test } from "vitest";
import { z } from "zod";
import { root } from "./sources";

/** What a browser must never receive: services, SQL, drivers, anything of Node. */
const serverOnly =
  /(?:^|\/)server\/(?:[^/]+\/(?:service|repository)|http|platform|cli)\b|(?:^|\/)(?:db|workers)\/|node_modules\/(?:postgres|ioredis|bull|kysely|kysely-postgres-js|exceljs|pino|express|undici|@remix-run\/(?:node|express))\//;

test("the browser's bundle holds no server code, no database and no queue", () => {
  const inputs = z.array(z.string()).parse(JSON.parse(readFileSync(join(root, "build/client-inputs.json"), "utf8")));
  expect(inputs.filter((path) => path.startsWith("app/")).length).toBeGreaterThan(5);
  expect(inputs.filter((path) => serverOnly.test(path))).toEqual([]);
});

test("the browser's worker holds the two engines, and neither a page nor a server part", () => {
  const inputs = z.array(z.string()).parse(JSON.parse(readFileSync(join(root, "build/worker-inputs.json"), "utf8")));
  expect(inputs).toContain("server/planning/engine/project.ts");
  expect(inputs).toContain("server/compliance/engine/judge.ts");
  expect(inputs.filter((path) => serverOnly.test(path) || /\.tsx$|node_modules\/(?:react|@remix-run)/.test(path))).toEqual([]);
});

test("no page carries an engine", () => {
  const inputs = z.array(z.string()).parse(JSON.parse(readFileSync(join(root, "build/client-inputs.json"), "utf8")));
  expect(
    inputs.filter((path) =>
      /^server\/[^/]+\/(?:engine|solver)\/|^server\/planning\/levers\/(?:.+\/)?(?:lever|models|registry)\.ts$/.test(path),
    ),
  ).toEqual([]);
});

test("no page needs more script than the budget before it begins", () => {
  const pages = firstLoads(root);
  expect(pages.length).toBeGreaterThan(30);
  expect(pages.filter(({ bytes }) => bytes < 60_000 || bytes > scriptBudget)).toEqual([]);
});

test("the guard knows server code when it sees it", () => {
  for (const path of ["server/planning/service.ts", "db/client.ts", "node_modules/postgres/src/index.js", "server/http/context.ts"])
    expect(serverOnly.test(path)).toBe(true);
  for (const path of ["server/planning/contract.ts", "server/kernel/result.ts", "app/root.tsx"]) expect(serverOnly.test(path)).toBe(false);
});
