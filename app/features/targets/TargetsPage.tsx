import { Form, Link, useSearchParams } from "@remix-run/react";
import { type TargetTable, targetRows } from "@server/planning/targets-contract";
import { useTranslation } from "react-i18next";
import { Button, LinkButton, PrintButton } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { ErrorNotice, Notice, type ShownError } from "~/components/Notice";
import { NumberField } from "~/components/NumberField";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { Tag } from "~/components/VerdictChip";
import { QuestionNav } from "~/features/answers/QuestionNav";
import { useCan } from "~/features/shell/use-session";
import { TargetRowForm } from "./TargetRowForm";
import { TargetsTable } from "./TargetsTable";

/** 年度目标 of one scenario, or of the county's plan (`county`). */
export const TargetsPage = ({
  table,
  county,
  error,
}: {
  readonly table: TargetTable | null;
  readonly county: boolean;
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const mayWrite = useCan("scenario.write") && table?.locked === false;
  const mayAdopt = useCan("scenario.lock");
  if (table === null)
    return (
      <>
        <PageHead title={t("targets:title")} />
        <PageBody>
          <EmptyState title={t("targets:none")} action={<LinkButton to="/planning/scenarios">{t("targets:to_scenarios")}</LinkButton>}>
            {t("targets:none_text")}
          </EmptyState>
        </PageBody>
      </>
    );
  const home = `/planning/scenarios/${table.scenarioId}`;
  const row = targetRows.find((one) => one === params.get("row"));
  const off = table.rows.flatMap(({ cells }) => cells).filter(({ progress }) => progress === "not_met").length;
  return (
    <>
      <PageHead
        before={<Link to={county ? home : `${home}?tab=result`}>{table.name}</Link>}
        title={t("targets:title")}
        trial={!table.adopted}
        state={
          <>
            <strong className="print-only">
              {t(table.adopted ? "targets:sheet.adopted" : "targets:sheet.trial", { name: table.name })}
            </strong>
            {t("targets:state", { from: table.fromYear, to: table.toYear })}
          </>
        }
      >
        {table.adopted ? <Tag tone="accent">{t("targets:adopted")}</Tag> : null}
        <PrintButton />
        <LinkButton to={`${home}/targets-file`} download>
          {t("targets:export")}
        </LinkButton>
        {mayAdopt && !table.adopted ? (
          <ConfirmButton
            label={t("targets:adopt")}
            title={t("targets:adopt_title", { name: table.name })}
            confirm={t("targets:adopt")}
            fields={{ intent: "adopt" }}
          >
            {t("targets:adopt_effect")}
          </ConfirmButton>
        ) : null}
      </PageHead>
      <PageBody inspector={row !== undefined && mayWrite ? <TargetRowForm table={table} row={row} error={error} /> : null}>
        {county ? null : <QuestionNav scenarioId={table.scenarioId} page="targets" />}
        {row === undefined ? <ErrorNotice error={error} /> : null}
        {table.answer === null ? <Notice tone="info">{t("targets:no_answer")}</Notice> : null}
        {table.answer?.upToDate === false ? <Notice tone="warn">{t("planning:result.outdated")}</Notice> : null}
        {table.loadedYears.length === 0 ? null : off === 0 ? (
          <Notice tone="good">{t("targets:on_track")}</Notice>
        ) : (
          <Notice tone="bad">{t("targets:off_track", { count: off })}</Notice>
        )}
        <Card
          title={t("targets:sheet.title", { county: table.countyName, from: table.fromYear, to: table.toYear })}
          note={
            <>
              {mayWrite ? <span className="no-print">{t("targets:note_write")}</span> : null}
              <span className={mayWrite ? "print-only" : undefined}>{t("targets:note")}</span>
            </>
          }
          flush
        >
          <TargetsTable table={table} mayWrite={mayWrite} />
        </Card>
        {mayWrite ? (
          <Form method="post" className="row form-line no-print" key={`${table.fromYear}-${table.toYear}`}>
            <input type="hidden" name="intent" value="years" />
            <NumberField name="fromYear" label={t("targets:form.from")} defaultValue={table.fromYear} min={2010} max={2060} />
            <NumberField name="toYear" label={t("targets:form.to")} defaultValue={table.toYear} min={2010} max={2060} />
            <Button type="submit">{t("targets:form.set_years")}</Button>
          </Form>
        ) : null}
      </PageBody>
    </>
  );
};
