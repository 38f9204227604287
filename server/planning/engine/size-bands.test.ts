import { columnsOfDataset } from "@server/compliance/engine/index";
import { classSizeBands } from "@server/statistics/facts-contract";
import { county, scenario, school } from "@test/cases/planning/county";
import { describe, expect, it } from "vitest";
import { questionOf } from "./simulate";
import { bandOf, sizeMemory, sizesOf } from "./size-bands";
import { stateOf } from "./state";

const bandByEnds = (size: number): number => classSizeBands.findIndex(({ to }) => to === null || size <= to * (1 + 1e-12));

describe("the size band of a class", () => {
  it("is the first that reaches up to it: at both ends of every band, between them and a hair off", () => {
    const ends = classSizeBands.flatMap(({ from, to }) => [from, to ?? 90]);
    const sizes = ends.flatMap((end) => [end - 0.5, end * (1 - 1e-13), end, end * (1 + 1e-13), end * (1 + 1e-11), end + 0.5]);
    expect(sizes.map(bandOf)).toEqual(sizes.map(bandByEnds));
    expect([0, 1e9, Number.POSITIVE_INFINITY].map(bandOf)).toEqual([0, 9, 9]);
  });

  it("is none for a size that is not known", () => {
    expect(bandOf(Number.NaN)).toBe(-1);
  });
});

describe("the size bands of a projected year", () => {
  const dataset = county([
    school({ code: "1001", primary: [40, 40, 40, 40, 40, 40] }),
    school({ code: "1002", primary: [20, 20, 20, 20, 20, 20] }),
  ]);
  const { base, model } = questionOf(dataset, scenario({}));

  it("hold the classes of the schools that teach, what was reported where nobody does, and none of a closed one", () => {
    const state = stateOf(dataset, base, model.beginning);
    const memory = sizeMemory(base.schools.length);
    const bandsAt = (row: number): readonly number[] => sizesOf(memory, state, base).primary.map((column) => column[row] ?? Number.NaN);
    const counted = state.classes.primary.reduce((sum, column) => sum + (column[0] ?? 0), 0);
    expect(bandsAt(0).reduce((sum, classes) => sum + classes, 0)).toBe(counted);
    expect(sizesOf(memory, state, base).unsplit[0]?.[0]).toBeNaN();
    state.taught.primary[0] = 0;
    const reported = columnsOfDataset(dataset).classSizes.primary.map((column) => column[0] ?? Number.NaN);
    expect(bandsAt(0)).toEqual(reported);
    // A closed school has nobody, and no classes.
    for (const column of state.pupils.primary) column[0] = 0;
    state.taught.primary[1] = 0;
    expect(bandsAt(1).length).toBe(reported.length);
    state.taught.primary[1] = 1;
    expect(bandsAt(0)).toEqual(reported.map(() => 0));
    expect(bandsAt(1).every((classes) => classes >= 0)).toBe(true);
  });

  it("are those of whoever teaches now, where one school begins in the year in which another ends", () => {
    const state = stateOf(dataset, base, model.beginning);
    const memory = sizeMemory(base.schools.length);
    const bandsAt = (row: number): readonly number[] => sizesOf(memory, state, base).primary.map((column) => column[row] ?? Number.NaN);
    const reported = (row: number): readonly number[] => base.classSizes.primary.map((column) => column[row] ?? Number.NaN);
    for (const [teaches, other] of [
      [0, 1],
      [1, 0],
      [0, 1],
    ] as const) {
      state.taught.primary.set([teaches === 0 ? 1 : 0, teaches === 1 ? 1 : 0]);
      expect(bandsAt(teaches).reduce((sum, classes) => sum + classes, 0)).toBe(6);
      expect(bandsAt(other)).toEqual(reported(other));
    }
  });

  it("keep the list of those who teach until somebody else does", () => {
    const state = stateOf(dataset, base, model.beginning);
    const memory = sizeMemory(base.schools.length);
    sizesOf(memory, state, base);
    const { taught } = memory;
    sizesOf(memory, state, base);
    expect(memory.taught).toBe(taught);
    state.taught.primary[1] = 0;
    sizesOf(memory, state, base);
    expect(memory.taught?.primary).toEqual(Int32Array.of(0));
  });

  it("are all unknown in a school of which one grade is", () => {
    const state = stateOf(dataset, base, model.beginning);
    state.pupils.primary[2]?.fill(Number.NaN, 0, 1);
    const { primary, topBand, largestMean } = sizesOf(sizeMemory(base.schools.length), state, base);
    expect(primary.map((column) => Number.isNaN(column[0]))).toEqual(classSizeBands.map(() => true));
    expect(primary.some((column) => Number.isNaN(column[1]))).toBe(false);
    expect(largestMean.primary[0]).toBeGreaterThan(0);
    // Sizes of 20: the first band; a stage that is not taught is looked up in what was reported.
    expect(topBand?.primary).toEqual(Float64Array.of(Number.NaN, 0));
    expect(topBand?.junior).toEqual(Float64Array.of(Number.NaN, Number.NaN));
  });
});
