import { checkDataset } from "@server/statistics";
import { countyDatasetSchema } from "@server/statistics/contract";
import { describe, expect, it } from "vitest";
import { countyOfSize, smallCounty } from "./small-county";

describe("fixture counties", () => {
  it.each([
    ["the small county", smallCounty(), 12],
    ["a county of one school", countyOfSize(1, 5), 1],
    ["a county of 120 schools", countyOfSize(120, 1), 120],
  ])("%s keeps to the schema and every logic check", (_, dataset, size) => {
    expect(countyDatasetSchema.safeParse(dataset).error).toBeUndefined();
    expect(dataset.schools).toHaveLength(size);
    expect(checkDataset(dataset)).toEqual([]);
  });

  it("are the same for the same seed and others for another", () => {
    expect(countyOfSize(30, 7)).toEqual(countyOfSize(30, 7));
    expect(countyOfSize(30, 7)).not.toEqual(countyOfSize(30, 8));
  });
});
