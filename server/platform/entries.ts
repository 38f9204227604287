import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The scripts that run as processes of their own; `npm run build` bundles each into build/node. */
export type EntryName = "server/http/main" | "workers/main" | "workers/compute" | "workers/parse-upload";

/** How to start one: built code as it is, TypeScript through tsx. */
export interface Entry {
  readonly entry: URL;
  readonly execArgv: readonly string[];
}

const here = fileURLToPath(import.meta.url);

const rootAbove = (folder: string): string => {
  if (existsSync(join(folder, "package.json"))) return folder;
  if (dirname(folder) === folder) throw new Error("the project's package.json was not found");
  return rootAbove(dirname(folder));
};

/** Absolute path of the project: the folder of package.json. */
export const projectRoot = rootAbove(dirname(here));

/** True in code that `npm run build` made. */
export const isBuilt = here.startsWith(join(projectRoot, "build/node"));

/** A process entry of the same kind as the running code: built code starts built code, sources start sources. */
export const entryOf = (name: EntryName): Entry =>
  isBuilt
    ? { entry: pathToFileURL(join(projectRoot, "build/node", `${name}.js`)), execArgv: [] }
    : {
        entry: pathToFileURL(join(projectRoot, `${name}.ts`)),
        execArgv: ["--import", pathToFileURL(createRequire(here).resolve("tsx")).href],
      };
