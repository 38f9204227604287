import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import { inflate, isCompound, isZip, listArchive, TooMuch, uploadLimits } from "../workbook/zip-guard";

/** One file of an upload. The name is for showing only. */
export interface UploadFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What a whole upload may cost: several files, or a zip of them. Each workbook in it obeys `uploadLimits` as well. */
export const setLimits = {
  files: 1000,
  bytes: 20 * 1024 * 1024,
  /** Sum of all files taken out of a zip. */
  unpackedBytes: 100 * 1024 * 1024,
} as const;

const unsafe = (reason: string, params: Readonly<Record<string, string | number>> = {}): { readonly ok: false; readonly error: AppError } =>
  err(appError("upload_unsafe", { reason, ...params }, [{ path: "file", message: `checks.${reason}`, params }]));

/** What is left of the name of an entry: no folders, no control or direction-changing characters. */
const shownName = (name: string): string => {
  const last = name.split(/[\\/]/u).at(-1) ?? "";
  return (
    last
      .normalize("NFC")
      .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
      .trim()
      .slice(0, 120) || "file"
  );
};

/** Folders, and what operating systems leave in archives. */
const isLitter = (name: string): boolean =>
  name.endsWith("/") || /(?:^|\/)(?:__MACOSX\/|\.|Thumbs\.db$|desktop\.ini$)/iu.test(name) || /(?:^|\/)~\$/u.test(name);

/** Two files of one name are told apart by a number. */
const distinct = (names: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>();
  return names.map((name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : name.replace(/(\.[^.]*)?$/u, ` (${count})$1`);
  });
};

type Files = Result<readonly UploadFile[], AppError>;

const guardSet = (files: readonly UploadFile[]): Result<null, AppError> => {
  if (files.length === 0) return err(appError("upload_not_workbook"));
  if (files.length > setLimits.files) return unsafe("setTooMany", { max: setLimits.files });
  const bytes = files.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  return bytes > setLimits.bytes ? err(appError("upload_too_large", { limitMb: setLimits.bytes / 1024 / 1024 })) : ok(null);
};

/** Takes the files out of a zip that is no workbook. A zip within is refused: one level is enough for any county. */
const unpackSet = async ({ fileName, bytes }: UploadFile): Promise<Files> => {
  const listed = await listArchive(bytes, setLimits.bytes);
  if (!listed.ok) return listed;
  if (listed.value.isWorkbook) return ok([{ fileName, bytes }]);
  const entries = listed.value.entries.filter((entry) => !isLitter(entry.fileName));
  if (entries.length === 0) return err(appError("upload_not_workbook"));
  if (entries.length > setLimits.files) return unsafe("setTooMany", { max: setLimits.files });
  const files: UploadFile[] = [];
  let budget: number = setLimits.unpackedBytes;
  try {
    for (const entry of entries) {
      const content = await inflate(listed.value.zip, entry, Math.min(budget, uploadLimits.bytes));
      budget -= content.length;
      files.push({ fileName: shownName(entry.fileName), bytes: new Uint8Array(content) });
    }
  } catch (error) {
    return error instanceof TooMuch ? unsafe("fileUnpackedSize") : err(appError("upload_unreadable"));
  }
  for (const file of files) {
    if (!isZip(file.bytes)) continue;
    const inner = await listArchive(file.bytes);
    if (!inner.ok) return inner;
    if (!inner.value.isWorkbook) return unsafe("setNested", { file: file.fileName });
  }
  return ok(files);
};

/** Cheap refusals that need no unpacking: sizes, number, kind and listing of each file. For the web process. */
export const guardFiles = async (files: readonly UploadFile[]): Promise<Result<null, AppError>> => {
  const whole = guardSet(files);
  if (!whole.ok) return whole;
  for (const { bytes } of files) {
    if (isCompound(bytes) || isZip(bytes)) {
      const listed = await listArchive(bytes, setLimits.bytes);
      if (!listed.ok) return listed;
      if (listed.value.isWorkbook && bytes.byteLength > uploadLimits.bytes) {
        return err(appError("upload_too_large", { limitMb: uploadLimits.bytes / 1024 / 1024 }));
      }
    } else if (bytes.byteLength > uploadLimits.bytes) {
      return err(appError("upload_too_large", { limitMb: uploadLimits.bytes / 1024 / 1024 }));
    }
  }
  return ok(null);
};

/** All files of an upload, those in zips included, under distinct names. */
export const expandFiles = async (files: readonly UploadFile[]): Promise<Files> => {
  const guarded = await guardFiles(files);
  if (!guarded.ok) return guarded;
  const found: UploadFile[] = [];
  for (const file of files) {
    const named = { ...file, fileName: shownName(file.fileName) };
    const inside = isZip(file.bytes) ? await unpackSet(named) : ok([named]);
    if (!inside.ok) return inside;
    found.push(...inside.value);
  }
  const whole = guardSet(found.map((file) => ({ ...file, bytes: new Uint8Array() })));
  if (!whole.ok) return whole;
  const names = distinct(found.map(({ fileName }) => fileName));
  return ok(found.map((file, index) => ({ ...file, fileName: names[index] ?? file.fileName })));
};
