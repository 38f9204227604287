/** Kinds of evidence that are taken: their media type and the extensions that may name them. */
interface Kind {
  readonly mediaType: string;
  readonly extensions: readonly string[];
  readonly matches: (bytes: Uint8Array) => boolean;
}

const startsWith =
  (...signature: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    signature.every((value, index) => bytes[index] === value);

const contains = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, "latin1");

const isZip = startsWith(0x50, 0x4b, 0x03, 0x04);

/** A zip that holds this part and no macros; the names stand in its directory, uncompressed. */
const packageWith =
  (part: string) =>
  (bytes: Uint8Array): boolean =>
    isZip(bytes) && contains(bytes, part) && !contains(bytes, "vbaProject.bin");

const openXml = "application/vnd.openxmlformats-officedocument";

const kinds: readonly Kind[] = [
  { mediaType: "application/pdf", extensions: ["pdf"], matches: startsWith(0x25, 0x50, 0x44, 0x46, 0x2d) },
  { mediaType: "image/png", extensions: ["png"], matches: startsWith(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) },
  { mediaType: "image/jpeg", extensions: ["jpg", "jpeg"], matches: startsWith(0xff, 0xd8, 0xff) },
  { mediaType: `${openXml}.wordprocessingml.document`, extensions: ["docx"], matches: packageWith("word/document.xml") },
  { mediaType: `${openXml}.spreadsheetml.sheet`, extensions: ["xlsx"], matches: packageWith("xl/workbook.xml") },
  { mediaType: `${openXml}.presentationml.presentation`, extensions: ["pptx"], matches: packageWith("ppt/presentation.xml") },
  { mediaType: "application/ofd", extensions: ["ofd"], matches: packageWith("OFD.xml") },
];

/**
 * Media type of a file by its content, never by what the browser says; null when it is none that is taken
 * or when its name claims another type.
 */
export const evidenceTypeOf = (fileName: string, bytes: Uint8Array): string | null => {
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return kinds.find((kind) => kind.extensions.includes(extension) && kind.matches(bytes))?.mediaType ?? null;
};
