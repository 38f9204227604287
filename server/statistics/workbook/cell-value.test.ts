import { describe, expect, test } from "vitest";
import { readCell } from "./cell-value";
import type { CellKind } from "./layout";
import type { RawCell } from "./xlsx";

const whole: CellKind = { kind: "whole", min: 0, max: 1_000_000 };
const amount: CellKind = { kind: "amount", max: 1e9 };
const text = (value: string): RawCell => ({ kind: "text", text: value });
const number = (value: number, format: "plain" | "percent" | "date" = "plain"): RawCell => ({ kind: "number", value, format });
const read = (cell: RawCell | undefined, kind: CellKind): unknown => {
  const result = readCell(cell, kind);
  return result.ok ? result.value : result.problem;
};

describe("numbers", () => {
  test.each([
    ["１２３", 123],
    ["１，２３４", 1234],
    ["123,456", 123456],
    ["12、345", 12345],
    [" 45 ", 45],
    ["1 234", 1234],
    ["45.0", 45],
  ])("text %j in a count column reads as %j", (typed, expected) => {
    expect(read(text(typed), whole)).toBe(expected);
  });

  test("a full-width decimal point reads as a decimal point", () => {
    expect(read(text("３．５"), amount)).toBe(3.5);
  });

  test.each([
    [text("35%"), "percent"],
    [number(0.35, "percent"), "percent"],
    [text("35人"), "unitInCell"],
    [text("12.5万元"), "unitInCell"],
    [text("无"), "notNumber"],
    [text("—"), "notNumber"],
    [text("1e5"), "unitInCell"],
    [text("1,23"), "notNumber"],
    [number(45000, "date"), "dateInCell"],
    [number(Number.POSITIVE_INFINITY), "notNumber"],
    [number(Number.NaN), "notNumber"],
    [number(-1), "negative"],
    [text("-1"), "negative"],
    [number(3.5), "notWhole"],
    [number(1_000_001), "outOfRange"],
    [{ kind: "boolean", value: true } as const, "notNumber"],
    [{ kind: "error", text: "#REF!" } as const, "cellError"],
  ])("%j is refused in a count column as %s", (cell, problem) => {
    expect(read(cell, whole)).toBe(problem);
  });

  test("an empty cell is not reported, a zero is zero", () => {
    expect(read(undefined, whole)).toBeNull();
    expect(read(number(0), whole)).toBe(0);
    expect(read(text("０"), amount)).toBe(0);
  });

  test("the dust of spreadsheet arithmetic does not make a whole number a fraction", () => {
    expect(read(number(34.99999999999999), whole)).toBe(35);
  });
});

describe("codes, choices and texts", () => {
  const code: CellKind = { kind: "code" };

  test("a code may be text, full-width text or a number of up to 15 digits", () => {
    expect(read(text(" ３６４５0001 "), code)).toBe("36450001");
    expect(read(number(3_645_000_123), code)).toBe("3645000123");
  });

  test("a code that a number cell has already cut short is refused", () => {
    expect(read(number(1.2345678901234567e19), code)).toBe("codeAsNumber");
  });

  test("a code with other signs is refused", () => {
    expect(read(text("36-45"), code)).toBe("badCode");
    expect(read(text("__proto__"), code)).toBe("badCode");
  });

  test("choices are read by their text, common short forms and full-width signs", () => {
    expect(read(text("九年一贯制"), { kind: "choice", list: "schoolType" })).toBe("nine_year");
    expect(read(text("７　县级教育部门"), { kind: "choice", list: "owner" })).toBe("7");
    expect(read(number(10), { kind: "choice", list: "owner" })).toBe("10");
    expect(read(text("constructor"), { kind: "choice", list: "locality" })).toBe("notInList");
  });

  test("white space in a name is tidied and its length is limited", () => {
    expect(read(text(" 城关　 第一小学 "), { kind: "text", max: 20 })).toBe("城关 第一小学");
    expect(read(text("校".repeat(21)), { kind: "text", max: 20 })).toBe("tooLong");
  });
});
