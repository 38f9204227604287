/** Who may import whom. Each comment says what to do instead. */

const test = "\\.test\\.tsx?$";
const domains = "(?:compliance|planning|statistics|province|auth|jobs|tenancy|audit|reports)";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-circular",
      comment: "Two files that need each other: move what both need into a third file that imports neither.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-own-index",
      comment: "index.ts is for outsiders: inside the folder, import the file that defines the thing.",
      severity: "error",
      from: { path: "^((?:app|server|db|workers)/.+)/[^/]+$", pathNot: "/index\\.tsx?$" },
      to: { path: "^$1/index\\.tsx?$" },
    },
    {
      name: "compliance-engine-is-pure",
      comment: "An engine knows numbers only: load and save in service.ts or facts.ts, and hand the engine what it needs.",
      severity: "error",
      from: { path: "^server/compliance/engine/", pathNot: test },
      to: { pathNot: ["^server/compliance/engine/", "^server/kernel/", "^server/[^/]+/[a-z-]*contract\\.ts$"] },
    },
    {
      name: "planning-engine-is-pure",
      comment:
        "As above; of other domains, planning's engine may use the compliance engine through its index.ts. The levers are part of it, each whole in its folder: only their schemas know zod.",
      severity: "error",
      from: {
        path: "^server/planning/(?:engine|levers)/",
        pathNot: [test, "^server/planning/levers/(?:[a-z0-9-]+/schema|all/schemas|schema-parts)\\.ts$"],
      },
      to: {
        pathNot: [
          "^server/planning/(?:engine|levers)/",
          "^server/planning/default-source\\.ts$",
          "^server/kernel/",
          "^server/[^/]+/[a-z-]*contract\\.ts$",
          "^server/compliance/engine/index\\.ts$",
        ],
      },
    },
    {
      name: "kernel-knows-nobody",
      comment: "The kernel is below everything: what needs a domain or a package belongs to that domain.",
      severity: "error",
      from: { path: "^server/kernel/", pathNot: test },
      to: { pathNot: "^server/kernel/" },
    },
    {
      name: "app-sees-contracts-only",
      comment:
        "Pages get services through Remix's load context; from server/ they import contract.ts, the load context's types, permissions and the kernel. A type that is missing there belongs into the contract.",
      severity: "error",
      from: { path: "^app/", pathNot: [test, "^app/features/workspace/simulation\\.worker\\.ts$"] },
      to: {
        path: "^(?:server|db|workers)/",
        pathNot: [
          "^server/[^/]+/[a-z-]*contract\\.ts$",
          "^server/http/context\\.ts$",
          "^server/auth/permissions\\.ts$",
          "^server/kernel/",
          // The words of the levers lie with them; the catalogue of each language takes its own.
          "^server/planning/levers/all/words-",
        ],
      },
    },
    {
      name: "engines-in-the-worker-only",
      comment:
        "The browser computes in simulation.worker.ts alone, with the faces of the two engines (docs/decisions/0017); a page asks it by a message.",
      severity: "error",
      from: { path: "^app/features/workspace/simulation\\.worker\\.ts$" },
      to: {
        path: "^(?:server|db|workers)/",
        pathNot: ["^server/[^/]+/[a-z-]*contract\\.ts$", "^server/kernel/", "^server/(?:compliance|planning)/engine/index\\.ts$"],
      },
    },
    {
      name: "worker-is-loaded-never-imported",
      comment: "Importing the worker's file would put the engines into a page: start it with `new Worker(new URL(…))`.",
      severity: "error",
      from: { path: "^(?:app|server|db|workers)/" },
      to: { path: "^app/features/workspace/simulation\\.worker\\.ts$" },
    },
    {
      name: "app-imports-context-as-type",
      comment: "server/http/context.ts is types only: write `import type`, so that nothing of it reaches the browser.",
      severity: "error",
      from: { path: "^app/", pathNot: test },
      to: { path: "^server/http/context\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "contracts-stay-light",
      comment:
        "Contracts are read by browser code too: nothing that they reach may be an engine, a service, a database or a package other than zod.",
      severity: "error",
      from: { path: "^server/[^/]+/[a-z-]*contract\\.ts$" },
      to: {
        reachable: true,
        path: "^(?:node_modules/(?!zod/)|db/|workers/|server/(?:platform|http|cli)/|server/[^/]+/(?:engine|service|repository|index))",
      },
    },
    {
      name: "workers-call-services",
      comment:
        "A job and a request must not differ: call the domain's index.ts, never its engine. Only workers/compute.ts, the child that does nothing but compute, names pure functions, and it takes them from the domain's compute.ts or index.ts.",
      severity: "error",
      from: { path: "^workers/", pathNot: test },
      to: { path: `^server/${domains}/(?:engine|rulesets|solver)/` },
    },
    {
      name: "kysely-in-repositories-only",
      comment: "Queries live in repository files and db/. Elsewhere call a repository function and pass it the transaction.",
      severity: "error",
      // The fate of a run is told by SQL in four places of server/jobs, each a repository of one table.
      from: {
        path: "^(?:app|server|workers)/",
        pathNot: ["repository\\.ts$", "^server/jobs/(?:claim|outbox|relay|reconciler)\\.ts$", test],
      },
      to: { path: "^node_modules/(?:kysely|kysely-postgres-js|postgres)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "pools-in-composition-roots-only",
      comment: "Take `withTenant`, `withReader` or `withAuth` as an argument; only main.ts files and the command line open pools.",
      severity: "error",
      from: { path: "^(?:app|server|workers)/", pathNot: ["^server/http/main\\.ts$", "^workers/main\\.ts$", "^server/cli/", test] },
      to: { path: "^db/client\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "queue-behind-its-port",
      comment: "Speak to the queue through server/jobs; bull and Redis are known to its adapters and the composition roots.",
      severity: "error",
      from: { path: "^(?:app|server|workers|db)/", pathNot: ["^server/jobs/", "^workers/main\\.ts$", "^server/http/main\\.ts$", test] },
      to: { path: "^node_modules/(?:bull|ioredis)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "not-to-test",
      comment: "Product code never imports tests: what both need belongs to db/seeds or the domain.",
      severity: "error",
      from: { path: "^(?:app|server|db|workers)/", pathNot: test },
      to: { path: ["^test/", test] },
    },
    {
      name: "not-to-dev-packages",
      comment: "A package that running code needs belongs to dependencies, not devDependencies.",
      severity: "error",
      from: { path: "^(?:app|server|db|workers)/", pathNot: test },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: "^node_modules/@types/" },
    },
    {
      name: "resolvable",
      comment: "The import leads nowhere: check the path or install the package.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: ["build/server", "\\?url$"] },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "require", "node", "default", "types"] },
  },
};
