import { isAppError } from "@server/kernel/errors";
import type { ParserAnswer } from "@server/statistics/upload-parser";
import { readUpload } from "@server/statistics/workbook/read";

/** Child process that reads one uploaded workbook: bytes in, one answer out. */
const answerTo = async (bytes: Uint8Array): Promise<ParserAnswer> => {
  const read = await readUpload(bytes);
  if (read.ok)
    return { kind: "parsed", dataset: read.value.dataset, sources: { ...read.value.sources }, warnings: [...read.value.warnings] };
  const { error } = read;
  if (!isAppError(error)) return { kind: "issues", issues: [...error] };
  return { kind: "refused", code: error.code, params: error.params, issues: error.issues?.map(({ path, message }) => ({ path, message })) };
};

process.once("message", (message) => {
  if (!(message instanceof Uint8Array)) process.exit(1);
  answerTo(message).then(
    (answer) => process.send?.(answer),
    () => process.exit(1),
  );
});
