import { createInstance } from "i18next";
import { describe, expect, test } from "vitest";
import { en } from "./en";
import { registerLanguage } from "./instance";
import { namespaces } from "./locales";
import { remembered } from "./remembered";
import { zhCN } from "./zh-CN";

const leaves = (texts: object, before: string): readonly string[] =>
  Object.entries(texts).flatMap(([name, value]) => (typeof value === "string" ? [`${before}${name}`] : leaves(value, `${before}${name}.`)));

describe.each([
  ["en", en],
  ["zh-CN", zhCN],
] as const)("the translator of %s", (locale, texts) => {
  const { t } = registerLanguage(locale, texts);
  const plain = createInstance();
  void plain.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: texts },
    ns: [...namespaces],
    defaultNS: "common",
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  const keys = Object.entries(texts).flatMap(([namespace, all]) => leaves(all, `${namespace}:`));

  test("says every text of the catalogue as i18next does, the second time too", () => {
    expect(keys.length).toBeGreaterThan(1000);
    for (const key of [...keys, ...keys]) expect(t(key)).toBe(plain.t(key));
  });

  test.each([0, 1, 21, 1.5, "12 345"])("fills in a count of %s as i18next does", (count) => {
    const said = ["{{year}} $t(common:verdict.met) $1", null, -0.5];
    for (const key of new Set(keys.map((name) => name.replace(/_(one|other)$/, "")))) {
      const counted = typeof count === "number" ? { count } : {};
      if (!plain.exists(key, counted)) continue;
      const blanks = plain.t(key, { ...counted, skipInterpolation: true }).match(/(?<=\{\{)\w+(?=\}\})/g) ?? [];
      const values = { ...Object.fromEntries(blanks.map((name, place) => [name, said[place % said.length]])), count };
      for (const _ of ["first", "again"]) expect(t(key, values)).toBe(plain.t(key, values));
    }
  });

  test("leaves options of i18next itself to i18next", () => {
    expect(t("common:no.such.text", { defaultValue: "fallen back" })).toBe("fallen back");
    expect(t(["common:no.such.text", "common:verdict.met"])).toBe(plain.t("common:verdict.met"));
    expect(t("workspace:open.title", { year: 2030, count: 2, skipInterpolation: true })).toContain("{{year}}");
  });
});

test("a text that comes later is found then", () => {
  const language = createInstance();
  void language.init({ lng: "en", resources: { en: {} }, ns: ["later"], initAsync: false });
  const t = remembered(language, "en");
  expect([t("later:text"), t("later:text", { what: "x" })]).toEqual(["text", "text"]);
  language.addResourceBundle("en", "later", { text: "now {{what}}" });
  expect(t("later:text", { what: "x" })).toBe("now x");
});
