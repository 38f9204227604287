import type { ItemSituation } from "./situation";

const teachers = (fullTime: number | null) => ({ primaryTeachers: { fullTime } });
const rotated = { rotationEligible: 500, rotated: 50, rotatedBackbone: 10 };
const everyTeacher = { "G11.eligible": "public_teachers" } as const;

/** 符合交流条件教师: whom the share of rotated teachers is taken of. */
export const rotationSituations: readonly ItemSituation[] = [
  {
    name: "the county counts who is eligible by its own conditions, whatever the returns say",
    item: "G11",
    schools: [{ code: "A001", ...teachers(900) }],
    county: { facts: rotated },
    expect: { verdict: "met", figures: { eligible: 500, rotatedShare: 0.1 } },
  },
  {
    name: "where every teacher is eligible, the share is taken of all teachers of the returns",
    item: "G11",
    values: everyTeacher,
    schools: [
      { code: "A001", ...teachers(300) },
      { code: "A002", ...teachers(201) },
    ],
    county: { facts: rotated },
    expect: { verdict: "not_met", figures: { eligible: 501, rotatedShare: 50 / 501 }, change: { teachers: 1, backbone: 1 } },
  },
  {
    name: "where every teacher is eligible, ten per cent of them exactly is enough",
    item: "G11",
    values: everyTeacher,
    schools: [
      { code: "A001", ...teachers(300) },
      { code: "A002", ...teachers(200) },
    ],
    county: { facts: { ...rotated, rotationEligible: null } },
    expect: { verdict: "met", figures: { eligible: 500 }, missing: [] },
  },
  {
    name: "where every teacher is eligible, those of private and of special schools are not among them",
    item: "G11",
    values: everyTeacher,
    schools: [
      { code: "A001", ...teachers(500) },
      { code: "P001", ownerCode: 10, ...teachers(400) },
      { code: "S001", type: "special", primary: 60, ...teachers(30) },
    ],
    county: { facts: rotated },
    expect: { verdict: "met", figures: { eligible: 500 } },
  },
  {
    name: "where every teacher is eligible, a return without its teachers leaves it open",
    item: "G11",
    values: everyTeacher,
    schools: [
      { code: "A001", ...teachers(300) },
      { code: "A002", ...teachers(null) },
    ],
    county: { facts: rotated },
    expect: { verdict: "not_evaluable", figures: { eligible: null }, missing: ["A002:unsplitTeachers.fullTime"] },
  },
  {
    name: "a school that gives its teachers for all stages together counts with them",
    item: "G11",
    values: everyTeacher,
    schools: [{ code: "A001", ...teachers(null), facts: { unsplitTeachers: { fullTime: 500 } } }],
    county: { facts: rotated },
    expect: { verdict: "met", figures: { eligible: 500 } },
  },
];
