import type { WorkbookFile } from "@server/statistics/contract";

const mediaTypes: Readonly<Record<string, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
};

const extensionOf = (fileName: string): string => /\.([0-9A-Za-z]{1,5})$/.exec(fileName)?.[1]?.toLowerCase() ?? "bin";

/** A file as a download; the name is given in both forms of RFC 6266, so Chinese names survive. The media type follows from the name unless given. */
export const fileResponse = ({ fileName, bytes, mediaType }: WorkbookFile & { readonly mediaType?: string }): Response => {
  const extension = extensionOf(fileName);
  const encoded = encodeURIComponent(fileName.replace(/\p{Surrogate}/gu, "_")).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType ?? mediaTypes[extension] ?? "application/octet-stream",
      "Content-Disposition": `attachment; filename="hengce.${extension}"; filename*=UTF-8''${encoded}`,
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
    },
  });
};
