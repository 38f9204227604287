import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { done, type Outcome } from "../outcome";
import { schemaFiles } from "../schemas";

/** `schema [FOLDER]`: writes the JSON Schemas of everything the command line reads and answers. */
export const writeSchemas = async (folder: string): Promise<Outcome> => {
  await mkdir(folder, { recursive: true });
  const files = schemaFiles();
  for (const [name, text] of files) await writeFile(join(folder, name), text);
  return done([...files.keys()].map((name) => `${join(folder, name)}\n`).join(""));
};
