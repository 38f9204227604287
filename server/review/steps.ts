import type { OrganisationKind } from "@server/auth/contract";

export type Level = OrganisationKind;

/** 草稿, 已签署, 市级复核, 省级评估, 已受理, 已锁定, 已退回. */
export const reviewStates = ["draft", "signed", "at_city", "at_province", "accepted", "locked", "returned"] as const;
export type ReviewState = (typeof reviewStates)[number];

/** 签署自评, 报送, 收回, 退回, 复核通过, 受理, 锁定, 解锁. */
export const reviewActions = ["sign", "submit", "recall", "return", "pass", "accept", "lock", "unlock"] as const;
export type ReviewAction = (typeof reviewActions)[number];

interface Rule {
  readonly level: Level;
  readonly action: ReviewAction;
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
  /** Where it leads in a county without a city. Left out: the same. */
  readonly toWithoutCity?: ReviewState;
  readonly reason: boolean;
  readonly deadline: boolean;
}

/**
 * Who may do what from which state (县级自评、市级复核、省级评估). What the province gives back goes to the city, and from
 * the city to the county: a lock is undone from the top downwards, one desk at a time.
 */
const table: readonly Rule[] = [
  { level: "county", action: "sign", from: ["draft", "signed", "returned"], to: "signed", reason: false, deadline: false },
  { level: "county", action: "submit", from: ["signed"], to: "at_city", toWithoutCity: "at_province", reason: false, deadline: false },
  { level: "county", action: "recall", from: ["at_city"], to: "draft", reason: true, deadline: false },
  { level: "city", action: "return", from: ["at_city"], to: "returned", reason: true, deadline: true },
  { level: "city", action: "pass", from: ["at_city"], to: "at_province", reason: false, deadline: false },
  {
    level: "province",
    action: "return",
    from: ["at_province", "accepted"],
    to: "at_city",
    toWithoutCity: "returned",
    reason: true,
    deadline: true,
  },
  { level: "province", action: "accept", from: ["at_province"], to: "accepted", reason: false, deadline: false },
  { level: "province", action: "lock", from: ["accepted"], to: "locked", reason: false, deadline: false },
  { level: "province", action: "unlock", from: ["locked"], to: "accepted", reason: true, deadline: false },
];

const ruleOf = (level: Level, action: ReviewAction): Rule | undefined =>
  table.find((rule) => rule.level === level && rule.action === action);

/** The state after a step; null when this level may not take it from this state. */
export const after = (level: Level, action: ReviewAction, from: ReviewState, hasCity: boolean): ReviewState | null => {
  const rule = ruleOf(level, action);
  if (!rule?.from.includes(from)) return null;
  return hasCity ? rule.to : (rule.toWithoutCity ?? rule.to);
};

/** Steps that a level may take from a state. */
export const actionsFrom = (level: Level, from: ReviewState): readonly ReviewAction[] =>
  table.filter((rule) => rule.level === level && rule.from.includes(from)).map(({ action }) => action);

/** Whether a step of a level wants a reason and a day. */
export const needsOf = (level: Level, action: ReviewAction): { readonly reason: boolean; readonly deadline: boolean } => {
  const rule = ruleOf(level, action);
  return { reason: rule?.reason ?? false, deadline: rule?.deadline ?? false };
};

/** States in which the county has its year to itself and may publish or withdraw it. */
export const publishing: readonly ReviewState[] = ["draft", "signed", "returned"];
