import { readdirSync } from "node:fs";
import { join } from "node:path";
import { leverTypes } from "@server/planning/levers/kinds";
import { describe, expect, it } from "vitest";
import { root } from "./sources";

/*
 * What holds all levers is written from the one list, `server/planning/levers/kinds.ts`:
 * `npx vitest run test/architecture/levers.test.ts -u` writes it anew, any other run compares.
 */

const levers = "server/planning/levers";
const folderOf = (type: string): string => type.replaceAll("_", "-");
const nameOf = (type: string): string => type.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Import of one file of every folder and of others, sorted as the formatter sorts them. */
const imports = (file: string, clause: (name: string) => string, others: Readonly<Record<string, string>> = {}): string =>
  [...leverTypes.map((type) => [`../${folderOf(type)}/${file}`, clause(nameOf(type))] as const), ...Object.entries(others)]
    .sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }))
    .map(([path, what]) => `import ${what} from "${path}";`)
    .join("\n");
const entries = (value: (name: string) => string): string =>
  leverTypes.map((type) => (value(nameOf(type)) === type ? `  ${type},` : `  ${type}: ${value(nameOf(type))},`)).join("\n");

const words = (locale: string): string => `${imports(locale, (name) => `* as ${name}`)}

/** What the levers are called. */
export const names = {
${entries((name) => `${name}.name`)}
};

/** What they do, in plain words. */
export const sentences = {
${entries((name) => `${name}.sentences`)}
};
`;

const written: Readonly<Record<string, string>> = {
  "schemas.ts": `import { z } from "zod";
${imports("schema", (name) => `* as ${name}`)}

export const leverSchema = z.discriminatedUnion("type", [
${leverTypes.map((type) => `  ${nameOf(type)}.schema,`).join("\n")}
]);

/** Keys of the plain sentences about levers, under \`planning.levers.\`. */
export const leverSummaryKeys = [
${leverTypes.map((type) => `  ...${nameOf(type)}.sentenceKeys,`).join("\n")}
] as const;
`,
  "defaults.ts": `import type { DefaultSource, LeverDefaults } from "../../contract";
${imports("defaults", (name) => `* as ${name}`, { "../kinds": "type { LeverType }" })}

/** Figures that a new lever starts with. */
export const leverDefaults: LeverDefaults = {
${entries((name) => `${name}.defaults`)}
};

/** Where each of \`leverDefaults\` comes from. */
export const leverSources: Readonly<Record<LeverType, readonly DefaultSource[]>> = {
${entries((name) => `${name}.sources`)}
};
`,
  "forms.ts": `${imports("form", (name) => `{ form as ${name} }`, { "../fields": "type { LeverForm }", "../kinds": "type { LeverType }" })}

/** What a planner enters of each kind of lever. */
export const leverForms: Readonly<Record<LeverType, LeverForm>> = {
${entries((name) => name)}
};
`,
  "models.ts": `import type { LeverOf } from "../../contract";
${imports("lever", (name) => `{ ${name} }`, { "../kinds": "type { LeverType }", "../lever": "type { LeverModel }" })}

/** What each kind of lever does, costs and says of itself. */
export const leverModels: { readonly [T in LeverType]: LeverModel<LeverOf<T>> } = {
${entries((name) => name)}
};
`,
  "words-zh-CN.ts": words("zh-CN"),
  "words-en.ts": words("en"),
};

describe("the levers", () => {
  it.each(Object.keys(written))("are all in %s, as the one list says", async (file) => {
    await expect(written[file]).toMatchFileSnapshot(join(root, levers, "all", file));
  });

  it("each have a folder with everything that belongs to them, and no folder is without a lever", () => {
    const folders = readdirSync(join(root, levers), { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== "all");
    expect(folders.map(({ name }) => name).sort()).toEqual(leverTypes.map(folderOf).sort());
    const parts = ["defaults.ts", "en.ts", "form.ts", "lever.test.ts", "lever.ts", "schema.ts", "zh-CN.ts"];
    const lacking = folders.flatMap(({ name }) => {
      const held = readdirSync(join(root, levers, name));
      return parts.filter((part) => !held.includes(part)).map((part) => `${name}/${part}`);
    });
    expect(lacking).toEqual([]);
    expect(readdirSync(join(root, levers, "all")).sort()).toEqual(Object.keys(written).sort());
  });
});
