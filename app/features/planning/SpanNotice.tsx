import type { Span } from "@server/kernel/span";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { Notice } from "~/components/Notice";
import type { Spans } from "./year-verdict";

const sentence = (t: TFunction, part: "whole" | "resource", { firstYear, lasts, lostYears }: Span): string => {
  if (firstYear === null) return t(`planning:result.span.${part}_never`);
  return lasts
    ? t(`planning:result.span.${part}_lasts`, { year: firstYear })
    : t(`planning:result.span.${part}_lost`, { year: firstYear, lost: lostYears.join(t("compliance:gaps.separator")) });
};

/** First year of passing, never said without whether it lasts; where the whole does not pass, what its resource part does. */
export const SpanNotice = ({ spans: { whole, resource } }: { readonly spans: Spans }) => {
  const { t } = useTranslation();
  const lost = [whole, resource].some(({ firstYear, lasts }) => firstYear !== null && !lasts);
  return (
    <Notice tone={whole.lasts ? "good" : lost ? "warn" : "info"}>
      <div>{sentence(t, "whole", whole)}</div>
      {whole.lasts ? null : <div>{sentence(t, "resource", resource)}</div>}
    </Notice>
  );
};
