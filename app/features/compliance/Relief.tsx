import type { Verdict } from "@server/compliance/contract";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Tag, type VerdictKind } from "~/components/VerdictChip";

/** The words for a relief (放宽条款) of an item or, by the parameter that puts it in force, of a resource indicator. */
export const reliefName = (t: TFunction, id: string): string => t(`clauses:relief.${id}`);

/** What a verdict owes to a relief: the verdict with it and without it, and the year in which it ends (null: open). */
export interface ReliefOf {
  readonly verdict: VerdictKind;
  readonly without: VerdictKind;
  readonly endsIn: number | null;
}

export const reliefOfVerdict = (
  verdict: Verdict,
  relief: { readonly verdictWithout: Verdict; readonly endsIn: number | null } | null,
): ReliefOf | null => (relief === null ? null : { verdict, without: relief.verdictWithout, endsIn: relief.endsIn });

/** "Passes only by a relief that ends in …", and what the verdict would be without it. */
export const ReliefNote = ({ relief: { verdict, without, endsIn } }: { readonly relief: ReliefOf }) => {
  const { t } = useTranslation();
  return (
    <div className="caption">
      {verdict === "met" ? (
        <div className="tone-near">{endsIn === null ? t("rules:relief.open") : t("rules:relief.until", { year: endsIn })}</div>
      ) : null}
      <div className="muted">{t("rules:relief.without", { verdict: t(`common:verdict.${without}`) })}</div>
    </div>
  );
};

/** The same in a word, for narrow columns. */
export const ReliefTag = ({ endsIn }: { readonly endsIn: number | null }) => {
  const { t } = useTranslation();
  return <Tag tone="near">{endsIn === null ? t("compliance:relief.open") : t("compliance:relief.until", { year: endsIn })}</Tag>;
};
