import { readFile } from "node:fs/promises";
import { err, ok, type Result } from "@server/kernel/result";
import { canonicalDataset } from "@server/statistics/canonical";
import { checkDataset } from "@server/statistics/checks";
import { type CellIssue, type CountyDataset, countyDatasetSchema } from "@server/statistics/contract";
import type { z } from "zod";
import { type Complaint, cellComplaint, complaint } from "./outcome";

/*
 * The command line imports pure files of a domain instead of its index.ts, which would load the
 * database client and the workbook writer for a judgement that needs neither.
 */

export interface ReadDataset {
  readonly dataset: CountyDataset;
  readonly warnings: readonly Complaint[];
}

type Read<T> = Result<T, readonly Complaint[]>;

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const saidCodes: Readonly<Record<string, string>> = {
  ENOENT: "commands.noFile",
  EISDIR: "commands.isFolder",
  EACCES: "commands.forbidden",
  EEXIST: "commands.exists",
};

/** Why a file cannot be read or written, by what the system says of it. */
export const fileComplaint = (path: string, error: unknown, otherwise: "commands.unreadable" | "commands.unwritable"): Complaint => {
  const code = error instanceof Error && "code" in error ? String(error.code) : reasonOf(error);
  return complaint(path, saidCodes[code] ?? otherwise, { code });
};

const bytesOf = async (path: string): Promise<Read<Uint8Array>> => {
  try {
    return ok(await readFile(path));
  } catch (error) {
    return err([fileComplaint(path, error, "commands.unreadable")]);
  }
};

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

const jsonOf = (bytes: Uint8Array, path: string): Read<unknown> => {
  try {
    // fatal: a file of another encoding is refused instead of being read as replacement characters.
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (error) {
    return err([complaint(path, "commands.noDocument", { reason: reasonOf(error) })]);
  }
};

/** Complaints of a zod schema by dotted path, with the file that it is about. */
const schemaComplaints = (error: z.ZodError, file: string): readonly Complaint[] =>
  error.issues.map((issue) => complaint(issue.path.map(String).join("."), issue.message, { file }));

const divide = (dataset: CountyDataset, issues: readonly CellIssue[]): Read<ReadDataset> => {
  const found = issues.map(cellComplaint);
  return found.some(({ severity }) => severity === "error") ? err(found) : ok({ dataset, warnings: found });
};

/** Reads a county workbook or a dataset JSON, told apart by content; both pass the same logic checks. */
export const readDatasetFile = async (path: string): Promise<Read<ReadDataset>> => {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  if (isZip(bytes.value)) {
    const { parseCountyWorkbook } = await import("@server/statistics/workbook/read");
    const parsed = await parseCountyWorkbook(bytes.value);
    return parsed.ok ? divide(parsed.value.dataset, parsed.value.warnings) : err(parsed.error.map(cellComplaint));
  }
  const json = jsonOf(bytes.value, path);
  if (!json.ok) return json;
  const parsed = countyDatasetSchema.safeParse(json.value);
  if (!parsed.success) return err(schemaComplaints(parsed.error, path));
  const dataset = canonicalDataset(parsed.data);
  return divide(dataset, checkDataset(dataset));
};

/** Reads a JSON file of one schema. */
export const readJsonFile = async <T>(path: string, schema: z.ZodType<T>): Promise<Read<T>> => {
  const bytes = await bytesOf(path);
  if (!bytes.ok) return bytes;
  const json = jsonOf(bytes.value, path);
  if (!json.ok) return json;
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : err(schemaComplaints(parsed.error, path));
};
