import { Form, useSearchParams } from "@remix-run/react";
import type { Finding } from "@server/review/findings-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatDateTime } from "~/components/format";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { ErrorNotice, type ShownError, useFieldError } from "~/components/Notice";
import { TextField } from "~/components/TextField";
import { withParams } from "~/components/url";
import { useSession } from "~/features/shell/use-session";
import { itemText } from "./item-text";

/** One line of the ledger: what, where, by when, what has been done, and what the reader may do next. */
export const FindingPanel = ({
  finding,
  files,
  error,
}: {
  readonly finding: Finding;
  readonly files: readonly { readonly id: string; readonly name: string }[];
  readonly error: ShownError | null | undefined;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { actor } = useSession();
  const fieldError = useFieldError(error);
  const { may } = finding;
  return (
    <Inspector title={finding.title} closeTo={withParams(params, { finding: null })} returnTo={`finding-${finding.id}`}>
      <InspectorSection title={t("review:finding.what")}>
        <p>{[itemText(t, finding.item), finding.clause, finding.school?.name].filter(Boolean).join(" · ")}</p>
        <p>{finding.measure}</p>
        <p className="muted">
          {finding.responsibleUnit} {finding.deadline} {t(`review:finding.states.${finding.state}`)}
        </p>
      </InspectorSection>
      {may.length === 0 ? null : (
        <InspectorSection title={t("review:act.title")}>
          <Form method="post" className="stack">
            <ErrorNotice error={error} />
            <input type="hidden" name="finding" value={finding.id} />
            <TextField name="note" label={t("review:finding.note")} error={fieldError("note")} rows={2} maxLength={1000} />
            {may.includes("report") && files.length > 0 ? (
              <Select
                name="evidence"
                label={t("review:finding.evidence")}
                defaultValue=""
                options={[
                  { value: "", label: t("review:finding.no_evidence") },
                  ...files.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            ) : null}
            <div className="row">
              {may.map((move) => (
                <Button key={move} type="submit" name="intent" value={move}>
                  {t(`review:finding.moves.${move}`)}
                </Button>
              ))}
            </div>
          </Form>
        </InspectorSection>
      )}
      <InspectorSection title={t("review:log.title")}>
        <ol className="stack">
          {finding.steps.map((step) => (
            <li key={step.seq}>
              <strong>{t(`review:finding.states.${step.state}`)}</strong>{" "}
              <span className="muted">
                {formatDateTime(step.at)} {t(`review:level.${step.level}`)} {step.by}
              </span>
              {step.note === "" ? null : <div>{step.note}</div>}
              {step.evidence === null ? null : actor.orgKind === "county" ? (
                <a href={`/assessment/evidence/${step.evidence.id}`}>{step.evidence.name}</a>
              ) : (
                <div>{step.evidence.name}</div>
              )}
            </li>
          ))}
        </ol>
      </InspectorSection>
    </Inspector>
  );
};
