import type { CountyAssessment, SourcedItemExplanation } from "@server/compliance/contract";
import type { Declaration } from "@server/compliance/declarations-contract";
import type { EvidenceFile } from "@server/compliance/evidence-contract";
import { assuranceItems, type Eligibility, type ItemId, type ItemResult, qualityItems } from "@server/compliance/items-contract";
import { type DeclarationItem, declarationItems } from "@server/statistics/facts-contract";

/** Pages of the items: 表Ⅳ, 表Ⅴ, 表Ⅵ. */
export const itemPages = {
  assurance: { path: "/assessment/assurance", items: assuranceItems },
  quality: { path: "/assessment/quality", items: qualityItems },
  recognition: { path: "/assessment/recognition", items: ["X1"] as readonly ItemId[] },
} as const;
export type ItemPage = keyof typeof itemPages;

/** The page of an item, its panel open. */
export const itemPath = (item: ItemId): string =>
  `${Object.values(itemPages).find(({ items }) => items.some((one) => one === item))?.path ?? ""}?item=${item}`;

/** Statements that belong to an item: `G2` → its four standards. */
export const statementsOf = (item: string): readonly DeclarationItem[] => declarationItems.filter((one) => one.startsWith(`${item}.`));

/** What the judgement goes by for a statement of eligibility; null: nothing. */
export const eligibilityAnswer = ({ monitoring, problemsSolved }: Eligibility, statement: DeclarationItem): boolean | null =>
  statement === "E.monitoring" ? monitoring : problemsSolved;

/** One line of a table: the result without its long lists. */
export interface ItemRow {
  readonly id: ItemId;
  readonly verdict: ItemResult["verdict"];
  readonly borderline: boolean;
  readonly figures: ItemResult["figures"];
  readonly limits: ItemResult["limits"];
  readonly failing: number;
  readonly open: number;
  readonly missing: number;
  readonly worst: readonly string[];
  readonly reliefs: ItemResult["reliefs"];
  readonly files: number;
  /** Statements of the item and how many of them are attested; nothing to attest: 0 of 0. `imported`: those that
   * count because the workbook says so, though nobody has attested them. */
  readonly attested: {
    readonly of: number;
    readonly imported: number;
    readonly done: number;
    readonly by: string | null;
    readonly at: string | null;
  };
}

/** True where no version of a statement was ever attested, so that what the workbook says counts. */
export const isUnattested = (statement: string, declarations: readonly Declaration[]): boolean =>
  declarations.every(({ item, inForce }) => item !== statement || inForce === null);

/** Who has attested the statements; `known` tells whether the judgement has an answer to one, attested or imported. */
export const attestationOf = <Statement extends string>(
  statements: readonly Statement[],
  declarations: readonly Declaration[],
  known: (statement: Statement) => boolean,
): ItemRow["attested"] => {
  const inForce = declarations.flatMap(({ item, inForce: version }) =>
    statements.some((one) => one === item) && version !== null && version.value !== null ? [version] : [],
  );
  const last = [...inForce].sort((a, b) => ((a.attestedAt ?? "") < (b.attestedAt ?? "") ? 1 : -1))[0];
  return {
    of: statements.length,
    imported: statements.filter((statement) => isUnattested(statement, declarations) && known(statement)).length,
    done: inForce.length,
    by: last?.attestedBy ?? null,
    at: last?.attestedAt ?? null,
  };
};

const shownSchools = 3;

/** The lines of a page in official order; none where a judgement knows no items. */
export const itemRows = (
  assessment: CountyAssessment,
  page: ItemPage,
  declarations: readonly Declaration[],
  files: readonly EvidenceFile[],
): readonly ItemRow[] =>
  itemPages[page].items.flatMap((id) => {
    const result = assessment.items?.[id];
    if (result === undefined) return [];
    const { verdict, borderline, figures, limits, failing, open, missing, reliefs } = result;
    return [
      {
        id,
        verdict,
        borderline,
        figures,
        limits,
        reliefs,
        failing: failing.length,
        open: open.length,
        missing: missing.length,
        worst: failing.slice(0, shownSchools).map(({ schoolName }) => schoolName),
        files: files.filter(({ item }) => item === id).length,
        attested: attestationOf(statementsOf(id), declarations, (one) => missing.every(({ path }) => path !== `declarations.${one}`)),
      },
    ];
  });

/** Most rows of a list in the panel. */
const listed = 60;

/** The item of a page that the address asks about, null for none and for nonsense. */
export const askedItem = (page: ItemPage, item: string | null): ItemId | null => itemPages[page].items.find((id) => id === item) ?? null;

/** An explanation with its lists cut to what a panel can show. */
export const forPanel = (explanation: SourcedItemExplanation): SourcedItemExplanation => {
  const { result } = explanation;
  return {
    ...explanation,
    schools: [],
    inputs: explanation.inputs.filter(({ path }, at) => at < listed || path.startsWith("declarations.")),
    result: {
      ...result,
      failing: result.failing.slice(0, listed),
      open: result.open.slice(0, listed),
      missing: result.missing.slice(0, listed),
    },
  };
};
