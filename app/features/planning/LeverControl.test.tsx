import { smallCounty } from "@db/seeds/small-county";
import { leverForms, leverSchema, leverTypes } from "@server/planning/contract";
import { leverDefaults } from "@server/planning/defaults";
import { leverOutlines } from "@server/planning/engine/index";
import { scenarioSchools } from "@server/planning/schools";
import { scenario } from "@test/cases/planning/county";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { describe, expect, it, vi } from "vitest";
import { en } from "~/i18n/en";
import { registerLanguage } from "~/i18n/instance";
import { zhCN } from "~/i18n/zh-CN";
import { LeverControl } from "./LeverControl";
import { newLever } from "./lever-form";
import { leverTitle } from "./lever-text";

const dataset = smallCounty();
const schools = scenarioSchools(dataset, []);
const languages = [
  ["zh-CN", registerLanguage("zh-CN", zhCN)],
  ["en", registerLanguage("en", en)],
] as const;

describe.each(languages)("the controls in %s", (_, i18n) => {
  it.each(leverTypes)("say %s in words, each with a name", (type) => {
    const missed = vi.fn();
    i18n.on("missingKey", (_languages, namespace, key) => missed(`${namespace}:${key}`));
    const lever = leverSchema.parse(newLever(type, scenario({ horizonYears: 10 }), 2026, leverDefaults, schools, null));
    const texts = { labelOf: (name: string) => i18n.t(`planning:field.${name}`), hintOf: () => undefined, errorOf: () => null };
    const markup = renderToStaticMarkup(
      <I18nextProvider i18n={i18n}>
        {leverForms[type].fields.map((field) => (
          <LeverControl key={field.name} field={field} lever={lever} schools={schools} texts={texts} />
        ))}
      </I18nextProvider>,
    );
    const { title, detail } = leverTitle(i18n.t, lever, leverOutlines(scenario({ levers: [lever] })), (code) => code);
    const words = `${markup} ${title} ${detail}`;
    expect(words).not.toMatch(/(?:field|choice|lever|levers|facts|rules|unit|subject)[.:][a-z_]+/);
    expect(words).not.toContain("{{");
    expect(missed.mock.calls).toEqual([]);
    expect(markup.match(/<label/g)?.length ?? 0).toBeGreaterThanOrEqual(leverForms[type].fields.length);
  });
});
