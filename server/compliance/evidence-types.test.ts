import { describe, expect, it } from "vitest";
import { evidenceTypeOf } from "./evidence-types";

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "latin1"));
const zipWith = (...names: readonly string[]): Uint8Array => bytesOf(`PK\x03\x04${names.join("\0")}`);

describe("the type of an evidence file", () => {
  it.each([
    ["批复.pdf", bytesOf("%PDF-1.7"), "application/pdf"],
    ["照片.JPG", bytesOf("\xff\xd8\xff\xe0"), "image/jpeg"],
    ["图.png", bytesOf("\x89PNG\r\n\x1a\n"), "image/png"],
    ["方案.docx", zipWith("word/document.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
    ["名册.xlsx", zipWith("xl/workbook.xml"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    ["文件.ofd", zipWith("OFD.xml"), "application/ofd"],
  ])("is told by its content: %s", (name, bytes, type) => {
    expect(evidenceTypeOf(name, bytes)).toBe(type);
  });

  it.each([
    ["page.html", bytesOf("<script>alert(1)</script>")],
    ["disguised.pdf", bytesOf("<script>alert(1)</script>")],
    ["disguised.html", bytesOf("%PDF-1.7<script>")],
    ["macros.xlsx", zipWith("xl/workbook.xml", "xl/vbaProject.bin")],
    ["anything.zip", zipWith("readme.txt")],
    ["renamed.docx", zipWith("xl/workbook.xml")],
    ["picture.svg", bytesOf("<svg onload='x'/>")],
    ["pdf", bytesOf("")],
  ])("is refused when content or name are none that is taken: %s", (name, bytes) => {
    expect(evidenceTypeOf(name, bytes)).toBeNull();
  });
});
