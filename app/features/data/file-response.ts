import type { WorkbookFile } from "@server/statistics/contract";

/** A workbook as a download; the name is given in both forms of RFC 6266, so Chinese names survive. */
export const workbookResponse = ({ fileName, bytes }: WorkbookFile): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "Content-Disposition": `attachment; filename="hengce.xlsx"; filename*=UTF-8''${encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      "Content-Length": String(bytes.byteLength),
      "Cache-Control": "no-store",
    },
  });
