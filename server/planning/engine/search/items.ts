import { explainItem } from "@server/compliance/engine/index";
import type { ItemId, ItemResult } from "@server/compliance/items-contract";
import { type Stage, stages } from "@server/statistics/contract";
import { declarationItems, gradeLevels, monitoredSubjects } from "@server/statistics/facts-contract";
import type { CountyFactKey, Lever, LeverOf } from "../../contract";
import { allOrNone, type Candidate, draft, lastYearOf, whole } from "./draft";
import { neighboursOf, placesOf, type Site } from "./site";

type Drafts = readonly (Lever | null)[];

const figure = ({ figures }: ItemResult, name: string): number => figures[name] ?? Number.NaN;
const limit = ({ limits }: ItemResult, name: string): number => limits[name] ?? Number.NaN;

/** G3: the rooms that each failing school lacks, of the standard area. */
const specialRooms = (site: Site, result: ItemResult): Drafts =>
  result.failing.flatMap(({ schoolCode, figures }) =>
    (["music", "art"] as const).flatMap((kind) => {
      const lack = (figures[`${kind}Needed`] ?? 0) - (figures[`${kind}Rooms`] ?? 0);
      if (!(lack > 0)) return [];
      const areaPerRoomM2 = limit(result, `${kind}Area`);
      return [draft(site, "build_special_rooms", { schoolCode, kind, rooms: whole(lack), areaPerRoomM2 })];
    }),
  );

/** G4: from each school that is too large, the pupils beyond its limit go to the neighbour that can spare most. */
const smallerSchools = (site: Site, { failing }: ItemResult): Drafts =>
  failing.flatMap(({ schoolCode, stage, figures }) =>
    (stage === null ? stages : [stage]).map((one: Stage) => {
      const place = placesOf(site, one, "R4").find(({ code }) => code === schoolCode);
      const [receiver] = place === undefined ? [] : neighboursOf(site, place);
      if (receiver === undefined) return null;
      const share = Math.ceil((1 - (figures["limit"] ?? 0) / (figures["pupils"] ?? Number.NaN)) * 1000 + 1) / 1000;
      return draft(site, "rezone", { fromCode: schoolCode, toCode: receiver.code, stage: one, scope: "all_pupils", share });
    }),
  );

/** G5: a cap for each stage in which classes are too large. */
const smallerClasses = (site: Site, result: ItemResult): Drafts =>
  stages
    .filter((stage) => result.failing.some((school) => school.stage === stage || school.stage === null))
    .map((stage) =>
      draft(site, "class_cap", { schoolCode: "", stage, cap: limit(result, stage === "primary" ? "overPrimary" : "overJunior") }),
    );

const programme = (site: Site, type: "train_360" | "certify_teachers", persons: number): Drafts =>
  persons > 0 ? [draft(site, type, { schoolCode: "", count: whole(persons / site.defaults[type].fulfilment), endYear: site.year })] : [];

/** A trajectory that has the value from the year looked at on. */
const trajectory = (site: Site, fact: LeverOf<"county_fact">["fact"], value: number): Lever | null =>
  draft(site, "county_fact", { fact, mode: "values", values: [{ year: site.year, value }], targetYear: null });

/** A figure of the county that must reach `value`; none where it does already, or where nothing is known of it. */
const countyFact = (site: Site, fact: CountyFactKey, value: number): Drafts =>
  Number.isNaN(value) || (site.lean.columns.countyFacts.facts[fact] ?? Number.NEGATIVE_INFINITY) >= value
    ? []
    : [trajectory(site, fact, Math.ceil(value - 1e-9))];

/** Twelve digits: what arithmetic leaves beyond them says nothing. */
const percent = (share: number): number => Number((share * 100).toPrecision(12));

/** Q9: levels and differences of the subjects that are judged and fall short; of all where none is reported yet. */
const monitored = (site: Site, result: ItemResult): Drafts => {
  const asked = site.rules.values["Q9.subjects"];
  const levelOf = (subject: string): number => figure(result, `${subject}Level`);
  const rateOf = (subject: string): number => figure(result, `${subject}Rate`);
  const reported = monitoredSubjects.filter((subject) => !(Number.isNaN(levelOf(subject)) && Number.isNaN(rateOf(subject))));
  const judged = asked === "with_results" ? (reported.length > 0 ? reported : monitoredSubjects) : asked;
  const [level, rate] = [limit(result, "level"), limit(result, "differenceRate")];
  return judged.flatMap((subject) => [
    ...(levelOf(subject) >= level ? [] : [trajectory(site, `Q9.level.${subject}`, level)]),
    // Below the limit, by a tenth of a point.
    ...(rateOf(subject) < rate ? [] : [trajectory(site, `Q9.differenceRate.${subject}`, percent(rate - 0.001))]),
  ]);
};

/** G13: the stages of which too few are enrolled by zone. */
const enrolledByZone = (site: Site, result: ItemResult): Drafts =>
  stages
    .filter((stage) => !(figure(result, `${stage}Share`) >= limit(result, `${stage}Share`)) && figure(result, `${stage}Pupils`) !== 0)
    .map((stage) => trajectory(site, `G13.inZoneShare.${stage}`, percent(limit(result, `${stage}Share`))));

/** Figures that a lever can bring to the item's limit. */
const figuresOf = (site: Site, item: ItemId, result: ItemResult): Drafts => {
  switch (item) {
    case "G3":
      return specialRooms(site, result);
    case "G4":
      return smallerSchools(site, result);
    case "G5":
      return smallerClasses(site, result);
    case "G6": {
      const { publicFundsPrimaryYuan, publicFundsJuniorYuan } = site.lean.columns.countyFacts.facts;
      const { primaryYuan, juniorYuan } = site.defaults.public_funds;
      return [
        draft(site, "public_funds", {
          schoolCode: "",
          smallAsHundred: true,
          primaryYuan: publicFundsPrimaryYuan ?? primaryYuan,
          juniorYuan: publicFundsJuniorYuan ?? juniorYuan,
        }),
      ];
    }
    case "G7":
      return [draft(site, "special_funds", { perPupilYuan: limit(result, "perPupilYuan") })];
    case "G8":
      return figure(result, "payShare") >= limit(result, "payShare")
        ? []
        : [draft(site, "teacher_pay", { payShare: limit(result, "payShare") })];
    case "G9":
      return programme(site, "train_360", limit(result, "trainedShare") * figure(result, "teachers") - figure(result, "trained"));
    case "G11":
      return [
        draft(site, "rotation_quota", {
          endYear: lastYearOf(site),
          rotationShare: limit(result, "rotatedShare"),
          backboneShare: limit(result, "backboneShare"),
        }),
      ];
    case "G12":
      return programme(
        site,
        "certify_teachers",
        limit(result, "certifiedShare") * figure(result, "teachers") - figure(result, "certified"),
      );
    case "G13":
      return enrolledByZone(site, result);
    case "G14":
      return countyFact(site, "quotaPlaces", limit(result, "quotaShare") * figure(result, "places"));
    case "G15":
      return countyFact(site, "migrantPublic", limit(result, "placedShare") * figure(result, "eligible") - figure(result, "inPurchased"));
    case "Q1":
      return [trajectory(site, "Q1.retentionShare", percent(limit(result, "retentionShare")))];
    case "Q2":
      return countyFact(site, "disabledEnrolled", limit(result, "enrolledShare") * figure(result, "children"));
    case "Q3":
      return [draft(site, "school_findings", { schoolCode: "", moralEducation: "keep" })];
    case "Q4":
      return [draft(site, "training_funds", { schoolCode: "", fundsShare: limit(result, "trainingShare") })];
    case "Q6":
      return [
        draft(site, "school_findings", {
          schoolCode: "",
          charter: "keep",
          informatised: "keep",
          moralEducation: gradeLevels[limit(result, "grade") - 1] ?? "good",
        }),
      ];
    case "Q9":
      return monitored(site, result);
    case "X1":
      return [trajectory(site, "X1.satisfiedShare", percent(limit(result, "satisfiedShare")))];
    default:
      return [];
  }
};

/** Statements of an item that are not made for the year. */
const statementsOf = (site: Site, item: ItemId): Drafts => {
  const { declarations } = site.lean.columns.countyFacts;
  return declarationItems
    .filter((statement) => statement.startsWith(`${item}.`) && declarations[statement] !== true)
    .map((statement) => draft(site, "declare", { item: statement, endYear: lastYearOf(site) }));
};

/** What could make one of the 25 items pass: levers on its figures, and the statements that it lacks. */
export const itemCandidates = (site: Site, item: ItemId): readonly Candidate[] => {
  const { result } = explainItem(site.lean.columns, site.ruleSet, item);
  const statements = statementsOf(site, item);
  const levers = [...figuresOf(site, item, result), ...statements];
  const [first] = levers;
  return first === undefined || first === null ? [] : [{ kind: first.type, sized: false, build: () => allOrNone(levers) }];
};

/** Schools that fail the item. */
export const failingSchoolsOf = (site: Pick<Site, "lean" | "ruleSet">, item: ItemId): number =>
  explainItem(site.lean.columns, site.ruleSet, item).result.failing.length;
