import { isAppError } from "@server/kernel/errors";
import { writeAnswer } from "@server/statistics/imports/answer";
import type { ImportContext, ImportRefusal } from "@server/statistics/imports/context";
import { readImport } from "@server/statistics/imports/read-import";
import { contextQuestion, type ParserAnswer, type ParserRequest } from "@server/statistics/upload-parser";
import { writeCountyWorkbook } from "@server/statistics/workbook/write";

/** Child process that reads one upload, or writes the answer to one or a county workbook: a request in, one answer out. */

/** Asks the parent what the county has stored. */
const contextOfParent = (): Promise<ImportContext> =>
  new Promise((resolve, reject) => {
    process.once("message", (message: ParserRequest) =>
      message.kind === "context" ? resolve(message.context) : reject(new Error("no context")),
    );
    process.send?.(contextQuestion);
  });

const refused = (error: ImportRefusal): ParserAnswer =>
  isAppError(error)
    ? {
        kind: "refused",
        code: error.code,
        params: error.params,
        issues: error.issues?.map(({ path, message, params }) => ({ path, message, params })),
      }
    : { kind: "issues", issues: [...error] };

const answerTo = async (request: ParserRequest): Promise<ParserAnswer> => {
  switch (request.kind) {
    case "read": {
      const read = await readImport(request.files, contextOfParent);
      if (!read.ok) return refused(read.error);
      const { dataset, sources, warnings, files } = read.value;
      return { kind: "parsed", dataset, sources: { ...sources }, warnings: [...warnings], files: [...files] };
    }
    case "answer": {
      const written = await writeAnswer(request.request);
      if (!written.ok) return refused(written.error);
      const { fileName, bytes } = written.value;
      return { kind: "answer", fileName, bytes: new Uint8Array(bytes) };
    }
    case "write":
      return { kind: "workbook", bytes: new Uint8Array(await writeCountyWorkbook(request.content)) };
    case "context":
      throw new Error("nobody asked");
  }
};

process.once("message", (request: ParserRequest) => {
  answerTo(request).then(
    (answer) => process.send?.(answer),
    () => process.exit(1),
  );
});
