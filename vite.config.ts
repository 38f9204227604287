import { mkdirSync, writeFileSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import tsconfigPaths from "vite-tsconfig-paths";
import { locales, namespaces } from "./app/i18n/locales";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/** Writes down which modules went to the browser, pages and workers each in a file; test/architecture/bundle.test.ts judges the lists. */
const clientInputs = (list: string): Plugin => ({
  name: "client-inputs",
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
  generateBundle(_options, bundle) {
    const inputs = Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? chunk.moduleIds : []));
    mkdirSync("build", { recursive: true });
    writeFileSync(list, JSON.stringify([...new Set(inputs.map((id) => relative(process.cwd(), id)))].sort(), null, 1));
  },
});

/** Where a module lies in the project, `app/root.tsx`; a package or a made module lies elsewhere. */
const placeOf = (id: string): string => relative(process.cwd(), id).replaceAll(sep, "/");

/** Routes whose files every page of a route needs as well. */
const framesOf = (route: string): readonly string[] => [
  "entry.client",
  "root",
  ...(route.startsWith("routes/_app.") ? ["routes/_app"] : []),
];

/**
 * Writes down, for every page and language, the scripts that it cannot begin without: what it imports and the texts
 * that those modules wait for. What comes later by itself (canvas, charts, dialogs) is not among them;
 * test/support/first-load.ts weighs the lists.
 */
const firstLoads: Plugin = {
  name: "first-loads",
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
  writeBundle(_options, bundle) {
    const chunks = new Map(Object.values(bundle).flatMap((chunk) => (chunk.type === "chunk" ? [[chunk.fileName, chunk] as const] : [])));
    const fileWith = new Map([...chunks.values()].flatMap(({ fileName, moduleIds }) => moduleIds.map((id) => [id, fileName] as const)));
    const textsIn = (locale: string, namespace: string) => fileWith.get(resolve(`app/i18n/messages/${locale}/${namespace}.ts`));
    const collect = (locale: string, file: string | undefined, into: Set<string>): void => {
      const chunk = file === undefined || into.has(file) ? undefined : chunks.get(file);
      if (chunk === undefined) return;
      into.add(chunk.fileName);
      for (const imported of chunk.imports) collect(locale, imported, into);
      for (const namespace of namespaces)
        if (chunk.moduleIds.includes(`\0${textsOf(namespace)}`)) collect(locale, textsIn(locale, namespace), into);
    };
    const entries = new Map(
      [...chunks.values()].flatMap(({ isEntry, facadeModuleId, fileName }) => {
        const name = placeOf(facadeModuleId ?? "").match(/^app\/([^?]+)\.tsx/)?.[1];
        return isEntry && name !== undefined ? [[name, fileName] as const] : [];
      }),
    );
    // A route without a page of its own is loaded by nobody.
    const hasPage = (file: string): boolean => chunks.get(file)?.exports.includes("default") ?? false;
    const pages = [...entries].flatMap(([name, file]) => (name.startsWith("routes/") && hasPage(file) ? [name] : [])).sort();
    const scriptsOf = (page: string, locale: string): readonly string[] => {
      const scripts = new Set<string>();
      for (const name of [...framesOf(page), page]) collect(locale, entries.get(name), scripts);
      return [...scripts].sort();
    };
    const lists = pages.map((page) => [page, Object.fromEntries(locales.map((locale) => [locale, scriptsOf(page, locale)]))]);
    writeFileSync("build/first-loads.json", JSON.stringify(Object.fromEntries(lists), null, 1));
  },
};

const mayDo: ReadonlySet<string> = new Set(["CallExpression", "MemberExpression", "ObjectExpression", "ArrayExpression"]);

const isPlaced = (node: object): node is { start: number; end: number } => "start" in node && "end" in node;

/**
 * What the pages take from the server's contracts are declarations: a schema that no page uses need not be made, and
 * where none is used zod stays away. The bundler cannot know that a call has no effect, so it is told. It is told too
 * that no module of ours does anything by being imported: otherwise that depends on whether a module was first asked
 * for by `./` (where package.json is read) or by `~/` (where it is not), which is another one on every machine.
 */
const declarationsOnly: Plugin = {
  name: "declarations-only",
  apply: (_config, { command, isSsrBuild }) => command === "build" && !isSsrBuild,
  transform(code, id) {
    const isPage = /^app\/.*\.tsx?$/.test(placeOf(id));
    if (!isPage && !/^server\/.*\.ts$/.test(placeOf(id))) return null;
    // A page's own schemas are for its loader and action.
    const made = this.parse(code).body.flatMap((statement) => {
      const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
      if (declared?.type !== "VariableDeclaration") return [];
      return declared.declarations.flatMap(({ init }) => {
        if (!init || !mayDo.has(init.type) || !isPlaced(init)) return [];
        return isPage && !code.startsWith("z.", init.start) ? [] : [init];
      });
    });
    const wrapped = made.reduceRight(
      (text, { start, end }) => `${text.slice(0, start)}/* @__PURE__ */ (() => (${text.slice(start, end)}))()${text.slice(end)}`,
      code,
    );
    return { code: wrapped, map: null, moduleSideEffects: false };
  },
};

const textsOf = (namespace: string): string => `virtual:texts/${namespace}`;

/**
 * A module of the browser that names a text, as in `t("data:school.name")`, waits for the texts of that namespace, so
 * that a page loads no others. What is wrong with data is told by the services' own keys: they go with the lists that
 * tell it.
 */
const textsOfModules: Plugin = {
  name: "texts-of-modules",
  resolveId: (id) => (id.startsWith(textsOf("")) ? `\0${id}` : null),
  load: (id) => {
    const [, namespace] = id.split(`\0${textsOf("")}`);
    if (namespace === undefined) return null;
    const files = locales.map((locale) => `"${locale}": () => import("/app/i18n/messages/${locale}/${namespace}")`);
    return `import { need } from "/app/i18n/need";\nawait need("${namespace}", { ${files.join(", ")} });`;
  },
  transform: (code, id, options) => {
    if (options?.ssr === true || !/^app\/(?!i18n\/).*\.tsx?$/.test(placeOf(id))) return null;
    const named = namespaces.filter((namespace) => new RegExp(`["'\`]${namespace}:[\\w$]`).test(code));
    const names = (namespace: (typeof namespaces)[number]): boolean => named.includes(namespace);
    const tellsFaults = /\b(?:catalogueKey|useFieldError)\b/.test(code) && (names("data") || names("entry"));
    const refusesFiles = /\bErrorNotice\b/.test(code) && names("data") && !names("entry");
    const needed = tellsFaults || refusesFiles ? [...named, "checks"] : named;
    return needed.length === 0 ? null : { code: code + needed.map((name) => `\nimport "${textsOf(name)}";`).join(""), map: null };
  },
};

export default defineConfig({
  plugins: [remix(remixConfig), tsconfigPaths(), declarationsOnly, textsOfModules, clientInputs("build/client-inputs.json"), firstLoads],
  // The engines in the browser: one file, so that nothing is imported from inside a worker.
  worker: { format: "es", plugins: () => [tsconfigPaths(), clientInputs("build/worker-inputs.json")] },
  build: {
    target: "es2022",
    rollupOptions: {
      onwarn: (warning, warn) => {
        // Comments inside packages, and routes without a page of their own: nothing to act on.
        if (warning.code !== "INVALID_ANNOTATION" && warning.code !== "EMPTY_BUNDLE") warn(warning);
      },
    },
  },
});
