import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type AppError, appError, errorCodes } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import PQueue from "p-queue";
import { z } from "zod";
import { type CellIssue, countyDatasetSchema } from "./contract";
import type { ParseUpload } from "./service";
import type { ParsedWorkbook } from "./workbook/read";
import { guardListing } from "./workbook/zip-guard";

export interface UploadParserOptions {
  /** `workers/parse-upload` as it runs here: bundled, or TypeScript with a loader in `execArgv`. */
  readonly entry: URL;
  readonly execArgv: readonly string[];
  readonly maxOldSpaceMb?: number;
  readonly timeoutMs?: number;
}

/** Each child may take its whole memory cap. */
const atOnce = 2;
const mayWait = 20;

const params = z.record(z.string(), z.union([z.string(), z.number()]));
const cellIssue = z.object({
  severity: z.enum(["error", "warning"]),
  sheet: z.string(),
  row: z.number().nullable(),
  cell: z.string().nullable(),
  message: z.string(),
  params,
});
/** The child has read hostile bytes: its answer is parsed like any other input. */
const answerSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("parsed"),
    dataset: countyDatasetSchema,
    sources: z.record(z.string(), z.record(z.string(), z.number())),
    warnings: z.array(cellIssue),
  }),
  z.object({ kind: z.literal("issues"), issues: z.array(cellIssue) }),
  z.object({
    kind: z.literal("refused"),
    code: z.enum(errorCodes),
    params: params.optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
]);
export type ParserAnswer = z.input<typeof answerSchema>;

const resultOf = (message: unknown): Result<ParsedWorkbook, readonly CellIssue[] | AppError> => {
  const answer = answerSchema.safeParse(message);
  if (!answer.success) return err(appError("upload_unreadable"));
  const { data } = answer;
  if (data.kind === "parsed") return ok({ dataset: data.dataset, sources: data.sources, warnings: data.warnings });
  return err(data.kind === "issues" ? data.issues : appError(data.code, data.params, data.issues));
};

/** One child, one file. It has no environment, a memory cap, and dies when its time is up. */
const parseInChild = (
  bytes: Uint8Array,
  { entry, execArgv, maxOldSpaceMb = 512, timeoutMs = 20_000 }: UploadParserOptions,
): ReturnType<ParseUpload> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [...execArgv, `--max-old-space-size=${maxOldSpaceMb}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: { NODE_ENV: "production" },
    });
    const finish = (result: Awaited<ReturnType<ParseUpload>>): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => {});
      child.kill("SIGKILL");
      resolve(result);
    };
    const timer = setTimeout(
      () => finish(err(appError("upload_unsafe", { reason: "fileTooSlow" }, [{ path: "file", message: "checks.fileTooSlow" }]))),
      timeoutMs,
    );
    child.on("message", (message) => finish(resultOf(message)));
    child.on("exit", () =>
      finish(err(appError("upload_unsafe", { reason: "fileTooHeavy" }, [{ path: "file", message: "checks.fileTooHeavy" }]))),
    );
    child.on("error", () => finish(err(appError("unavailable"))));
    child.send(bytes, (error) => {
      if (error) finish(err(appError("unavailable")));
    });
  });

/** Builds the reader of uploads: cheap refusals at once, everything else in a capped child process, few at a time. */
export const createUploadParser = (options: UploadParserOptions): ParseUpload => {
  const queue = new PQueue({ concurrency: atOnce });
  return async (bytes) => {
    const guarded = await guardListing(bytes);
    if (!guarded.ok) return guarded;
    if (queue.size >= mayWait) return err(appError("unavailable"));
    return queue.add(() => parseInChild(bytes, options));
  };
};
