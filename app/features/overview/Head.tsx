import { Link } from "@remix-run/react";
import { type CountyAssessment, resourceIndicators, type Verdict } from "@server/compliance/contract";
import type { ItemId } from "@server/compliance/items-contract";
import { regulationCases } from "@server/compliance/regulation-cases-contract";
import type { Whole } from "@server/compliance/whole-contract";
import type { Outlook } from "@server/planning/outlook-contract";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatCv, formatPercent } from "~/components/format";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import { SegmentBar, ThresholdBar } from "~/components/ThresholdBar";
import { toneOf, VerdictChip } from "~/components/VerdictChip";
import type { StageBalance } from "../compliance/BalanceTable";
import type { Before } from "./history";
import { outlookSentence } from "./Outlook";

/** Verdicts of a group of items, counted. */
export interface ItemCounts {
  readonly met: number;
  readonly notMet: number;
  readonly open: number;
  /** Items that are met by a relief only. */
  readonly relieved: number;
}

export interface HeadData {
  readonly overall: CountyAssessment["overall"];
  readonly eligibility: CountyAssessment["eligibility"];
  readonly statisticsYear: number;
  readonly whole: Whole;
  readonly before: Before | null;
  readonly outlook: Outlook;
  readonly stages: Readonly<
    Record<
      "primary" | "junior",
      StageBalance & {
        readonly sectionsTotal: number;
        readonly sectionsMet: number;
        readonly sectionsNotEvaluable: number;
        readonly sectionsVerdict: Verdict;
      }
    >
  >;
  readonly assurance: ItemCounts;
  readonly quality: ItemCounts;
  readonly recognition: { readonly id: ItemId; readonly verdict: Verdict; readonly share: number | null; readonly limit: number | null };
  readonly vetoes: { readonly total: number; readonly occurred: number; readonly undeclared: number };
}

const cases = Object.values(regulationCases).reduce((sum, count) => sum + count, 0);

const worse = (a: Verdict, b: Verdict): Verdict =>
  a === "not_met" || b === "not_met" ? "not_met" : a === "not_evaluable" || b === "not_evaluable" ? "not_evaluable" : "met";

/** Do we pass, how far are we, since last year, and in the years to come if nothing is done; then the six parts, each leading to its page. */
export const Head = ({ data }: { readonly data: HeadData }) => {
  const { t } = useTranslation();
  const { overall, whole, before, eligibility, outlook } = data;
  const lastYear = outlook.years.at(-1)?.year;
  const change = before === null ? null : whole.failing - before.whole.failing;
  const incomplete = overall?.verdict === "incomplete";
  return (
    <div className="overview__head card">
      <div className="overview__verdict">
        <div className="overview__standing">
          <Link to="/assessment/summary" className="overview__why" title={t("overview:why")}>
            <VerdictChip kind={whole.verdict} text={incomplete ? t("items:overall.incomplete") : undefined} size="large" />
          </Link>
          <strong>
            {whole.failing > 0
              ? t("overview:distance", { count: whole.failing })
              : t(
                  whole.verdict === "met" ? "overview:passes" : whole.verdict === "not_met" ? "overview:refused" : "overview:nothing_fails",
                )}
          </strong>
        </div>
        {whole.open > 0 ? <p className="caption muted">{t("overview:open", { count: whole.open })}</p> : null}
        {change === null || before === null ? null : (
          <p className="caption">
            <a href="#changes">
              {t(change > 0 ? "overview:more" : change < 0 ? "overview:fewer" : "overview:same", {
                year: before.statisticsYear,
                before: before.whole.failing,
                change: Math.abs(change),
              })}
            </a>
          </p>
        )}
        {lastYear === undefined ? null : (
          <p className="caption">
            <a href="#outlook">{t("overview:outlook.head", { sentence: outlookSentence(t, "whole", outlook.whole, lastYear) })}</a>
          </p>
        )}
        {eligibility === null ? null : (
          <p className="caption muted">
            {eligibility.yearsSinceRecognition === null
              ? t("overview:eligibility.unknown")
              : t(eligibility.verdict === "met" ? "overview:eligibility.met" : "overview:eligibility.not_yet", {
                  year: data.statisticsYear - eligibility.yearsSinceRecognition,
                  years: eligibility.yearsSinceRecognition,
                  required: eligibility.yearsRequired,
                })}
          </p>
        )}
        <p className="caption muted">{t("items:overall.cases", { cases })}</p>
      </div>
      <KeyFigures>
        <Sections data={data} />
        <Coefficients data={data} />
        <Items part="assurance" to="/assessment/assurance" counts={data.assurance} verdict={overall?.assurance} />
        <Items part="quality" to="/assessment/quality" counts={data.quality} verdict={overall?.quality} />
        <Recognition {...data.recognition} />
        <Vetoes {...data.vetoes} verdict={overall?.vetoes} />
      </KeyFigures>
    </div>
  );
};

const Part = ({ to, children }: { readonly to: string; readonly children: ReactNode }) => <Link to={to}>{children}</Link>;

const Sections = ({ data: { stages } }: { readonly data: HeadData }) => {
  const { t } = useTranslation();
  const { primary, junior } = stages;
  const total = primary.sectionsTotal + junior.sectionsTotal;
  const met = primary.sectionsMet + junior.sectionsMet;
  const unknown = primary.sectionsNotEvaluable + junior.sectionsNotEvaluable;
  return (
    <KeyFigure
      label={<Part to="/assessment/schools">{t("overview:part.sections")}</Part>}
      value={String(met)}
      unit={t("overview:of_sections", { total })}
      verdict={worse(primary.sectionsVerdict, junior.sectionsVerdict)}
      bar={<SegmentBar met={met} failing={total - met - unknown} unknown={unknown} />}
    >
      {t("overview:by_stage", {
        primary: `${primary.sectionsMet}/${primary.sectionsTotal}`,
        junior: `${junior.sectionsMet}/${junior.sectionsTotal}`,
      })}
    </KeyFigure>
  );
};

const Coefficients = ({ data: { stages } }: { readonly data: HeadData }) => {
  const { t } = useTranslation();
  const { primary, junior } = stages;
  const verdicts = [primary, junior].flatMap(({ balance }) => resourceIndicators.map((indicator) => balance[indicator].verdict));
  const met = verdicts.filter((verdict) => verdict === "met").length;
  const unknown = verdicts.filter((verdict) => verdict === "not_evaluable").length;
  return (
    <KeyFigure
      label={<Part to="/assessment/balance">{t("overview:part.balance")}</Part>}
      value={String(met)}
      unit={t("overview:of", { total: verdicts.length })}
      verdict={worse(primary.balanceVerdict, junior.balanceVerdict)}
      bar={<SegmentBar met={met} failing={verdicts.length - met - unknown} unknown={unknown} />}
    >
      {t("overview:cv_limits", { primary: formatCv(primary.balance.R1.limit), junior: formatCv(junior.balance.R1.limit) })}
    </KeyFigure>
  );
};

const Items = ({
  part,
  to,
  counts: { met, notMet, open, relieved },
  verdict,
}: {
  readonly part: "assurance" | "quality";
  readonly to: string;
  readonly counts: ItemCounts;
  readonly verdict: Verdict | undefined;
}) => {
  const { t } = useTranslation();
  return (
    <KeyFigure
      label={<Part to={to}>{t(`overview:part.${part}`)}</Part>}
      value={String(met)}
      unit={t("overview:of", { total: met + notMet + open })}
      verdict={verdict}
      bar={<SegmentBar met={met} failing={notMet} unknown={open} />}
    >
      {open > 0
        ? t("overview:items_open", { count: open })
        : relieved > 0
          ? t("overview:items_relieved", { count: relieved })
          : t("overview:items_failing", { count: notMet })}
    </KeyFigure>
  );
};

const Recognition = ({ id, verdict, share, limit }: HeadData["recognition"]) => {
  const { t } = useTranslation();
  return (
    <KeyFigure
      label={<Part to={`/assessment/recognition?item=${id}`}>{t("overview:part.recognition")}</Part>}
      value={formatPercent(share)}
      verdict={verdict}
      bar={limit === null ? undefined : <ThresholdBar value={share} standard={limit} scaleMax={1} tone={toneOf(verdict)} size="row" />}
    >
      {limit === null ? null : t("overview:recognition_limit", { limit: formatPercent(limit) })}
    </KeyFigure>
  );
};

const Vetoes = ({ total, occurred, undeclared, verdict }: HeadData["vetoes"] & { readonly verdict: Verdict | undefined }) => {
  const { t } = useTranslation();
  const words = occurred > 0 ? t("overview:vetoes.occurred") : undeclared > 0 ? undefined : t("overview:vetoes.clear");
  return (
    <KeyFigure
      label={<Part to="/assessment/vetoes">{t("overview:part.vetoes")}</Part>}
      value={String(occurred)}
      unit={t("overview:of", { total })}
      verdict={verdict}
      verdictText={words}
      bar={<SegmentBar met={total - occurred - undeclared} failing={occurred} unknown={undeclared} />}
    >
      {undeclared > 0 ? t("overview:vetoes.undeclared", { count: undeclared }) : t("overview:vetoes.all_declared")}
    </KeyFigure>
  );
};
