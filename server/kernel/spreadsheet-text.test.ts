import { expect, it } from "vitest";
import { spreadsheetText } from "./spreadsheet-text";

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "＋1", "－1", "＠1"])(
  "marks %j, which a spreadsheet would compute, as text",
  (text) => {
    expect(spreadsheetText(text)).toBe(`'${text}`);
  },
);

it.each(["城关小学", "1+1", "a=b", ""])("leaves %j as it is", (text) => {
  expect(spreadsheetText(text)).toBe(text);
});
