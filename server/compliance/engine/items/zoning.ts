import { type Stage, stages } from "@server/statistics/contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import type { FurtherPath } from "../further-columns";
import { allChecks, met } from "./check";
import { type Finding, finding, further, type Input, type ItemContext, inputOf, missingOf } from "./context";
import { contradicts, countyShare, type ShareRow } from "./shares";

/** G13: 就近划片入学, urban and town public schools that do not board, each stage for itself. */

const privateOwner = 10;

const paths: Readonly<
  Record<Stage, { readonly inZone: FurtherPath; readonly entrants: FurtherPath; readonly entrantsInZone: FurtherPath }>
> = {
  primary: { inZone: "enrolment.inZonePrimary", entrants: "enrolment.entrantsPrimary", entrantsInZone: "enrolment.entrantsInZonePrimary" },
  junior: { inZone: "enrolment.inZoneJunior", entrants: "enrolment.entrantsJunior", entrantsInZone: "enrolment.entrantsInZoneJunior" },
};

const rowsOf = (context: ItemContext, stage: Stage): readonly ShareRow[] =>
  context.ordinary.flatMap((row): readonly ShareRow[] => {
    const { locality, ownerCode } = schoolAt(context.columns, row);
    const boarding = further(context, "conditions.boarding", row);
    const pupils = cellAt(context.columns.pupils[stage], row);
    if (locality === "rural" || ownerCode === privateOwner || boarding === 1 || pupils === 0) return [];
    const inScope = Number.isNaN(boarding) ? null : true;
    return context.rules.values["G13.base"] === "entrants"
      ? [
          {
            row,
            stage,
            part: further(context, paths[stage].entrantsInZone, row),
            whole: further(context, paths[stage].entrants, row),
            inScope,
          },
        ]
      : [{ row, stage, part: further(context, paths[stage].inZone, row), whole: pupils, inScope }];
  });

const missingInputs = (context: ItemContext, { row, stage, whole }: ShareRow): readonly Input[] => {
  if (stage === null) return [];
  const entrants = context.rules.values["G13.base"] === "entrants";
  return [
    ...missingOf(context, row, ["conditions.boarding"]),
    ...(entrants
      ? missingOf(context, row, [paths[stage].entrants, paths[stage].entrantsInZone])
      : [
          ...(Number.isNaN(whole) ? [inputOf(context, row, `pupils.${stage}ByGrade`)] : []),
          ...missingOf(context, row, [paths[stage].inZone]),
        ]),
  ];
};

export const zoning = (context: ItemContext): Finding => {
  const { rules } = context;
  const limits = { primary: rules.values["G13.inZoneShare.primary"], junior: rules.values["G13.inZoneShare.junior"] };
  const rows = { primary: rowsOf(context, "primary"), junior: rowsOf(context, "junior") };
  const primary = countyShare(rows.primary, limits.primary, rules, met);
  const junior = countyShare(rows.junior, limits.junior, rules, met);
  const all = stages.flatMap((stage) => rows[stage]);
  const partPath = (stage: Stage): FurtherPath =>
    rules.values["G13.base"] === "entrants" ? paths[stage].entrantsInZone : paths[stage].inZone;
  return finding(allChecks([primary.check, junior.check]), {
    figures: {
      primaryInZone: primary.part,
      primaryPupils: primary.whole,
      primaryShare: primary.share,
      juniorInZone: junior.part,
      juniorPupils: junior.whole,
      juniorShare: junior.share,
    },
    limits: { primaryShare: limits.primary, juniorShare: limits.junior },
    schools: [...primary.schools, ...junior.schools],
    missing: all.flatMap((entry) => missingInputs(context, entry)),
    contradictory: all.filter(contradicts).flatMap(({ row, stage }) => (stage === null ? [] : [inputOf(context, row, partPath(stage))])),
  });
};
