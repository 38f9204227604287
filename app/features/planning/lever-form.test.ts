import { smallCounty } from "@db/seeds/small-county";
import { type Lever, leverForms, leverSchema, leverTypes, unitCostFields } from "@server/planning/contract";
import { leverDefaults } from "@server/planning/defaults";
import { scenarioSchools } from "@server/planning/schools";
import { scenario } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { formReader } from "./form-fields";
import { newLever, readLever } from "./lever-form";

const dataset = smallCounty();
const schools = scenarioSchools(dataset, []);
const document = scenario({ horizonYears: 10 });
const added = (type: Lever["type"], schoolCode: string | null = null): Lever =>
  leverSchema.parse(newLever(type, document, dataset.county.statisticsYear, leverDefaults, schools, schoolCode));

/** What a browser posts for a lever that nobody touched. */
const posted = (lever: Lever): Record<string, string> => {
  const fields: Record<string, string> = {};
  const held: Readonly<Record<string, unknown>> = lever;
  const put = (name: string, value: unknown, share: boolean): void => {
    if (typeof value === "number") fields[name] = String(share ? Number((value * 100).toFixed(4)) : value);
    else if (value === null) fields[name] = "";
    else if (value === true) fields[name] = "on";
    else if (typeof value === "string") fields[name] = value;
  };
  for (const field of leverForms[lever.type].fields) put(field.name, held[field.name], field.kind === "figure" && field.share === true);
  for (const name of ["startYear", "leadYears", "fundingSource", "responsibleUnit", "note", ...unitCostFields])
    put(name, held[name], false);
  for (const [name, value] of Object.entries(lever.uncertainty)) put(name, value, !name.startsWith("delayYears"));
  if (lever.type === "hire_teachers") {
    fields.stage = lever.target.stage;
    fields.schoolCode = lever.target.mode === "school" ? lever.target.schoolCode : "";
  }
  if (lever.type === "close_school") {
    lever.targets.forEach(({ schoolCode, share }, index) => {
      fields[`target${index}`] = schoolCode;
      fields[`share${index}`] = String(share * 100);
    });
  }
  if (lever.type === "county_fact") fields.values = lever.values.map(({ year, value }) => `${year} ${value}`).join("\n");
  return fields;
};

describe("the form of every lever", () => {
  it.each(leverTypes)("adds %s with figures that the scenario accepts", (type) => {
    expect(added(type).type).toBe(type);
    expect(added(type, schools[1]?.code ?? null)).toMatchObject({ type, enabled: true });
  });

  it.each(leverTypes)("keeps %s as it is when it is saved untouched", (type) => {
    const lever = added(type);
    const form = formReader(posted(lever), "");
    expect(leverSchema.parse(readLever(form, lever))).toEqual(lever);
    expect(form.issues).toEqual([]);
  });

  it.each(leverTypes)("has a control for every field of %s", (type) => {
    const common = [
      "id",
      "type",
      "enabled",
      "startYear",
      "leadYears",
      "fundingSource",
      "responsibleUnit",
      "note",
      "uncertainty",
      ...unitCostFields,
    ];
    const own = Object.keys(added(type)).filter((name) => !common.includes(name));
    expect(leverForms[type].fields.map(({ name }) => name).sort()).toEqual(own.sort());
  });

  it("reads values and targets that were changed", () => {
    const fact = added("county_fact");
    const values = formReader({ ...posted(fact), mode: "values", values: "2027：1180\n２０２８ 1200" }, "");
    expect(leverSchema.parse(readLever(values, fact))).toMatchObject({
      values: [
        { year: 2027, value: 1180 },
        { year: 2028, value: 1200 },
      ],
    });
    const closing = added("close_school");
    const two = formReader({ ...posted(closing), target0: "1001", share0: "60", target1: "1002", share1: "40" }, "");
    expect(leverSchema.parse(readLever(two, closing))).toMatchObject({
      targets: [
        { schoolCode: "1001", share: 0.6 },
        { schoolCode: "1002", share: 0.4 },
      ],
    });
  });

  it.each([
    ["build_sports", { kind: "gym" }, "unitCostYuanPerM2", 400, 4500],
    ["build_special_rooms", { kind: "art" }, "areaPerRoomM2", 96, 90],
    ["class_cap", { stage: "junior" }, "cap", 45, 50],
  ] as const)(
    "takes the default of what is chosen, unless a figure of one's own stands there: %s",
    (type, chosen, figure, was, becomes) => {
      const lever = added(type);
      expect(lever).toMatchObject({ [figure]: was });
      const saved = (fields: Readonly<Record<string, string>>): unknown =>
        readLever(formReader({ ...posted(lever), ...fields }, ""), lever);
      expect(saved(chosen)).toMatchObject({ ...chosen, [figure]: becomes });
      expect(saved({ ...chosen, [figure]: "77" })).toMatchObject({ ...chosen, [figure]: 77 });
      expect(saved({})).toEqual(lever);
    },
  );

  it("begins with the cap of the stage that the school teaches", () => {
    const junior = dataset.schools.find(({ type }) => type === "junior")?.code ?? "";
    expect(added("class_cap", junior)).toMatchObject({ stage: "junior", cap: 50 });
  });
});
