import type { Passing, PolicyLine, PolicySummary } from "@server/province/policy-contract";
import type { TFunction } from "i18next";
import { itemText } from "~/features/review/item-text";

/** What is said of a policy's answer, the same on the page, in its files and in its picture. */
export const policyWords = (t: TFunction, { part, lines, counts, unpublished }: PolicySummary) => ({
  passing: ({ firstYear, lasts }: Passing): string =>
    firstYear === null ? t("policies:answer.never") : lasts ? String(firstYear) : t("policies:answer.not_lasting", { year: firstYear }),
  effect: ({ effect, left }: PolicyLine): string => t(left === null ? `policies:effect.${part}.${effect}` : `policies:left.${left}`),
  clauses: (clauses: readonly string[]): string => clauses.map((clause) => itemText(t, clause)).join(t("comparing:separator")),
  /** All 32 indicators in the last year, for readers of the resource part. */
  whole: ({ whole }: PolicyLine): string => {
    if (whole === null) return "";
    const { verdict, failing } = whole;
    const lacking =
      failing.length === 0 ? [] : [t("portfolio:rest.failing", { count: failing.length, items: failing.join(t("comparing:separator")) })];
    return [t(`common:verdict.${verdict}`), ...lacking].join(t("comparing:separator"));
  },
  over: t("policies:answer.over", { count: lines.length - counts.not_tried, unpublished }),
});

/** What files and picture say of a county between its name and its money, column by column. */
export const policyColumns = (
  t: TFunction,
  summary: PolicySummary,
): readonly { readonly head: string; readonly text: (line: PolicyLine) => string }[] => {
  const words = policyWords(t, summary);
  return [
    { head: t("policies:answer.effect"), text: words.effect },
    { head: t(`policies:answer.before.${summary.part}`), text: ({ before }) => words.passing(before) },
    { head: t(`policies:answer.after.${summary.part}`), text: ({ after }) => words.passing(after) },
    ...(summary.part === "resource" ? [{ head: t("policies:answer.whole_then"), text: words.whole }] : []),
    { head: t("policies:answer.now_binding"), text: ({ nowBinding }) => words.clauses(nowBinding) },
    { head: t("policies:answer.no_longer"), text: ({ noLonger }) => words.clauses(noLonger) },
  ];
};

/** Counts and money over all counties tried, in the order of the page. */
export const policyTotals = (t: TFunction, { part, counts, provinceWan, countyWan }: PolicySummary) => [
  ...(["gained", "lost", "sooner", "later"] as const).map((effect) => ({
    key: effect,
    label: t(`policies:effect.${part}.${effect}`),
    value: counts[effect],
    money: false,
  })),
  { key: "province", label: t("policies:answer.province_wan"), value: provinceWan, money: true },
  { key: "county", label: t("policies:answer.county_wan"), value: countyWan, money: true },
];
