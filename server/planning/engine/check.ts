import type { FieldIssue } from "@server/kernel/errors";
import { type CountyDataset, stagesOfType } from "@server/statistics/contract";
import type { Lever, ScenarioDocument } from "../contract";
import { type CheckedCounty, effectYear, type LeverIssue, type NamedSchool } from "../levers/lever";
import { type BoundLever, boundLever } from "../levers/registry";
import { assumptionIssues, beyondIssue, complaint, countsPupils } from "./assumption-issues";
import { type Network, networkOf } from "./school-years";
import { inOrder, type Question, questionOf, simulate, type Trace } from "./simulate";

/** A county as levers are checked against it; `dataset` with the planned schools, `existing` without. */
export const checkedCounty = (dataset: CountyDataset, existing: CountyDataset, horizonYears: number): CheckedCounty => {
  const baseYear = existing.county.statisticsYear;
  const schools = new Map(dataset.schools.map((school) => [school.code, school]));
  return {
    dataset,
    existing: new Set(existing.schools.map(({ code }) => code)),
    baseYear,
    lastYear: baseYear + horizonYears,
    schoolOf: (code) => schools.get(code),
    stagesOf: (school) => stagesOfType[school.type].filter((stage) => school.pupils[`${stage}ByGrade`] !== null),
  };
};

const timeIssues = (lever: Lever, { baseYear, lastYear }: CheckedCounty): LeverIssue[] => {
  const effect = effectYear(lever);
  if (lever.startYear < baseYear) return [{ field: "startYear", key: "startBeforeBase", params: { baseYear } }];
  if (effect <= baseYear) return [{ field: "leadYears", key: "effectInBaseYear", params: { baseYear } }];
  if (effect > lastYear) return [{ field: "leadYears", key: "effectBeyondHorizon", params: { effectYear: effect, lastYear } }];
  return "endYear" in lever && lever.endYear < effect ? [{ field: "endYear", key: "endBeforeEffect", params: { effectYear: effect } }] : [];
};

/** A named school must be in the data, teach what is asked, be open already and not be closed yet. */
const schoolIssues = (lever: Lever, named: NamedSchool, county: CheckedCounty, { closes, opens }: Network): LeverIssue[] => {
  const { field, code, stage, stageField } = named;
  const school = county.schoolOf(code);
  if (school === undefined) return [{ field, key: "unknownSchool", params: { schoolCode: code } }];
  const taught = county.stagesOf(school);
  if (taught.length === 0) return [{ field, key: "schoolWithoutStage", params: { schoolName: school.name } }];
  if (stage !== undefined && !taught.includes(stage)) {
    return [{ field: stageField ?? field, key: "stageNotTaught", params: { schoolName: school.name } }];
  }
  const closing = closes.get(code);
  if (closing !== undefined && closing.leverId !== lever.id && closing.year <= effectYear(lever)) {
    return [{ field, key: "schoolClosed", params: { schoolName: school.name, year: closing.year } }];
  }
  const opening = opens.get(code);
  if (opening !== undefined && opening > effectYear(lever)) {
    return [{ field, key: "schoolNotOpenYet", params: { schoolName: school.name, year: opening } }];
  }
  return [];
};

/** Complaints about one enabled lever among all of them, save that it asks for more than there will be. */
export const leverIssues = (lever: Lever, county: CheckedCounty, enabled: readonly Lever[], network: Network): readonly LeverIssue[] => {
  const bound = boundLever(lever);
  return [
    ...timeIssues(lever, county),
    ...bound.schools.flatMap((named) => schoolIssues(lever, named, county, network)),
    ...bound.issues(county, enabled),
  ];
};

/** A question with the means to step its county through the years without judging it. */
export interface Rehearsal {
  readonly question: Question;
  readonly rehearse: (levers: readonly BoundLever[]) => Pick<Trace, "lacking" | "beyond">;
}

const rehearsalOf = (dataset: CountyDataset, document: ScenarioDocument): Rehearsal => {
  const question = questionOf(dataset, document);
  return { question, rehearse: (levers) => simulate(question, levers, null, () => {}) };
};

/** Whatever asks for more than there is. */
const rehearsed = (rehearsal: Rehearsal, county: CheckedCounty, document: ScenarioDocument, levers: readonly Lever[]): FieldIssue[] => {
  const { lacking, beyond } = rehearsal.rehearse(inOrder(levers));
  return [
    ...beyond.map((found) => beyondIssue(found, county)),
    ...lacking.map(({ leverId, field, asked, present, key }) => {
      const index = document.levers.findIndex(({ id }) => id === leverId);
      return complaint(`levers.${index}.${field}`, key ?? "moreThanExists", { asked, present });
    }),
  ];
};

/**
 * What is impossible about a scenario in this county, field by field: dotted path in the document,
 * catalogue key under `planning.issues.`. Levers that are switched off are not checked, save that
 * ids must be unique. An empty list means the scenario can be run. `rehearsal`: the same question with other levers,
 * where one is at hand.
 */
export const checkLevers = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  rehearsal: Rehearsal = rehearsalOf(dataset, document),
): readonly FieldIssue[] => {
  const county = checkedCounty(rehearsal.question.dataset, dataset, document.horizonYears);
  const enabled = document.levers.filter((lever) => lever.enabled);
  const network = networkOf(enabled);
  const ids = new Set<string>();
  const possible: Lever[] = [];
  const found: FieldIssue[] = [...assumptionIssues(document, county, network)];
  document.levers.forEach((lever, index) => {
    const complaints: LeverIssue[] = ids.has(lever.id) ? [{ field: "id", key: "duplicateId", params: { id: lever.id } }] : [];
    ids.add(lever.id);
    if (lever.enabled) {
      complaints.push(...leverIssues(lever, county, enabled, network));
      if (complaints.length === 0) possible.push(lever);
    }
    for (const { field, key, params } of complaints) found.push(complaint(`levers.${index}.${field}`, key, params));
  });
  const takes = countsPupils(document) || possible.some((lever) => boundLever(lever).takes);
  return takes ? [...found, ...rehearsed(rehearsal, county, document, possible)] : found;
};

/** Enabled levers that can run in this county, and those that `checkLevers` complains of; `complaints`: all that it says. */
export const possibleLevers = (
  dataset: CountyDataset,
  document: ScenarioDocument,
  rehearsal: Rehearsal = rehearsalOf(dataset, document),
): { readonly possible: readonly Lever[]; readonly impossible: readonly Lever[]; readonly complaints: readonly FieldIssue[] } => {
  const complaints = checkLevers(dataset, document, rehearsal);
  const refused = new Set(
    complaints.flatMap(({ path }) => {
      const index = /^levers\.(\d+)\./.exec(path)?.[1];
      return index === undefined ? [] : [Number(index)];
    }),
  );
  const enabled = document.levers.map((lever, index) => ({ lever, refused: refused.has(index) })).filter(({ lever }) => lever.enabled);
  return {
    possible: enabled.filter((entry) => !entry.refused).map(({ lever }) => lever),
    impossible: enabled.filter((entry) => entry.refused).map(({ lever }) => lever),
    complaints,
  };
};
