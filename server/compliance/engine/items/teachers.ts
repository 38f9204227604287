import { typesWithSenior } from "@server/statistics/contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import type { FurtherColumns, FurtherPath } from "../further-columns";
import { open } from "./check";
import { type Finding, finding, further, type Input, type ItemContext, inputOf, missingOf, type Reasons } from "./context";
import { contradicts, countyShare, type ShareRow, type Shares, shareRows } from "./shares";

/** G9 (五年360学时培训完成率) and G12 (持教师资格证上岗率): all full-time teachers of the ordinary returns. */

interface Teachers {
  of: ItemContext;
  readonly column: Float64Array;
}

/** Both items ask for the same teachers, and a county that is judged again and again for those of another year in the same room. */
const knownTeachers = new WeakMap<FurtherColumns, Teachers>();

/** 专任教师 of every return: of the whole school where it says so (then senior teachers are among them), else of its stages. */
const fullTimeTeachers = (context: ItemContext): Float64Array => {
  const { further } = context.columns;
  const known = knownTeachers.get(further);
  if (known?.of === context) return known.column;
  const { primary, junior } = context.columns.teachers;
  const together = further["unsplitTeachers.fullTime"];
  const teachers = known?.column ?? new Float64Array(together.length);
  for (let row = 0; row < teachers.length; row++) {
    const whole = cellAt(together, row);
    teachers[row] = Number.isNaN(whole) ? cellAt(primary.fullTime, row) + cellAt(junior.fullTime, row) : whole;
  }
  if (known === undefined) knownTeachers.set(further, { of: context, column: teachers });
  else known.of = context;
  return teachers;
};

/** A part of the teachers of every ordinary return. */
const sharesOfTeachers = (context: ItemContext, path: FurtherPath): Shares => ({
  rows: context.ordinary,
  stage: null,
  part: context.columns.further[path],
  whole: fullTimeTeachers(context),
  scope: null,
});

/** The same without the teachers new in post; they may have completed the hours as well: no more than those due can count. */
const withoutNew = ({ columns }: ItemContext, all: Shares): Shares => {
  const recent = columns.further["staff.underFiveYears"];
  const whole = all.whole.map((teachers, row) => {
    const own = cellAt(recent, row);
    return own > teachers ? Number.NaN : teachers - own;
  });
  const part = all.part.map((own, row) => (own > cellAt(all.whole, row) ? Number.NaN : Math.min(own, cellAt(whole, row))));
  return { ...all, part, whole };
};

/** Which figure of the teachers is missing. */
const missingTeachers = (context: ItemContext, row: number): readonly Input[] => {
  const { primary, junior } = context.columns.teachers;
  return [
    ...(Number.isNaN(cellAt(primary.fullTime, row)) ? [inputOf(context, row, "teachers.primary.fullTime")] : []),
    ...(Number.isNaN(cellAt(junior.fullTime, row)) ? [inputOf(context, row, "teachers.junior.fullTime")] : []),
  ];
};

/**
 * What is missing, and a part of the teachers that exceeds them: where a school also teaches senior pupils, the
 * part may count their teachers too, so the total of all stages is what is missing; elsewhere the two contradict
 * each other.
 */
const doubts = (
  context: ItemContext,
  shares: Shares,
  partPath: FurtherPath,
  paths: readonly FurtherPath[],
): Pick<Reasons, "missing" | "contradictory"> => {
  const rows = shareRows(shares);
  const wrong = rows.filter(contradicts);
  const lacksSenior = ({ row }: ShareRow): boolean =>
    typesWithSenior.includes(schoolAt(context.columns, row).type) && Number.isNaN(further(context, "unsplitTeachers.fullTime", row));
  return {
    missing: [
      ...rows.flatMap(({ row, whole }) => [
        ...(Number.isNaN(whole) ? missingTeachers(context, row) : []),
        ...missingOf(context, row, paths),
      ]),
      ...wrong.filter(lacksSenior).map(({ row }) => inputOf(context, row, "unsplitTeachers.fullTime")),
    ],
    contradictory: wrong.filter((entry) => !lacksSenior(entry)).map(({ row }) => inputOf(context, row, partPath)),
  };
};

export const training = (context: ItemContext): Finding => {
  const { rules } = context;
  const exempt = rules.values["G9.newTeachers"] === "exempt";
  const all = sharesOfTeachers(context, "staff.trained360");
  const limit = rules.values["G9.trainedShare"];
  const found = countyShare(exempt ? withoutNew(context, all) : all, limit, rules, open);
  const paths = exempt ? (["staff.trained360", "staff.underFiveYears"] as const) : (["staff.trained360"] as const);
  return finding(found.check, () => {
    const { part, whole, share } = found.figures();
    return {
      figures: { trained: part, teachers: whole, trainedShare: share },
      limits: { trainedShare: limit },
      schools: found.schools(),
      ...doubts(context, all, "staff.trained360", paths),
    };
  });
};

export const certificates = (context: ItemContext): Finding => {
  const shares = sharesOfTeachers(context, "staff.certified");
  const limit = context.rules.values["G12.certifiedShare"];
  const found = countyShare(shares, limit, context.rules, open);
  return finding(found.check, () => {
    const { part, whole, share } = found.figures();
    return {
      figures: { teachers: whole, certified: part, certifiedShare: share },
      limits: { certifiedShare: limit },
      schools: found.schools(),
      ...doubts(context, shares, "staff.certified", ["staff.certified"]),
    };
  });
};
