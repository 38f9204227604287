import { layerProblemCodes } from "@server/compliance/layer-contract";
import { runStates, runSteps } from "@server/jobs/contract";
import { errorCodes } from "@server/kernel/errors";
import { issueKeys, leverSummaryKeys, noticeKeys, sourceNotes } from "@server/planning/contract";
import { blanksOf, flatten, withoutPlural } from "@test/support/catalogue";
import { keysUsed, literalTexts, looseCalls, parseText, sourcesBelow, testsBelow } from "@test/support/source-scan";
import { describe, expect, it } from "vitest";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { pageTitle } from "~/i18n/page-title";
import { zhCN } from "~/i18n/zh-CN";

const chinese = flatten(zhCN);
const english = flatten(en);
const names = (texts: ReadonlyMap<string, string>) => [...new Set([...texts.keys()].map(withoutPlural))].sort();
const known = new Set([...names(chinese), ...chinese.keys()]);
const app = sourcesBelow("app");
const server = sourcesBelow("server");
const walks = ["test/e2e", "test/integration"].flatMap(testsBelow);

describe("the catalogues", () => {
  it("hold the same keys in both languages", () => {
    expect(names(english)).toEqual(names(chinese));
  });
  it("have the same blanks in both languages", () => {
    const blanks = (texts: ReadonlyMap<string, string>) => {
      const byKey = new Map<string, Set<string>>();
      for (const [key, text] of texts)
        byKey.set(withoutPlural(key), new Set([...(byKey.get(withoutPlural(key)) ?? []), ...blanksOf(text)]));
      return new Map([...byKey].map(([key, set]) => [key, [...set].filter((blank) => blank !== "count").sort()]));
    };
    const other = blanks(english);
    const different = [...blanks(chinese)].filter(([key, set]) => JSON.stringify(other.get(key)) !== JSON.stringify(set));
    expect(different.map(([key]) => key)).toEqual([]);
  });
  it("give every English plural its one and its other", () => {
    const plural = [...english.keys()].filter((key) => withoutPlural(key) !== key);
    const lacking = plural.filter((key) => !english.has(`${withoutPlural(key)}_one`) || !english.has(`${withoutPlural(key)}_other`));
    expect(lacking).toEqual([]);
  });
  it("leave no text empty and write Chinese without exclamation marks", () => {
    expect([...chinese, ...english].filter(([, text]) => text.trim() === "").map(([key]) => key)).toEqual([]);
    expect([...chinese].filter(([, text]) => text.includes("！")).map(([key]) => key)).toEqual([]);
  });
  it("keep the Chinese term beside the English name of every indicator, item and veto", () => {
    const named = [...english].filter(([key]) => /^(rules:indicator\.|clauses:)\w\d+\.name$|^clauses:veto\.V\d$/.test(key));
    expect(named).toHaveLength(7 + 25 + 7);
    expect(named.filter(([, text]) => !/\(\p{Script=Han}.*\)$/u.test(text))).toEqual([]);
  });
  it("have a sentence for every error a user can meet, and for no other", () => {
    expect(Object.keys(zhCN.errors).sort()).toEqual([...errorCodes].sort());
    expect(Object.keys(en.errors).sort()).toEqual([...errorCodes].sort());
  });
});

/** Texts that services name by a key of a closed list. */
const named = [
  ...layerProblemCodes.map((code) => `regulation:problem.${code}`),
  ...noticeKeys.map((key) => `notices:of.${key}`),
  ...issueKeys.map((key) => `planning:issues.${key}`),
  ...leverSummaryKeys.map((key) => `planning:levers.${key}`),
  ...sourceNotes.map((key) => `sources:${key}`),
  ...runStates.map((key) => `runs:state.${key}`),
  ...runSteps.map((key) => `runs:step.${key}`),
];

describe("the sources", () => {
  const uses = app.flatMap(keysUsed);
  it("use only texts that exist, and so do the walks through the pages", () => {
    const lost = [...uses, ...walks.flatMap(keysUsed)].filter(({ key }) =>
      typeof key === "string" ? !known.has(key) : ![...known].some((name) => key.test(name)),
    );
    expect(lost.map(({ where, key }) => `${where} ${String(key)}`)).toEqual([]);
  });
  it("have a text for every key that a service may name", () => {
    expect(named.filter((key) => !known.has(key))).toEqual([]);
  });
  it("name every text in full, so that it can be found", () => {
    expect(app.flatMap(looseCalls)).toEqual([]);
  });
  it("hold no text of their own", () => {
    expect(app.flatMap(literalTexts)).toEqual([]);
  });
  it("use every text of the catalogues", () => {
    const literal = new Set(uses.map(({ key }) => key));
    const patterns = uses.map(({ key }) => key).filter((key) => key instanceof RegExp);
    // Services name texts with dots only, and some only by their last part.
    const said = server.map(({ tree }) => tree.text).join("\n");
    const unused = names(chinese).filter((name) => {
      const [space = "", rest = ""] = name.split(":");
      if (literal.has(name) || named.includes(name) || patterns.some((pattern) => pattern.test(name))) return false;
      return !said.includes(`"${space}.${rest}"`) && !(space === "checks" && said.includes(`"${rest}"`));
    });
    expect(unused).toEqual([]);
  });
});

describe("the scan itself", () => {
  it("finds words, Chinese and spoken attributes, and lets figures and marks pass", () => {
    const sample = parseText(`
      const A = () => <div title="Close" aria-label={"关闭"}><b>Hello</b>{"word"} — 12 / 3 · <i className="plain">×</i></div>;
      const b = "没有翻译"; const c = t("common:product"); const d = \`共 \${b}\`;
    `);
    expect(literalTexts(sample).map((text) => text.replace(/^\S+ /, ""))).toEqual([
      "Close",
      "关闭",
      "关闭",
      "Hello",
      "word",
      "没有翻译",
      "共",
    ]);
  });
  it("finds keys in calls, in data and in templates, and calls without a namespace", () => {
    const sample = parseText(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the source under test
      't("common:a.b"); const x = { label: "data:c" }; t(`rules:d.${id}.name`); t("bare"); useTranslation("data");',
    );
    expect(keysUsed(sample).map(({ key }) => String(key))).toEqual(["common:a.b", "data:c", "/^rules:d\\.[^:]+\\.name$/"]);
    expect(looseCalls(sample)).toHaveLength(2);
  });
});

describe("a language", () => {
  it("fills blanks, counts by its own rules and never falls back to the other", () => {
    const zh = registerLanguage("zh-CN", zhCN);
    const other = registerLanguage("en", en);
    expect(zh.t("common:table.total", { count: 120 })).toBe("共 120 条");
    expect([other.t("common:table.total", { count: 1 }), other.t("common:table.total", { count: 2 })]).toEqual(["1 row", "2 rows"]);
    expect(zh.t("errors:forbidden")).not.toBe(other.t("errors:forbidden"));
  });
  it("names the document after the page and the product", () => {
    const title = pageTitle("account:sign_in.title");
    expect(title({ matches: [{ id: "root", data: { locale: "en" } }] })).toEqual([{ title: "Sign in · Hengce" }]);
    expect(title({ matches: [] })).toEqual([{ title: "登录 · 衡策" }]);
  });
});
