import { createHash } from "node:crypto";
import { accessSync, constants, existsSync } from "node:fs";
import { homedir, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";

const writable = (folder: string): boolean => {
  try {
    accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where embedded services keep their files, one folder a checkout: `DATA_DIR` when given, else the user's cache.
 * Root's own cache lies where the database's system user may not go, so root uses /var/cache.
 */
export const dataDirOf = (projectDir: string, chosen: string | null): string => {
  if (chosen) return chosen;
  const key = createHash("sha256").update(projectDir).digest("hex").slice(0, 12);
  const caches = process.getuid?.() === 0 ? ["/var/cache"] : [process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), homedir()];
  const cache = caches.find(writable);
  return cache ? join(cache, cache === homedir() ? ".hengce" : "hengce", key) : join(tmpdir(), `hengce-${userInfo().uid}-${key}`);
};
