import { Form, useNavigation, useSearchParams } from "@remix-run/react";
import type { EvidenceFile } from "@server/compliance/evidence-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { FileDrop } from "~/components/FileDrop";
import { formatDateTime, formatNumber } from "~/components/format";
import { InspectorSection } from "~/components/Inspector";
import { ProgressBar } from "~/components/ProgressBar";
import { withParams } from "~/components/url";
import { useCan } from "~/features/shell/use-session";

/** A small file is not 0.0 MB. */
const fileSize = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${formatNumber(Math.ceil(bytes / 1024), 0)} KB` : `${formatNumber(bytes / 1024 / 1024, 1)} MB`;

const accepted = ".pdf,.ofd,.docx,.xlsx,.pptx,.jpg,.jpeg,.png";

/**
 * 佐证材料 of one item: its files to download, and for those who prepare data to add and take back. Of one school, or
 * of the county as a whole (`null`), where `school` is given; else of all.
 */
export const Evidence = ({
  item,
  files,
  editable,
  year,
  school,
}: {
  readonly item: string;
  readonly files: readonly EvidenceFile[];
  readonly editable: boolean;
  readonly year: number;
  readonly school?: { readonly code: string; readonly name: string } | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const navigation = useNavigation();
  const canWrite = useCan("evidence.write");
  const sending = navigation.state !== "idle" && navigation.formEncType === "multipart/form-data";
  const own = files.filter((file) => file.item === item && (school === undefined || file.schoolCode === (school?.code ?? null)));
  return (
    <InspectorSection
      title={school ? t("items:evidence.of_school", { school: school.name }) : t("items:evidence.title")}
      aside={<span className="caption muted">{t("items:table.files", { count: own.length })}</span>}
    >
      {own.length === 0 ? <p className="muted">{t("items:evidence.none")}</p> : null}
      <ul className="plain stack">
        {own.map((file) => (
          <li key={file.id}>
            <a href={`/assessment/evidence/${file.id}`} download>
              {file.fileName}
            </a>
            <div className="caption muted">
              {t("items:evidence.of", {
                size: fileSize(file.sizeBytes),
                who: file.uploadedBy,
                when: formatDateTime(file.uploadedAt),
              })}
            </div>
            {canWrite && editable ? (
              <ConfirmButton
                label={t("items:evidence.remove")}
                title={t("items:evidence.remove_title")}
                confirm={t("items:evidence.remove")}
                look="danger"
                size="small"
                accessibleName={t("items:evidence.remove_of", { file: file.fileName })}
                fields={{ intent: "remove", fileId: file.id }}
              >
                {t("items:evidence.remove_effect", { file: file.fileName })}
              </ConfirmButton>
            ) : null}
          </li>
        ))}
      </ul>
      {editable ? null : <p className="caption muted">{t("items:evidence.published")}</p>}
      {canWrite ? (
        <Form
          // Uploaded: the field is empty again, so that the same file is not sent twice.
          key={own.length}
          method="post"
          encType="multipart/form-data"
          className="stack no-print"
          action={withParams(params, { item, year, notice: null, ...(school === undefined ? {} : { school: school?.code ?? null }) })}
        >
          <FileDrop name="file" label={t("items:evidence.choose")} accept={accepted} hint={t("items:evidence.hint")} />
          <div className="row">
            <Button type="submit" size="small" disabled={sending}>
              {t("items:evidence.add")}
            </Button>
            {sending ? <ProgressBar label={t("items:evidence.sending")} value={null} /> : null}
          </div>
        </Form>
      ) : null}
    </InspectorSection>
  );
};
