import { county, school } from "@test/cases/compliance/build";
import { describe, expect, it } from "vitest";
import { columnsOfDataset } from "./columns";

const columnsOf = (...schools: ReturnType<typeof school>[]) => columnsOfDataset({ ...county([]), schools });

describe("columns of a dataset", () => {
  it("add the grades of a stage and count the grades with pupils", () => {
    const base = school({ code: "A001", primary: 600 });
    const columns = columnsOf({ ...base, pupils: { ...base.pupils, primaryByGrade: [10, 0, 20, 0, 0, 5] } });
    expect([columns.pupils.primary[0], columns.grades.primary[0], columns.classes.primary[0]]).toEqual([35, 3, 18]);
  });

  it("read a grade that is not reported as a missing stage, never as zero", () => {
    const columns = columnsOf(school({ code: "A001", primary: null }));
    expect([columns.pupils.primary[0], columns.grades.primary[0]]).toEqual([Number.NaN, Number.NaN]);
  });

  it("take the total of a return that gives no grades, and know no grades then", () => {
    const base = school({ code: "A001" });
    const columns = columnsOf({
      ...base,
      pupils: { ...base.pupils, primaryByGrade: [null, null, null, null, null, null] },
      classes: { ...base.classes, primaryByGrade: null },
      totals: { ...base.totals, pupilsPrimary: 512, classesPrimary: 12 },
    });
    expect([columns.pupils.primary[0], columns.classes.primary[0], columns.grades.primary[0]]).toEqual([512, 12, Number.NaN]);
  });

  it("read a stage that the school does not teach as zero", () => {
    const columns = columnsOf(school({ code: "A001" }));
    expect([columns.pupils.junior[0], columns.pupils.senior[0], columns.teachers.junior.backbone[0]]).toEqual([0, 0, 0]);
  });

  it("read a whole group that the type of school must have as missing", () => {
    const base = school({ code: "A001", type: "nine_year" });
    const columns = columnsOf({
      ...base,
      pupils: { ...base.pupils, juniorByGrade: null },
      teachers: { ...base.teachers, primary: null },
    });
    expect([columns.pupils.junior[0], columns.teachers.primary.music[0], columns.pupils.primary[0]]).toEqual([Number.NaN, Number.NaN, 600]);
  });

  it("know the row of the parent, and −1 for a parent that is not in the data", () => {
    const columns = columnsOf(school({ code: "A001", parent: "B001" }), school({ code: "B001" }), school({ code: "C001", parent: "Z999" }));
    expect(columns.schools.map(({ parent }) => parent)).toEqual([1, -1, -1]);
  });
});
