import { Form, useLocation } from "@remix-run/react";
import type { ScenarioVersion } from "@server/planning/workspace-contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { type Column, DataTable } from "~/components/DataTable";
import { formatCount, formatDateTime } from "~/components/format";
import { type ShownError, useFieldError } from "~/components/Notice";
import { Card } from "~/components/page";
import { TableFoot } from "~/components/TableFoot";
import { TextField } from "~/components/TextField";
import type { ScenarioData } from "~/features/planning/load-scenario";
import { useCan } from "~/features/shell/use-session";
import { CommentList } from "./CommentList";
import type { SharingData } from "./load-page";

/** 讨论与版本: comments, named versions, the lock and the link; plain forms that need no script. */
export const SharingView = ({
  data,
  sharing,
  error,
}: {
  readonly data: ScenarioData;
  readonly sharing: SharingData;
  readonly error: ShownError | null;
}) => (
  <div className="columns ws-sharing">
    <div className="stack">
      <CommentList comments={sharing.comments} data={data} error={error} />
    </div>
    <div className="stack">
      <LockCard data={data} />
      <Versions data={data} versions={sharing.versions} error={error} />
    </div>
  </div>
);

const LockCard = ({ data }: { readonly data: ScenarioData }) => {
  const { t } = useTranslation();
  const may = useCan("scenario.lock");
  const { lock } = data.scenario;
  return (
    <Card title={t("workspace:lock.title")}>
      <div className="stack">
        <p>{lock === null ? t("workspace:lock.open") : t("workspace:save.locked_by", { by: lock.by, at: formatDateTime(lock.at) })}</p>
        {may ? (
          <Form method="post">
            <input type="hidden" name="intent" value={lock === null ? "lock" : "unlock"} />
            <Button type="submit">{t(lock === null ? "workspace:lock.lock" : "workspace:lock.unlock")}</Button>
          </Form>
        ) : (
          <p className="caption muted">{t("workspace:lock.who")}</p>
        )}
        <CopyLink />
      </div>
    </Card>
  );
};

/** The link shows the same view to whoever may see the scenario. */
const CopyLink = () => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}${pathname}?tab=canvas`);
    setCopied(true);
  };
  return (
    <div className="row">
      <Button onClick={() => void copy()}>{t("workspace:link.copy")}</Button>
      <span role="status" className="caption muted">
        {t(copied ? "workspace:link.copied" : "workspace:link.who")}
      </span>
    </div>
  );
};

const Versions = ({
  data,
  versions,
  error,
}: {
  readonly data: ScenarioData;
  readonly versions: readonly ScenarioVersion[];
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const may = useCan("scenario.write");
  const open = data.scenario.lock === null;
  const fieldError = useFieldError(error);
  const columns: Column<ScenarioVersion>[] = [
    { key: "name", header: t("workspace:versions.name"), render: (row) => row.name },
    { key: "draft", header: t("workspace:versions.draft"), align: "end", width: "64px", render: (row) => formatCount(row.draft) },
    { key: "levers", header: t("planning:levers.title"), align: "end", width: "64px", render: (row) => formatCount(row.leverCount) },
    { key: "when", header: t("planning:scenarios.saved"), width: "140px", render: (row) => formatDateTime(row.savedAt) },
    { key: "who", header: t("planning:scenarios.by"), width: "100px", render: (row) => row.savedBy },
    ...(may && open
      ? [
          {
            key: "act",
            header: t("workspace:canvas.act"),
            width: "80px",
            render: (row: ScenarioVersion) => (
              <ConfirmButton
                label={t("workspace:versions.restore")}
                accessibleName={t("workspace:versions.restore_of", { name: row.name })}
                title={t("workspace:versions.restore_of", { name: row.name })}
                confirm={t("workspace:versions.restore")}
                fields={{ intent: "restore", versionId: row.id, version: data.scenario.version }}
                look="quiet"
                size="small"
              >
                {t("workspace:versions.restore_effect")}
              </ConfirmButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card title={t("workspace:versions.title")} flush>
      {may ? (
        <Form key={versions.length} method="post" className="row form-line no-print ws-sharing__form">
          <input type="hidden" name="intent" value="name-version" />
          <TextField name="name" label={t("workspace:versions.new_name")} maxLength={80} required error={fieldError("name")} />
          <Button type="submit">{t("workspace:versions.keep", { draft: data.scenario.version })}</Button>
        </Form>
      ) : null}
      <DataTable
        caption={t("workspace:versions.title")}
        columns={columns}
        rows={versions}
        rowKey={(row) => row.id}
        empty={<p className="ws-table__none muted">{t("workspace:versions.none")}</p>}
        foot={<TableFoot total={versions.length} />}
      />
    </Card>
  );
};
