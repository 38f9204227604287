import { Form, useNavigation } from "@remix-run/react";
import type { ImportPreview, SchoolChange } from "@server/statistics/import-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { type Column, DataTable } from "~/components/DataTable";
import { KeyFigure, KeyFigures } from "~/components/KeyFigure";
import type { ShownError } from "~/components/Notice";
import { Card } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TableFoot } from "~/components/TableFoot";
import { AnswerLink } from "./AnswerLink";
import { FileTable } from "./FileTable";
import { fieldLabel } from "./field-label";
import { IssueTable } from "./IssueTable";
import { ReasonFields } from "./ReasonFields";

const shownFields = 6;

/** What a commit would do: counts, each change, what to look at again, and the decision. */
export const Preview = ({ preview, error }: { readonly preview: ImportPreview; readonly error: ShownError | null | undefined }) => {
  const { t } = useTranslation();
  const navigation = useNavigation();
  const busy = navigation.state !== "idle";
  const counts = ["insert", "update", "ignore", "remove"] as const;
  const columns: Column<SchoolChange>[] = [
    { key: "school", header: t("data:school.name"), width: "200px", render: (row) => row.schoolName },
    { key: "code", header: t("data:school.code"), width: "120px", render: (row) => row.schoolCode },
    { key: "kind", header: t("data:preview.change"), width: "80px", render: (row) => t(`data:preview.kind.${row.kind}`) },
    {
      key: "fields",
      header: t("data:preview.fields"),
      cellClass: () => "wrap",
      render: (row) => (
        <>
          {row.fields.slice(0, shownFields).map((field) => (
            <div key={field.path}>
              {fieldLabel(t, field.path)} <span className="muted">{field.before === "" ? t("data:preview.empty") : field.before}</span> →{" "}
              {field.after === "" ? t("data:preview.empty") : field.after}
            </div>
          ))}
          {row.fields.length > shownFields ? (
            <div className="muted">{t("data:preview.more_fields", { count: row.fields.length - shownFields })}</div>
          ) : null}
        </>
      ),
    },
  ];
  return (
    <>
      <Card>
        <KeyFigures>
          {counts.map((kind) => (
            <KeyFigure key={kind} label={t(`data:preview.count.${kind}`)} value={String(preview[kind])} unit={t("data:preview.schools")} />
          ))}
        </KeyFigures>
        <Form method="post" className="stack preview__decide">
          <ReasonFields warnings={preview.warnings} error={error} />
          <div className="row">
            <Button type="submit" name="intent" value="commit" look="primary" disabled={busy}>
              {t("data:preview.commit", { year: preview.statisticsYear })}
            </Button>
            <Button type="submit" name="intent" value="discard" disabled={busy}>
              {t("data:preview.discard")}
            </Button>
            <span className="muted">{t("data:preview.commit_note")}</span>
          </div>
        </Form>
      </Card>
      <FileTable files={preview.files} />
      {preview.warnings.length > 0 ? (
        <Card title={t("data:preview.warnings")} note={t("data:preview.warnings_note", { count: preview.warnings.length })} flush>
          <AnswerLink answerId={preview.uploadId} />
          <IssueTable issues={preview.warnings} storedCodes={preview.storedCodes} />
        </Card>
      ) : null}
      <Card title={t("data:preview.changes")} flush>
        <DataTable
          caption={t("data:preview.changes")}
          columns={columns}
          rows={preview.changes}
          rowKey={(row) => `${row.kind}:${row.schoolCode}`}
          empty={<EmptyState title={t("data:preview.no_changes")}>{t("data:preview.no_changes_text")}</EmptyState>}
          foot={<TableFoot total={preview.changes.length} />}
        />
      </Card>
    </>
  );
};
