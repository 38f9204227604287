import { type Stage, stages } from "@server/statistics/contract";
import { cellAt } from "../cells";
import { schoolAt } from "../columns";
import type { FurtherPath } from "../further-columns";
import { allChecks, met } from "./check";
import { type Finding, finding, type Input, type ItemContext, inputOf, isPublic, missingOf } from "./context";
import { contradicts, countyShare, type ShareRow, type Shares, shareRows } from "./shares";

/** G13: 就近划片入学, urban and town public schools that do not board, each stage for itself. */

const paths: Readonly<
  Record<Stage, { readonly inZone: FurtherPath; readonly entrants: FurtherPath; readonly entrantsInZone: FurtherPath }>
> = {
  primary: { inZone: "enrolment.inZonePrimary", entrants: "enrolment.entrantsPrimary", entrantsInZone: "enrolment.entrantsInZonePrimary" },
  junior: { inZone: "enrolment.inZoneJunior", entrants: "enrolment.entrantsJunior", entrantsInZone: "enrolment.entrantsInZoneJunior" },
};

/** Urban and town public schools among the ordinary returns, which are one list as long as they are the same schools. */
const knownUrban = new WeakMap<ItemContext["ordinary"], readonly number[]>();
const urbanSchools = (context: ItemContext): readonly number[] => {
  const { ordinary, columns } = context;
  const known = knownUrban.get(ordinary);
  if (known !== undefined) return known;
  const urban = ordinary.filter((row) => schoolAt(columns, row).locality !== "rural" && isPublic(context, row));
  knownUrban.set(ordinary, urban);
  return urban;
};

const sharesOf = (context: ItemContext, stage: Stage): Shares => {
  const { columns, rules } = context;
  const entrants = rules.values["G13.base"] === "entrants";
  const part = columns.further[entrants ? paths[stage].entrantsInZone : paths[stage].inZone];
  const whole = entrants ? columns.further[paths[stage].entrants] : columns.pupils[stage];
  const boards = columns.further["conditions.boarding"];
  const pupils = columns.pupils[stage];
  return {
    rows: urbanSchools(context).filter((row) => cellAt(pupils, row) !== 0 && cellAt(boards, row) !== 1),
    stage,
    part,
    whole,
    scope: boards,
  };
};

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
  const shares = { primary: sharesOf(context, "primary"), junior: sharesOf(context, "junior") };
  const primary = countyShare(shares.primary, limits.primary, rules, met);
  const junior = countyShare(shares.junior, limits.junior, rules, met);
  const partPath = (stage: Stage): FurtherPath =>
    rules.values["G13.base"] === "entrants" ? paths[stage].entrantsInZone : paths[stage].inZone;
  return finding(allChecks([primary.check, junior.check]), () => {
    const all = stages.flatMap((stage) => shareRows(shares[stage]));
    const [ofPrimary, ofJunior] = [primary.figures(), junior.figures()];
    return {
      figures: {
        primaryInZone: ofPrimary.part,
        primaryPupils: ofPrimary.whole,
        primaryShare: ofPrimary.share,
        juniorInZone: ofJunior.part,
        juniorPupils: ofJunior.whole,
        juniorShare: ofJunior.share,
      },
      limits: { primaryShare: limits.primary, juniorShare: limits.junior },
      schools: [...primary.schools(), ...junior.schools()],
      missing: all.flatMap((entry) => missingInputs(context, entry)),
      contradictory: all.filter(contradicts).flatMap(({ row, stage }) => (stage === null ? [] : [inputOf(context, row, partPath(stage))])),
    };
  });
};
