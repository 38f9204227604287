import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type AppError, appError, errorCodes } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import PQueue from "p-queue";
import { z } from "zod";
import { type CountyDataset, countyDatasetSchema } from "./contract";
import { importedFileKinds, type UploadedFile } from "./import-contract";
import type { AnswerRequest } from "./imports/answer";
import type { ImportContext, ImportRefusal, ParsedImport } from "./imports/context";
import { guardFiles } from "./imports/file-set";
import type { CountyHead } from "./workbook/write";

/** What a county workbook is written of: a dataset, or the head of an empty one. */
export type WorkbookContent = CountyDataset | CountyHead;

/** Reads uploads, writes their answers and county workbooks away from this process: the first two open files from outside, all take long. */
export interface UploadParser {
  /** Guards and reads an upload. `context` is asked for only when the files are official forms. */
  readonly read: (files: readonly UploadedFile[], context: () => Promise<ImportContext>) => Promise<Result<ParsedImport, ImportRefusal>>;
  /** The files with an error column, red cells and comments. */
  readonly answer: (request: AnswerRequest) => Promise<Result<UploadedFile, AppError>>;
  /** A county workbook: a second of computing for 240 schools, which nobody else should wait for. */
  readonly write: (content: WorkbookContent) => Promise<Result<Uint8Array, AppError>>;
}

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
  file: z.string().optional(),
  sheet: z.string(),
  row: z.number().nullable(),
  cell: z.string().nullable(),
  message: z.string(),
  params,
});
const importedFile = z.object({ name: z.string(), kind: z.enum(importedFileKinds), about: z.string(), schools: z.number().int() });
/** The child has read hostile bytes: its answer is parsed like any other input. */
const answerSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("parsed"),
    dataset: countyDatasetSchema,
    sources: z.record(z.string(), z.record(z.string(), z.union([z.number(), z.string()]))),
    warnings: z.array(cellIssue),
    files: z.array(importedFile),
  }),
  z.object({ kind: z.literal("issues"), issues: z.array(cellIssue) }),
  z.object({ kind: z.literal("workbook"), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal("answer"), fileName: z.string(), bytes: z.instanceof(Uint8Array) }),
  z.object({
    kind: z.literal("refused"),
    code: z.enum(errorCodes),
    params: params.optional(),
    issues: z.array(z.object({ path: z.string(), message: z.string(), params: params.optional() })).optional(),
  }),
]);
export type ParserAnswer = z.input<typeof answerSchema>;

/** What the child is asked. `context` answers its own question, which it asks at most once. */
export type ParserRequest =
  | { readonly kind: "read"; readonly files: readonly UploadedFile[] }
  | { readonly kind: "context"; readonly context: ImportContext }
  | { readonly kind: "answer"; readonly request: AnswerRequest }
  | { readonly kind: "write"; readonly content: WorkbookContent };
export const contextQuestion = "context?";

type Answer = z.output<typeof answerSchema>;

const refusal = (reason: "fileTooSlow" | "fileTooHeavy"): Result<Answer, AppError> =>
  err(appError("upload_unsafe", { reason }, [{ path: "file", message: `checks.${reason}` }]));

/** One child, one request. It has no environment, a memory cap, and dies when its time is up. */
const askChild = (
  request: ParserRequest,
  context: (() => Promise<ImportContext>) | null,
  { entry, execArgv, maxOldSpaceMb = 512, timeoutMs = 20_000 }: UploadParserOptions,
): Promise<Result<Answer, AppError>> =>
  new Promise((resolve) => {
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [...execArgv, `--max-old-space-size=${maxOldSpaceMb}`],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
      env: { NODE_ENV: "production" },
    });
    const finish = (result: Result<Answer, AppError>): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      child.on("error", () => {});
      child.kill("SIGKILL");
      resolve(result);
    };
    const send = (message: ParserRequest): void => {
      child.send(message, (error) => {
        if (error) finish(err(appError("unavailable")));
      });
    };
    const timer = setTimeout(() => finish(refusal("fileTooSlow")), timeoutMs);
    let asked = false;
    child.on("message", (message) => {
      if (message === contextQuestion && context !== null && !asked) {
        asked = true;
        context().then(
          (found) => send({ kind: "context", context: found }),
          () => finish(err(appError("unavailable"))),
        );
        return;
      }
      const answer = answerSchema.safeParse(message);
      finish(answer.success ? ok(answer.data) : err(appError("upload_unreadable")));
    });
    child.on("exit", () => finish(refusal("fileTooHeavy")));
    child.on("error", () => finish(err(appError("unavailable"))));
    send(request);
  });

const readOf = (asked: Result<Answer, AppError>): Result<ParsedImport, ImportRefusal> => {
  if (!asked.ok) return asked;
  const { value } = asked;
  if (value.kind === "parsed") return ok({ dataset: value.dataset, sources: value.sources, warnings: value.warnings, files: value.files });
  if (value.kind === "issues") return err(value.issues);
  return err(value.kind === "refused" ? appError(value.code, value.params, value.issues) : appError("upload_unreadable"));
};

const answerOf = (asked: Result<Answer, AppError>): Result<UploadedFile, AppError> => {
  if (!asked.ok) return asked;
  const { value } = asked;
  if (value.kind === "answer") return ok({ fileName: value.fileName, bytes: value.bytes });
  return err(value.kind === "refused" ? appError(value.code, value.params, value.issues) : appError("upload_unreadable"));
};

/** Our own data is written: what goes wrong is not the reader's doing. */
const workbookIn = (asked: Result<Answer, AppError>): Result<Uint8Array, AppError> =>
  asked.ok && asked.value.kind === "workbook" ? ok(asked.value.bytes) : err(appError("unavailable"));

/** Builds the reader of uploads: cheap refusals at once, everything else in a capped child process, few at a time. */
export const createUploadParser = (options: UploadParserOptions): UploadParser => {
  const queue = new PQueue({ concurrency: atOnce });
  const busy = (): boolean => queue.size >= mayWait;
  return {
    read: async (files, context) => {
      const guarded = await guardFiles(files);
      if (!guarded.ok) return guarded;
      if (busy()) return err(appError("unavailable"));
      return readOf(await queue.add(() => askChild({ kind: "read", files }, context, options)));
    },
    answer: async (request) => {
      if (busy()) return err(appError("unavailable"));
      return answerOf(await queue.add(() => askChild({ kind: "answer", request }, null, options)));
    },
    write: async (content) => {
      if (busy()) return err(appError("unavailable"));
      return workbookIn(await queue.add(() => askChild({ kind: "write", content }, null, options)));
    },
  };
};
