import { smallCounty } from "@db/seeds/small-county";
import { leverSchema, type Standing, type Suggestion } from "@server/planning/contract";
import { leverDefaults } from "@server/planning/defaults";
import { scenarioSchools } from "@server/planning/schools";
import { scenario } from "@test/cases/planning/county";
import { expect, it } from "vitest";
import { newLever } from "~/features/planning/lever-form";
import { offered } from "./offered";

const standing = (failing: number): Standing => ({ verdict: "not_met", value: null, distance: 1, failing, itemsNotMet: 0 }) as Standing;

const suggestion = (type: "build_special_rooms" | "build_classrooms", rooms: number, failing: number): Suggestion => {
  const lever = newLever(type, scenario({ horizonYears: 10 }), 2026, leverDefaults, scenarioSchools(smallCounty(), []), null);
  return { levers: [leverSchema.parse({ ...lever, rooms })], after: standing(failing) } as Suggestion;
};

const lacking = suggestion("build_special_rooms", 1, 7);
const forArea = suggestion("build_special_rooms", 33, 7);
const classrooms = suggestion("build_classrooms", 35, 7);
const worse = suggestion("build_classrooms", 1, 10);

it("offers the music room that a school lacks, not thirty-three of them for their area, nor what makes more fail", () => {
  expect(offered({ before: standing(8), suggestions: [forArea, lacking, worse, classrooms] })).toEqual([lacking, classrooms]);
});

it("says what there is where nothing better is found", () => {
  expect(offered({ before: standing(8), suggestions: [forArea, worse] })).toEqual([forArea, worse]);
});
