import { Form } from "@remix-run/react";
import type { RunReceipt, RunView } from "@server/jobs/contract";
import type { Answered } from "@server/planning/answers-contract";
import type { Recomputed } from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { formatCount, formatDateTime } from "~/components/format";
import { Notice } from "~/components/Notice";
import { Card } from "~/components/page";
import { RunStatus } from "~/features/planning/RunStatus";
import { isOpen } from "~/features/planning/result-view";
import { useCan } from "~/features/shell/use-session";

/** What makes a result recomputable, as a list. */
export const ReceiptView = ({ run, receipt }: { readonly run: RunView; readonly receipt: RunReceipt }) => {
  const { t } = useTranslation();
  const rows: readonly (readonly [string, string])[] = [
    [t("answers:receipt.kind"), `${t(`runs:kind.${run.kind}`)} · ${run.subject}`],
    [t("answers:receipt.dataset"), receipt.datasetHash],
    ...(receipt.furtherHashes ?? []).map((hash): readonly [string, string] => [t("answers:receipt.further"), hash]),
    [t("answers:receipt.scenario"), receipt.scenarioHash],
    ...(receipt.scenarioVersion === undefined
      ? []
      : [[t("answers:receipt.version"), t("answers:receipt.draft", { draft: receipt.scenarioVersion })] as const]),
    ...(receipt.settingsHash === undefined ? [] : [[t("answers:receipt.settings"), receipt.settingsHash] as const]),
    ...(receipt.seed === undefined ? [] : [[t("answers:receipt.seed"), String(receipt.seed)] as const]),
    [t("answers:receipt.rules"), `${receipt.ruleSet.id} ${receipt.ruleSet.version}`],
    [t("answers:receipt.compliance"), receipt.complianceEngine],
    [t("answers:receipt.planning"), receipt.planningEngine],
    [t("answers:receipt.asked"), formatDateTime(run.createdAt)],
    ...(run.startedAt === null ? [] : [[t("answers:receipt.started"), formatDateTime(run.startedAt)] as const]),
    ...(run.finishedAt === null ? [] : [[t("answers:receipt.finished"), formatDateTime(run.finishedAt)] as const]),
    [t("answers:receipt.time"), t("answers:receipt.ms", { ms: formatCount(receipt.computeMs) })],
    [t("answers:receipt.result"), receipt.resultHash],
    ...(receipt.interrupted === undefined
      ? []
      : [[t("answers:receipt.ended"), t(`answers:receipt.interrupted.${receipt.interrupted}`)] as const]),
  ];
  return (
    <Card title={t("answers:receipt.title")} flush>
      <div className="table-box" tabIndex={0} role="region" aria-label={t("answers:receipt.title")}>
        <table className="table table--plain">
          <caption className="visually-hidden">{t("answers:receipt.title")}</caption>
          <tbody>
            {rows.map(([label, value]) => (
              <tr key={label + value}>
                <th scope="row">{label}</th>
                <td className="wrap">{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

const Verdict = ({ answer }: { readonly answer: Recomputed }) => {
  const { t } = useTranslation();
  const { identical, untouched, interrupted, stored, again, firstDifference } = answer;
  const tone = identical && untouched ? "good" : untouched && interrupted ? "info" : "bad";
  return (
    <Notice tone={tone} title={t(identical ? "answers:receipt.identical" : "answers:receipt.different")}>
      {untouched ? null : <p>{t("answers:receipt.touched")}</p>}
      {interrupted ? <p>{t(`answers:receipt.interrupted.${interrupted}`)}</p> : null}
      <p>
        {t("answers:receipt.engines", {
          storedCompliance: stored.compliance,
          storedPlanning: stored.planning,
          storedRules: stored.ruleSet.version,
          compliance: again.compliance,
          planning: again.planning,
          rules: again.ruleSet.version,
        })}
      </p>
      {firstDifference === null ? null : <p>{t("answers:receipt.difference", { ...firstDifference })}</p>}
    </Notice>
  );
};

/** 复算: asks for it, shows how far it is, and what came of it. */
export const RecomputeView = ({
  run,
  recomputed,
}: {
  readonly run: RunView;
  readonly recomputed: { readonly run: RunView; readonly answered: Answered<Recomputed> | null } | null;
}) => {
  const { t } = useTranslation();
  const may = useCan("run.start");
  const back = `/planning/runs/${run.id}`;
  const asked = recomputed?.run ?? null;
  return (
    <Card title={t("answers:receipt.recompute")} note={t("answers:receipt.recompute_note")}>
      <div className="stack">
        {asked === null || asked.state === "done" ? null : <RunStatus run={asked} back={back} />}
        {recomputed?.answered ? <Verdict answer={recomputed.answered.answer} /> : null}
        {may && (asked === null || (!isOpen(asked) && asked.state !== "done")) ? (
          <Form method="post" action="/planning/runs">
            <input type="hidden" name="intent" value="recompute" />
            <input type="hidden" name="run" value={run.id} />
            <input type="hidden" name="back" value={back} />
            <Button type="submit" look="primary">
              {t("answers:receipt.again")}
            </Button>
          </Form>
        ) : null}
      </div>
    </Card>
  );
};
