import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { z } from "zod";

/** Bytes of compressed script that no page may need before it begins; canvas, charts and dialogs come later. */
export const scriptBudget = 170_000;

const listsSchema = z.record(z.string(), z.record(z.string(), z.array(z.string())));

/** A page's script before it begins, compressed, in the language that needs more. */
export interface FirstLoad {
  /** Route file under app/, without its ending. */
  readonly route: string;
  readonly bytes: number;
}

/** Weighs what the last build wrote down (`firstLoads` in vite.config.ts), heaviest first. */
export const firstLoads = (root: string): readonly FirstLoad[] => {
  const folder = join(root, "build/client");
  const lists = listsSchema.parse(JSON.parse(readFileSync(join(root, "build/first-loads.json"), "utf8")));
  const weighed = new Map<string, number>();
  const weigh = (file: string): number => {
    const known = weighed.get(file);
    if (known !== undefined) return known;
    const bytes = gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
    weighed.set(file, bytes);
    return bytes;
  };
  // The list of routes, which every page loads, is written after the bundle.
  const manifests = readdirSync(join(folder, "assets")).filter((name) => /^manifest-\w+\.js$/.test(name));
  const always = manifests.reduce((sum, name) => sum + weigh(`assets/${name}`), 0);
  return Object.entries(lists)
    .map(([route, byLocale]) => ({
      route,
      bytes: always + Math.max(...Object.values(byLocale).map((files) => files.reduce((sum, file) => sum + weigh(file), 0))),
    }))
    .sort((a, b) => b.bytes - a.bytes);
};
