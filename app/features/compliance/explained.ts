import type { AppLoadContext } from "@remix-run/node";
import type { CountyAssessment, ExplainQuery, InclusionDecision, SourcedExplanation } from "@server/compliance/contract";
import { unwrap } from "~/features/shell/respond";
import { requireActor } from "~/features/shell/session";
import { type ReliefOf, reliefOfVerdict } from "./Relief";
import { readWhy } from "./why";

/** An explanation and what its verdict owes to a relief. */
export interface Why {
  readonly explanation: SourcedExplanation;
  readonly dataset: { readonly id: string; readonly statisticsYear: number };
  /** Of the cell itself; of the whole school where that passes only by reliefs; null for none. */
  readonly relief: { readonly key: string | null; readonly own: ReliefOf | null; readonly school: ReliefOf | null } | null;
  /** What the rules leave aside of the returns of the school. */
  readonly notes: InclusionDecision["notes"];
}

const reliefOf = ({ stages }: CountyAssessment, { kind, stage, indicator, sectionId }: ExplainQuery): Why["relief"] => {
  const { balance, sections } = stages[stage];
  if (kind === "balance") {
    const own = reliefOfVerdict(balance[indicator].verdict, balance[indicator].relief);
    return own === null ? null : { key: null, own, school: null };
  }
  const section = sections.find(({ id }) => id === sectionId);
  const cell = section?.indicators[indicator];
  if (section === undefined || cell === undefined || cell.relief === null) return null;
  const { key, stateWithout, endsIn } = cell.relief;
  return {
    key,
    own: stateWithout === cell.state ? null : { verdict: cell.state, without: stateWithout, endsIn },
    school: reliefOfVerdict(section.verdict, section.relief),
  };
};

/** Only what stages share (R4–R7) depends on who takes part in the split. */
const notesOf = ({ inclusion }: CountyAssessment, { formula, subject }: SourcedExplanation): Why["notes"] =>
  subject.sectionId === null || formula.values.share === undefined
    ? []
    : [...new Set(inclusion.filter(({ sections }) => sections.includes(subject.sectionId ?? "")).flatMap(({ notes }) => notes))];

/** The explanation that the address asks for (`why`), or null. */
export const explained = async (
  context: AppLoadContext,
  request: Request,
  { dataset, assessment }: { readonly dataset: Why["dataset"]; readonly assessment: CountyAssessment },
): Promise<Why | null> => {
  const query = readWhy(new URL(request.url));
  if (query === null) return null;
  const explanation = unwrap(await context.services.compliance.explain(requireActor(context, request), dataset.id, query));
  const { id, statisticsYear } = dataset;
  return { explanation, dataset: { id, statisticsYear }, relief: reliefOf(assessment, query), notes: notesOf(assessment, explanation) };
};
