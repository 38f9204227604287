import { ok } from "@server/kernel/result";
import { type UploadParser, writeCountyWorkbook } from "@server/statistics";
import { writeAnswer } from "@server/statistics/imports/answer";
import { readImport } from "@server/statistics/imports/read-import";

/** Reads and writes in this process: for tests that are not about the child. */
export const parserHere: UploadParser = {
  read: readImport,
  answer: writeAnswer,
  write: async (content) => ok(await writeCountyWorkbook(content)),
};
