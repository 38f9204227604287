import { type ItemSchoolSketch, itemCounty } from "@test/cases/compliance/items/build";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../items-contract";
import { quality2017 } from "../../rulesets/quality-2017";
import { columnsOfDataset } from "../columns";
import { explainItem, explainStatement } from "../explain";

/*
 * A001  primary school, 600 pupils, lacks nothing
 * B001  junior school, 600 pupils in 12 classes of which one is over 50, no music or art room, too little training money
 * P001  rural teaching point, 60 pupils, 1 万元 of public funds
 * S001  special school: not asked
 */
const schools: readonly ItemSchoolSketch[] = [
  { code: "A001" },
  {
    code: "B001",
    type: "junior",
    facilities: { musicRooms: 0, artRooms: 1 },
    facts: {
      classSizes: { junior: [0, 0, 0, 0, 11, 0, 1, 0, 0, 0] },
      specialRooms: { music96: 0, art90: 1 },
      money: { trainingBudgetWan: 1 },
      quality: { charter: false, moralEducation: "poor" },
      retention: { graduates: 150, transferredIn: 2, transferredOut: 3, died: 1 },
      staff: { certified: 70 },
    },
  },
  { code: "P001", type: "teaching_point", primary: 60, locality: "rural", facts: { money: { publicFundsBudgetWan: 1 } } },
  { code: "S001", type: "special", primary: 50 },
];
const inputsOf = (item: ItemId): readonly string[] => {
  const dataset = itemCounty(schools, {
    monitoring: [
      { subject: "mathematics", level: 3, differenceRate: 0.1 },
      { subject: "science", level: null, differenceRate: 0.2 },
    ],
    declarations: { "Q8.homework": false },
  });
  const { inputs } = explainItem(columnsOfDataset(dataset), quality2017, item);
  return inputs.map(({ schoolCode, schoolName, path, value }) => {
    expect(schoolName).toBe(schoolCode === null ? null : `学校 ${schoolCode}`);
    return `${schoolCode ?? "county"} ${path} ${value}`;
  });
};

describe("the imported figures behind an item", () => {
  it.each<[ItemId, readonly string[]]>([
    ["G1", ["county declarations.G1.layout true"]],
    ["Q8", ["county declarations.Q8.homework false"]],
    ["G11", ["county facts.rotationEligible 1000", "county facts.rotated 100", "county facts.rotatedBackbone 20"]],
    [
      "G15",
      [
        "county facts.migrantEligible 100",
        "county facts.migrantPublic 80",
        "county facts.migrantPurchased 5",
        "county declarations.G15.leftBehindCare true",
      ],
    ],
  ])("of %s are the county's figures and statements", (item, expected) => {
    expect(inputsOf(item)).toEqual(expected);
  });

  it("of the monitoring results are the level and the difference rate of each subject", () => {
    expect(inputsOf("Q9")).toEqual([
      "county monitoring.mathematics.level 3",
      "county monitoring.mathematics.differenceRate 0.1",
      "county monitoring.science.level null",
      "county monitoring.science.differenceRate 0.2",
    ]);
  });

  it("of the survey are the questionnaires and visits of all who were asked, and of the parents among them", () => {
    expect(inputsOf("X1")).toEqual([
      "county survey.all.sent 1100",
      "county survey.all.valid 1000",
      "county survey.all.satisfied 850",
      "county survey.all.visited 100",
      "county survey.all.visitedSatisfied 90",
      "county survey.parents.sent 1100",
      "county survey.parents.valid 1000",
      "county survey.parents.satisfied 850",
      "county survey.parents.visited 100",
      "county survey.parents.visitedSatisfied 90",
    ]);
  });

  it("of rooms are those of the failing school: classes, rooms by area, rooms in all, and what relieves", () => {
    expect(inputsOf("G3")).toEqual([
      "B001 classes.primaryByGrade 0",
      "B001 classes.juniorByGrade 12",
      "B001 specialRooms.music96 0",
      "B001 specialRooms.music73 0",
      "B001 specialRooms.music61 0",
      "B001 specialRooms.music54 0",
      "B001 specialRooms.art90 1",
      "B001 specialRooms.art67 0",
      "B001 specialRooms.art61 0",
      "B001 specialRooms.art54 0",
      "B001 facilities.musicRooms 0",
      "B001 facilities.artRooms 1",
      "B001 conditions.builtBy2016 null",
      "B001 conditions.everyClassUnder30 0",
    ]);
  });

  it("of class sizes are only the bands that have classes", () => {
    expect(inputsOf("G5")).toEqual([
      "B001 pupils.primaryByGrade 0",
      "B001 pupils.juniorByGrade 600",
      "B001 classes.primaryByGrade 0",
      "B001 classes.juniorByGrade 12",
      "B001 classSizes.junior.4 11",
      "B001 classSizes.junior.6 1",
    ]);
  });

  it("of small schools' funds are the county's bases and the failing school's pupils and budget", () => {
    expect(inputsOf("G6")).toEqual([
      "county facts.publicFundsPrimaryYuan 800",
      "county facts.publicFundsJuniorYuan 1000",
      "P001 pupils.primaryByGrade 60",
      "P001 pupils.juniorByGrade 0",
      "P001 money.publicFundsBudgetWan 1",
    ]);
  });

  it("of sums over schools are those of every ordinary return, whether it fails or not", () => {
    expect(inputsOf("G12")).toEqual([
      "A001 teachers.primary.fullTime 75",
      "A001 teachers.junior.fullTime 0",
      "A001 unsplitTeachers.fullTime null",
      "A001 staff.certified 75",
      "B001 teachers.primary.fullTime 0",
      "B001 teachers.junior.fullTime 75",
      "B001 unsplitTeachers.fullTime null",
      "B001 staff.certified 70",
      "P001 teachers.primary.fullTime 8",
      "P001 teachers.junior.fullTime 0",
      "P001 unsplitTeachers.fullTime null",
      "P001 staff.certified 8",
    ]);
    expect(inputsOf("Q1").filter((input) => input.startsWith("B001"))).toEqual([
      "B001 retention.graduates 150",
      "B001 retention.entrants 200",
      "B001 retention.transferredIn 2",
      "B001 retention.transferredOut 3",
      "B001 retention.died 1",
    ]);
  });

  it("of what every school must have are those of the schools that lack it", () => {
    expect(inputsOf("Q3")).toEqual(["B001 quality.charter 0", "B001 quality.informatised 1"]);
    expect(inputsOf("Q4").slice(-4)).toEqual([
      "B001 money.publicFundsBudgetWan 100",
      "B001 money.publicFundsActualWan 100",
      "B001 money.trainingBudgetWan 1",
      "B001 money.trainingActualWan 6",
    ]);
    expect(inputsOf("Q6").map((input) => input.split(" ").slice(0, 2).join(" "))).toEqual(["B001 quality.moralEducation"]);
    expect(inputsOf("G4")).toEqual([]);
  });
});

describe("what is stated of a veto and of eligibility", () => {
  const ask = (id: string, more: Parameters<typeof itemCounty>[1] = {}) =>
    explainStatement(columnsOfDataset(itemCounty(schools, more)), quality2017, id);
  const vetoes = { V1: false, V2: true };

  it.each([
    ["V1", "clear", false],
    ["V2", "occurred", true],
    ["V3", "undeclared", null],
  ])("shows of %s that it is %s, with its clause and the cell", (id, state, value) => {
    const answer = ask(id, { vetoes });
    expect(answer?.clause).toEqual(quality2017.clauses.vetoes);
    expect(answer?.result).toMatchObject({ id, state });
    expect(answer?.inputs).toEqual([{ schoolCode: null, schoolName: null, path: `vetoes.${id}`, value }]);
  });

  it("shows the year of recognition and the two statements behind eligibility", () => {
    const answer = ask("E", { declarations: { "E.monitoring": false, "E.problemsSolved": null } });
    expect(answer?.clause).toEqual(quality2017.clauses.eligibility);
    expect(answer?.result).toMatchObject({ verdict: "not_met", monitoring: false, problemsSolved: null });
    expect(answer?.inputs).toEqual(
      [
        ["facts.basicRecognitionYear", 2017],
        ["declarations.E.monitoring", false],
        ["declarations.E.problemsSolved", null],
      ].map(([path, value]) => ({ schoolCode: null, schoolName: null, path, value })),
    );
  });

  it("has nothing to show of a veto that the rules do not have", () => {
    expect(ask("V9")).toBeNull();
  });
});
