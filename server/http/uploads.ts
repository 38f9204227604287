import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { type AppError, appError } from "@server/kernel/errors";
import { err, ok, type Result } from "@server/kernel/result";
import busboy from "busboy";

/** Largest workbook, bytes. */
export const largestFile = 10 * 1024 * 1024;

export interface UploadedFile {
  /** For showing only: no folder, no control characters, at most 255 characters. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** What is left of a browser's file name: it is data from outside, never a path. */
export const cleanFileName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  // Control and direction-changing characters would let a name show as another.
  const clean = last
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, "")
    .trim();
  return clean.slice(0, 255) || "upload";
};

export interface UploadForm {
  readonly files: readonly UploadedFile[];
  /** Text fields; of a repeated name the last. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface UploadFormLimits {
  /** Largest file, and largest sum of all, bytes. */
  readonly bytes: number;
  readonly files: number;
}

type Failure = "upload_too_large" | "upload_not_workbook" | "upload_unreadable";

const parserFor = (type: string, { bytes, files }: UploadFormLimits): busboy.Busboy | null => {
  try {
    const limits = { files, fields: 20, fieldSize: 4096, parts: files + 23, fileSize: bytes, headerPairs: 20 };
    return busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
  } catch {
    return null;
  }
};

/**
 * Reads the files and text fields of a multipart form, counting the bytes of all files as they come. Errors:
 * `upload_too_large` (also for too many files), `upload_not_workbook` (no file in the form), `upload_unreadable`
 * (broken form or connection).
 */
export const readUploads = (request: Request, limits: UploadFormLimits): Promise<Result<UploadForm, AppError>> =>
  new Promise((resolve) => {
    const fail = (code: Failure): void =>
      resolve(err(appError(code, code === "upload_too_large" ? { limitMb: limits.bytes / 1024 / 1024 } : undefined)));
    const type = request.headers.get("Content-Type") ?? "";
    if (!type.startsWith("multipart/form-data") || !request.body) return fail("upload_not_workbook");
    const parser = parserFor(type, limits);
    if (parser === null) return fail("upload_unreadable");
    const found: { readonly fileName: string; readonly chunks: Buffer[] }[] = [];
    const fields = new Map<string, string>();
    let total = 0;
    let tooLarge = false;
    const overflow = (): void => {
      tooLarge = true;
      for (const { chunks } of found) chunks.length = 0;
    };
    // The web stream's types of the DOM and of Node differ in name only.
    const source = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
    parser.on("field", (name, value) => fields.set(name, value));
    parser.on("filesLimit", overflow);
    parser.on("file", (_field, stream, info) => {
      const chunks: Buffer[] = [];
      found.push({ fileName: cleanFileName(info.filename ?? ""), chunks });
      stream.on("data", (chunk: Buffer) => {
        total += chunk.length;
        if (total > limits.bytes) overflow();
        else if (!tooLarge) chunks.push(chunk);
      });
      stream.on("limit", overflow);
      stream.on("error", () => fail("upload_unreadable"));
    });
    parser.on("close", () => {
      if (tooLarge) return fail("upload_too_large");
      // A browser sends one nameless empty part for a file field left empty.
      const files = found
        .map(({ fileName, chunks }) => ({ fileName, bytes: Buffer.concat(chunks) }))
        .filter(({ bytes }) => bytes.length > 0);
      if (files.length === 0) return fail("upload_not_workbook");
      const plain = files.map(({ fileName, bytes }) => ({ fileName, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) }));
      resolve(ok({ files: plain, fields: Object.fromEntries(fields) }));
    });
    parser.on("error", () => {
      source.unpipe(parser);
      source.resume();
      fail("upload_unreadable");
    });
    source.on("error", () => fail("upload_unreadable"));
    source.pipe(parser);
  });

/** Reads the one file of a multipart form, at most `largest` bytes. Errors as `readUploads`. */
export const readUpload = async (request: Request, largest = largestFile): Promise<Result<UploadedFile, AppError>> => {
  const form = await readUploads(request, { bytes: largest, files: 1 });
  if (!form.ok) return form;
  const [file] = form.value.files;
  return file === undefined ? err(appError("upload_not_workbook")) : ok(file);
};
