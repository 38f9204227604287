import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { itemIds } from "@server/compliance/items-contract";
import type { BacktestFigure } from "@server/planning/contract";
import { type Stage, stages } from "@server/statistics/contract";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "~/components/DataTable";
import { formatChange, formatCount, formatCv, formatPercent, formatValue } from "~/components/format";
import { LineChart } from "~/components/LineChart";
import { Card } from "~/components/page";
import { Tabs } from "~/components/Tabs";
import { VerdictChip } from "~/components/VerdictChip";
import type { BacktestView } from "./backtest-view";

interface FigureRow {
  readonly key: string;
  readonly label: string;
  readonly figure: BacktestFigure;
  readonly format: (value: number | null) => string;
}

type Shown = NonNullable<BacktestView["shown"]>;

/** Error of a figure with its sign, in percent. */
const errorText = (error: number | null): string => (error === null ? "—" : `${formatChange(error * 100, 1)}%`);

const Figures = ({ shown }: { readonly shown: Shown }) => {
  const { t } = useTranslation();
  const rows = stages.flatMap((stage: Stage): FigureRow[] => {
    const at = shown.stages[stage];
    const named = (label: string): string => `${t(`rules:stage.${stage}`)} · ${label}`;
    const indicator = (id: ResourceIndicator): FigureRow[] => [
      {
        key: `${stage}.${id}.mean`,
        label: named(t("answers:backtest.mean", { indicator: t(`rules:indicator.${id}.short`) })),
        figure: at.indicators[id].mean,
        format: formatValue,
      },
      {
        key: `${stage}.${id}.cv`,
        label: named(t("answers:backtest.cv", { indicator: t(`rules:indicator.${id}.short`) })),
        figure: at.indicators[id].cv,
        format: formatCv,
      },
    ];
    return [
      ...(["pupils", "classes", "teachers"] as const).map((field) => ({
        key: `${stage}.${field}`,
        label: named(t(`answers:backtest.${field}`)),
        figure: at[field],
        format: formatCount,
      })),
      ...resourceIndicators.flatMap(indicator),
    ];
  });
  const columns: Column<FigureRow>[] = [
    { key: "label", header: t("answers:backtest.figure"), width: "260px", render: ({ label }) => label },
    { key: "projected", header: t("answers:backtest.projected"), align: "end", render: ({ figure, format }) => format(figure.projected) },
    { key: "reported", header: t("answers:backtest.reported"), align: "end", render: ({ figure, format }) => format(figure.reported) },
    { key: "error", header: t("answers:backtest.error"), align: "end", render: ({ figure }) => errorText(figure.error) },
  ];
  const caption = t("answers:backtest.figures", { year: shown.year });
  return (
    <Card title={caption} flush>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Card>
  );
};

const Verdicts = ({ shown }: { readonly shown: Shown }) => {
  const { t } = useTranslation();
  const rows = [
    { key: "county", label: t("answers:backtest.county"), verdicts: shown.verdict },
    // In official order: what is stored has forgotten it.
    ...itemIds.flatMap((id) => {
      const verdicts = shown.items?.[id];
      return verdicts === undefined ? [] : [{ key: id, label: `${id} ${t(`clauses:${id}.name`)}`, verdicts }];
    }),
  ];
  const columns: Column<(typeof rows)[number]>[] = [
    { key: "item", header: t("answers:backtest.item"), width: "320px", cellClass: () => "wrap", render: ({ label }) => label },
    {
      key: "projected",
      header: t("answers:backtest.projected"),
      render: ({ verdicts }) => <VerdictChip plain kind={verdicts.projected} />,
    },
    { key: "reported", header: t("answers:backtest.reported"), render: ({ verdicts }) => <VerdictChip plain kind={verdicts.reported} /> },
  ];
  const caption = t("answers:backtest.verdicts", { year: shown.year });
  const note = stages
    .map((stage) => {
      const { verdictsRight, sectionsCompared } = shown.stages[stage];
      return `${t(`rules:stage.${stage}`)} ${t("answers:backtest.schools_right", { right: verdictsRight, compared: sectionsCompared })}`;
    })
    .join(" · ");
  return (
    <Card title={caption} note={`${t("answers:backtest.schools")} ${note}`} flush>
      <DataTable caption={caption} columns={columns} rows={rows} rowKey={({ key }) => key} />
    </Card>
  );
};

/** How far the projection can be trusted: in one sentence, by years ahead, figure by figure. */
export const BacktestAnswer = ({
  view,
  assumptionsOf,
}: {
  readonly view: BacktestView;
  /** The scenario whose assumptions are tested; null: the defaults. */
  readonly assumptionsOf: string | null;
}) => {
  const { t } = useTranslation();
  const { trust, errors, shown } = view;
  const assumed = assumptionsOf === null ? t("answers:backtest.defaults") : t("answers:backtest.assumptions_of", { name: assumptionsOf });
  return (
    <div className="stack">
      <Card title={t("answers:backtest.trust")} note={`${t("answers:backtest.base", { year: view.baseYear })} · ${assumed}`}>
        <p className="answer-lead">
          {t("answers:backtest.lead", {
            years: view.years.length,
            pupils: formatPercent(trust.pupils),
            teachers: formatPercent(trust.teachers),
            schools: formatPercent(trust.schools),
            right: formatPercent(trust.right, 0),
          })}
        </p>
        <LineChart
          title={t("answers:backtest.by_year")}
          years={view.years}
          series={[
            { id: "schools", name: t("answers:backtest.error_of.pupils"), values: errors.schools },
            { id: "classes", name: t("answers:backtest.error_of.classes"), values: errors.classes },
            { id: "teachers", name: t("answers:backtest.error_of.teachers"), values: errors.teachers },
          ]}
          format={formatPercent}
        />
      </Card>
      {shown === null ? null : (
        <>
          <Tabs
            label={t("answers:backtest.year")}
            param="year"
            value={String(shown.year)}
            items={view.years.map((year) => ({
              value: String(year),
              label: `${year} · ${t("answers:backtest.horizon", { count: year - view.baseYear })}`,
            }))}
          />
          <Figures shown={shown} />
          <Verdicts shown={shown} />
        </>
      )}
    </div>
  );
};
