import { type ClassSizes, type FurtherCountyFacts, type FurtherSchoolFacts, type LineageEntry, monitoredSubjects } from "./facts-contract";

/** Order of the monitored subjects, as the contract lists them. */
export const bySubject = (a: string, b: string): number =>
  (monitoredSubjects as readonly string[]).indexOf(a) - (monitoredSubjects as readonly string[]).indexOf(b);
export const byGrowthYear = (a: number, b: number): number => a - b;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** Oldest first; entries of one year by event and origin. */
export const byLineage = (a: LineageEntry, b: LineageEntry): number =>
  a.year - b.year || byText(a.event, b.event) || byText(a.fromCode, b.fromCode);

const sizes = (bands: ClassSizes | null): ClassSizes | null => (bands?.every((classes) => classes === null) ? null : bands);

/** The further facts of a school in the one form that is hashed: no empty bands, lineage in order. */
export const canonicalSchoolFacts = ({ classSizes, lineage }: FurtherSchoolFacts): Pick<FurtherSchoolFacts, "classSizes" | "lineage"> => ({
  classSizes: { primary: sizes(classSizes.primary), junior: sizes(classSizes.junior), unsplit: sizes(classSizes.unsplit) },
  lineage: [...lineage].sort(byLineage),
});

/** The lists of a county's further facts in the one form that is hashed: in order, without subjects of which nothing is known. */
export const canonicalCountyFacts = ({ monitoring, growth }: FurtherCountyFacts): Pick<FurtherCountyFacts, "monitoring" | "growth"> => ({
  monitoring: monitoring
    .filter(({ level, differenceRate }) => level !== null || differenceRate !== null)
    .sort((a, b) => bySubject(a.subject, b.subject)),
  growth: [...growth].sort((a, b) => byGrowthYear(a.fiscalYear, b.fiscalYear)),
});
