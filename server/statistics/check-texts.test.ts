import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import en from "~/i18n/messages/en/checks";
import zhCN from "~/i18n/messages/zh-CN/checks";

const folder = fileURLToPath(new URL(".", import.meta.url));
const source = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");

const blanks = (text: string): readonly string[] => [...text.matchAll(/\{\{(\w+)\}\}/gu)].map(([, name = ""]) => name).sort();

test("every complaint is worded in both languages with the same blanks", () => {
  const texts: Readonly<Record<string, string>> = en;
  expect(Object.keys(en).sort()).toEqual(Object.keys(zhCN).sort());
  for (const [key, text] of Object.entries(zhCN)) expect([key, blanks(texts[key] ?? "")]).toEqual([key, blanks(text)]);
});

test("no wording is left over from a complaint that is no longer made", () => {
  const unused = Object.keys(zhCN).filter((key) => !source.includes(`"${key}"`) && !source.includes(`"checks.${key}"`));
  expect(unused).toEqual([]);
});

test("every complaint that is made has its wording", () => {
  const made = [
    ...source.matchAll(/"checks\.(\w+)"/gu),
    ...source.matchAll(/problem\("(\w+)"/gu),
    ...source.matchAll(/complain\("(\w+)"/gu),
    ...source.matchAll(/(?:issues\.(?:file|row)|report\.(?:county|school|sheet))\(\s*"(?:error|warning)",\s*"(\w+)"/gu),
  ].map(([, key = ""]) => key);
  expect(made.length).toBeGreaterThan(50);
  expect(made.filter((key) => !Object.hasOwn(zhCN, key) && !key.includes("."))).toEqual([]);
});
