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

/**
 * Reads the one file of a multipart form, counting bytes as they come, up to `largest`. Errors: `upload_too_large`,
 * `upload_not_workbook` (no file in the form), `upload_unreadable` (broken form or connection).
 */
export const readUpload = (request: Request, largest = largestFile): Promise<Result<UploadedFile, AppError>> =>
  new Promise((resolve) => {
    const fail = (code: "upload_too_large" | "upload_not_workbook" | "upload_unreadable"): void => resolve(err(appError(code)));
    const type = request.headers.get("Content-Type") ?? "";
    if (!type.startsWith("multipart/form-data") || !request.body) return fail("upload_not_workbook");
    let parser: busboy.Busboy;
    try {
      const limits = { files: 1, fields: 20, fieldSize: 4096, parts: 24, fileSize: largest, headerPairs: 20 };
      parser = busboy({ headers: { "content-type": type }, limits, defParamCharset: "utf8" });
    } catch {
      return fail("upload_unreadable");
    }
    const chunks: Buffer[] = [];
    let fileName: string | null = null;
    let tooLarge = false;
    // The web stream's types of the DOM and of Node differ in name only.
    const source = Readable.fromWeb(request.body as NodeReadableStream<Uint8Array>);
    parser.on("file", (_field, stream, info) => {
      fileName = cleanFileName(info.filename ?? "");
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("limit", () => {
        tooLarge = true;
        chunks.length = 0;
      });
      stream.on("error", () => fail("upload_unreadable"));
    });
    parser.on("close", () => {
      if (tooLarge) return fail("upload_too_large");
      const bytes = Buffer.concat(chunks);
      if (fileName === null || bytes.length === 0) return fail("upload_not_workbook");
      resolve(ok({ fileName, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) }));
    });
    parser.on("error", () => {
      source.unpipe(parser);
      source.resume();
      fail("upload_unreadable");
    });
    source.on("error", () => fail("upload_unreadable"));
    source.pipe(parser);
  });
