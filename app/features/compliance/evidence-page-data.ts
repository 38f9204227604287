import type { AppLoadContext } from "@remix-run/node";
import { type CountyAssessment, resourceIndicators } from "@server/compliance/contract";
import type { Declaration } from "@server/compliance/declarations-contract";
import type { EvidenceFile } from "@server/compliance/evidence-contract";
import type { VetoResult } from "@server/compliance/items-contract";
import { attestationOf, eligibilityAnswer, type ItemPage, type ItemRow, itemPages, itemRows, statementsOf } from "./items";
import { loadItems } from "./load-items";
import { vetoKind } from "./VetoTable";

export const evidenceGroups = ["resource", "assurance", "quality", "recognition", "veto", "eligibility"] as const;

/** One item that files can prove, whoever answers for it and what is there. */
export interface EvidenceRow {
  readonly id: string;
  readonly group: (typeof evidenceGroups)[number];
  /** Of a veto: its own words. */
  readonly veto: Pick<VetoResult, "id" | "title" | "state"> | null;
  readonly verdict: ItemRow["verdict"] | null;
  readonly borderline: boolean;
  /** Sections that meet a resource indicator, of all. */
  readonly sections: { readonly met: number; readonly of: number } | null;
  readonly attested: ItemRow["attested"];
  readonly files: number;
  /** Schools that have files of their own. */
  readonly schools: number;
  readonly newest: { readonly by: string; readonly at: string } | null;
}

const nobody: ItemRow["attested"] = { of: 0, imported: 0, done: 0, by: null, at: null };

const filesOf = (files: readonly EvidenceFile[], id: string): Pick<EvidenceRow, "files" | "schools" | "newest"> => {
  const own = files.filter(({ item }) => item === id);
  const [newest] = [...own].sort((a, b) => (a.uploadedAt < b.uploadedAt ? 1 : -1));
  return {
    files: own.length,
    schools: new Set(own.flatMap(({ schoolCode }) => schoolCode ?? [])).size,
    newest: newest === undefined ? null : { by: newest.uploadedBy, at: newest.uploadedAt },
  };
};

/** Every item of the judgement with its files and its attestation, in the order of the tables. */
export const evidenceRows = (
  assessment: CountyAssessment,
  declarations: readonly Declaration[],
  files: readonly EvidenceFile[],
): readonly EvidenceRow[] => {
  const plain = { veto: null, verdict: null, borderline: false, sections: null, attested: nobody };
  const stages = Object.values(assessment.stages);
  const resource = resourceIndicators.map((id) => ({
    ...plain,
    ...filesOf(files, id),
    id,
    group: "resource" as const,
    sections: {
      met: stages.reduce((sum, { indicatorMet }) => sum + indicatorMet[id], 0),
      of: stages.reduce((sum, { sectionsTotal }) => sum + sectionsTotal, 0),
    },
  }));
  const items = (Object.keys(itemPages) as ItemPage[]).flatMap((group) =>
    itemRows(assessment, group, declarations, files).map(({ id, verdict, borderline, attested }) => ({
      ...plain,
      ...filesOf(files, id),
      id,
      group,
      verdict,
      borderline,
      attested,
    })),
  );
  const vetoes = assessment.vetoes.map(({ id, title, state }) => ({
    ...plain,
    ...filesOf(files, id),
    id,
    group: "veto" as const,
    veto: { id, title, state },
    verdict: vetoKind[state],
    attested: attestationOf([id], declarations, () => state !== "undeclared"),
  }));
  const { eligibility: judged, overall } = assessment;
  const eligibility =
    judged === null
      ? []
      : [
          {
            ...plain,
            ...filesOf(files, "E"),
            id: "E",
            group: "eligibility" as const,
            verdict: overall?.eligibility ?? null,
            attested: attestationOf(statementsOf("E"), declarations, (one) => eligibilityAnswer(judged, one) !== null),
          },
        ];
  return [...resource, ...items, ...vetoes, ...eligibility];
};

/** Loader of the page of evidence; null while the county has no data. */
export const evidencePageData = async (context: AppLoadContext, request: Request) => {
  const loaded = await loadItems(context, request);
  if (loaded === null) return null;
  const { dataset, assessment, declarations, evidence, item } = loaded;
  const rows = evidenceRows(assessment, declarations, evidence.files);
  return {
    dataset,
    ruleSet: assessment.ruleSet,
    rows,
    open: rows.some(({ id }) => id === item) ? item : null,
    schools: assessment.inclusion.map(({ schoolCode, schoolName }) => ({ code: schoolCode, name: schoolName })),
    files: evidence.files,
    editable: evidence.editable,
  };
};
export type EvidencePageData = NonNullable<Awaited<ReturnType<typeof evidencePageData>>>;
