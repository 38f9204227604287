import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import yauzl from "yauzl";

/** What one workbook may cost. Legitimate county workbooks stay a factor of ten below each. */
export const uploadLimits = {
  bytes: 10 * 1024 * 1024,
  entries: 2000,
  unpackedBytes: 100 * 1024 * 1024,
  /** Unpacked to packed size of the whole file. */
  ratio: 200,
} as const;

/** Why a file is refused as unsafe; each has its sentence under `checks.`. */
type UnsafeReason =
  | "fileEncrypted"
  | "fileDuplicateParts"
  | "fileUnpackedSize"
  | "fileMacros"
  | "fileEntries"
  | "fileEncoding"
  | "fileDoctype";

const unsafe = (reason: UnsafeReason): { readonly ok: false; readonly error: AppError } =>
  err(appError("upload_unsafe", { reason }, [{ path: "file", message: `checks.${reason}` }]));
const notWorkbook = (): { readonly ok: false; readonly error: AppError } => err(appError("upload_not_workbook"));
const unreadable = (): { readonly ok: false; readonly error: AppError } => err(appError("upload_unreadable"));

const zipMagic = [0x50, 0x4b, 0x03, 0x04] as const;
/** Compound file: an old .xls, or a workbook locked with a password. */
const compoundMagic = [0xd0, 0xcf, 0x11, 0xe0] as const;
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, index) => bytes[index] === byte);

const open = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    yauzl.fromBuffer(buffer, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    );
  });

const listing = (zip: yauzl.ZipFile): Promise<readonly yauzl.Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on("entry", (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(entries));
    zip.on("error", reject);
    zip.readEntry();
  });

const judgeListing = (bytes: Uint8Array, entries: readonly yauzl.Entry[]): Result<null, AppError> => {
  const names = entries.map(({ fileName }) => fileName.toLowerCase());
  const declared = entries.reduce((total, entry) => total + entry.uncompressedSize, 0);
  if (entries.some((entry) => entry.isEncrypted())) return unsafe("fileEncrypted");
  if (new Set(names).size !== names.length) return unsafe("fileDuplicateParts");
  if (declared > uploadLimits.unpackedBytes || declared > bytes.byteLength * uploadLimits.ratio) return unsafe("fileUnpackedSize");
  if (names.some((name) => name.endsWith("vbaproject.bin"))) return unsafe("fileMacros");
  return ok(null);
};

/** An archive whose listing has been judged; nothing of it is unpacked. */
export interface ListedArchive {
  readonly zip: yauzl.ZipFile;
  readonly entries: readonly yauzl.Entry[];
  readonly isWorkbook: boolean;
}

/** True for the first bytes of a zip, which is what a workbook is too. */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, zipMagic);
/** True for an old .xls or a workbook locked with a password. */
export const isCompound = (bytes: Uint8Array): boolean => startsWith(bytes, compoundMagic);

/** Lists a zip of at most `limit` bytes: encrypted, doubled, swollen and overfull ones are refused without unpacking a byte. */
export const listArchive = async (bytes: Uint8Array, limit: number = uploadLimits.bytes): Promise<Result<ListedArchive, AppError>> => {
  if (bytes.byteLength > limit) return err(appError("upload_too_large", { limitMb: limit / 1024 / 1024 }));
  if (isCompound(bytes)) return unsafe("fileEncrypted");
  if (!isZip(bytes)) return notWorkbook();
  try {
    const zip = await open(bytes);
    if (zip.entryCount > uploadLimits.entries) return unsafe("fileEntries");
    const entries = await listing(zip);
    const verdict = judgeListing(bytes, entries);
    if (!verdict.ok) return verdict;
    const names = new Set(entries.map(({ fileName }) => fileName.toLowerCase()));
    return ok({ zip, entries, isWorkbook: names.has("xl/workbook.xml") && names.has("[content_types].xml") });
  } catch {
    return unreadable();
  }
};

const list = async (bytes: Uint8Array): Promise<Result<ListedArchive, AppError>> => {
  const listed = await listArchive(bytes);
  return listed.ok && !listed.value.isWorkbook ? notWorkbook() : listed;
};

/** An entry unpacked further than it may be. */
export class TooMuch extends Error {}

/** Unpacks one entry under a hard byte count: declared sizes may lie. Rejects with `TooMuch`, or as the archive is broken. */
export const inflate = (zip: yauzl.ZipFile, entry: yauzl.Entry, budget: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(error);
      const chunks: Buffer[] = [];
      let size = 0;
      stream.on("data", (chunk: Buffer) => {
        size += chunk.length;
        if (size > budget) stream.destroy(new TooMuch());
        else chunks.push(chunk);
      });
      stream.on("end", () => resolve(Buffer.concat(chunks)));
      stream.on("error", reject);
    });
  });

const isXml = (name: string): boolean => /\.(xml|rels|vml)$/iu.test(name);

/** Markup declarations have no place in a workbook; UTF-16 is refused, so they cannot hide in another encoding. */
const markupProblem = (part: Buffer): UnsafeReason | null => {
  if (part.length >= 2 && (part.readUInt16BE(0) === 0xfeff || part.readUInt16BE(0) === 0xfffe || part[0] === 0 || part[1] === 0))
    return "fileEncoding";
  return part.includes("<!DOCTYPE") || part.includes("<!ENTITY") ? "fileDoctype" : null;
};

/** Unpacks the XML parts of a workbook under a hard byte count: declared sizes may lie. Keys are part names in lower case. */
export const unpackWorkbook = async (bytes: Uint8Array): Promise<Result<ReadonlyMap<string, Buffer>, AppError>> => {
  const listed = await list(bytes);
  if (!listed.ok) return listed;
  const { zip, entries } = listed.value;
  const parts = new Map<string, Buffer>();
  let budget: number = uploadLimits.unpackedBytes;
  try {
    for (const entry of entries.filter(({ fileName }) => isXml(fileName))) {
      const part = await inflate(zip, entry, budget);
      budget -= part.length;
      const problem = markupProblem(part);
      if (problem !== null) return unsafe(problem);
      parts.set(entry.fileName.toLowerCase(), part);
    }
  } catch (error) {
    return error instanceof TooMuch ? unsafe("fileUnpackedSize") : unreadable();
  }
  return ok(parts);
};
