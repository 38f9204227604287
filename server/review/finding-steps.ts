import type { OrganisationKind } from "@server/auth/contract";

/** 待整改, 整改中, 已整改待核, 已销号. */
export const findingStates = ["open", "working", "done", "closed"] as const;
export type FindingState = (typeof findingStates)[number];

/** 开始整改, 报告完成, 销号, 重新整改. */
export const findingMoves = ["start", "report", "close", "reopen"] as const;
export type FindingMove = (typeof findingMoves)[number];

const rank: Readonly<Record<OrganisationKind, number>> = { county: 0, city: 1, province: 2 };

interface Rule {
  readonly move: FindingMove;
  readonly from: readonly FindingState[];
  readonly to: FindingState;
  /** The county mends; whoever raised the finding, or stands above them, says that it is mended. */
  readonly by: "county" | "raiser";
}

const table: readonly Rule[] = [
  { move: "start", from: ["open"], to: "working", by: "county" },
  { move: "report", from: ["open", "working"], to: "done", by: "county" },
  { move: "close", from: ["done"], to: "closed", by: "raiser" },
  { move: "reopen", from: ["done", "closed"], to: "open", by: "raiser" },
];

const fits = ({ by }: Rule, level: OrganisationKind, raisedBy: OrganisationKind): boolean =>
  by === "county" ? level === "county" : rank[level] >= rank[raisedBy];

/** The state of a finding after a move; null when this level may not make it. */
export const movedTo = (move: FindingMove, from: FindingState, level: OrganisationKind, raisedBy: OrganisationKind): FindingState | null =>
  table.find((rule) => rule.move === move && rule.from.includes(from) && fits(rule, level, raisedBy))?.to ?? null;

/** Moves that a level may make now. */
export const movesFrom = (from: FindingState, level: OrganisationKind, raisedBy: OrganisationKind): readonly FindingMove[] =>
  table.filter((rule) => rule.from.includes(from) && fits(rule, level, raisedBy)).map(({ move }) => move);

/** Past its day and not closed. Days are ISO, so they compare as text. */
export const isOverdue = (state: FindingState, deadline: string, today: string): boolean => state !== "closed" && deadline < today;
