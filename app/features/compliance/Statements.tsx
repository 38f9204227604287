import { Form } from "@remix-run/react";
import type { Declaration, DeclarationVersion } from "@server/compliance/declarations-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { Select } from "~/components/choices";
import { formatDateTime } from "~/components/format";
import { InspectorSection } from "~/components/Inspector";
import { TextField } from "~/components/TextField";
import { useCan } from "~/features/shell/use-session";

/** What is declared: one statement of an item, or a veto. `values`: catalogue group of the answers. */
export interface Statement {
  readonly id: string;
  readonly title: string;
  readonly values: "statement" | "veto";
  /** What the judgement goes by; while nobody has attested anything that is what was imported. Null: nothing. */
  readonly imported: boolean | null;
}

/** 申明与署名: each statement with its answer, who prepared and who attested it; forms for those who may. */
export const Statements = ({
  statements,
  declarations,
  year,
}: {
  readonly statements: readonly Statement[];
  readonly declarations: readonly Declaration[];
  readonly year: number;
}) => {
  const { t } = useTranslation();
  if (statements.length === 0) return null;
  return (
    <InspectorSection title={t("items:statements.title")}>
      <div className="stack">
        {statements.map((statement) => (
          <One
            key={statement.id}
            statement={statement}
            year={year}
            declaration={declarations.find(({ item }) => item === statement.id) ?? null}
          />
        ))}
      </div>
    </InspectorSection>
  );
};

const answerOf = (value: boolean | null): "yes" | "no" | "withdrawn" => (value === null ? "withdrawn" : value ? "yes" : "no");

const Version = ({ version, statement }: { readonly version: DeclarationVersion; readonly statement: Statement }) => {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t(`items:statements.${statement.values}.${answerOf(version.value)}`)}</strong>
      {version.note === "" ? null : <span> · {version.note}</span>}
      <div className="caption muted">
        {t("items:statements.prepared", { who: version.preparedBy, when: formatDateTime(version.preparedAt) })}
        {version.attestedBy === null ? null : (
          <> · {t("items:statements.attested", { who: version.attestedBy, when: formatDateTime(version.attestedAt) })}</>
        )}
      </div>
    </>
  );
};

const One = ({
  statement,
  declaration,
  year,
}: {
  readonly statement: Statement;
  readonly declaration: Declaration | null;
  readonly year: number;
}) => {
  const { t } = useTranslation();
  const canPrepare = useCan("declaration.write");
  const canAttest = useCan("declaration.attest");
  const newest = declaration?.newest ?? null;
  const waiting = newest !== null && newest.attestedAt === null;
  const inForce = declaration?.inForce ?? null;
  return (
    <div className="statement">
      <p>{statement.title}</p>
      {inForce === null ? (
        <p className={statement.imported === null ? "muted" : "tone-near"}>
          {statement.imported === null
            ? t("items:statements.none")
            : t("items:statements.imported", { answer: t(`items:statements.${statement.values}.${answerOf(statement.imported)}`) })}
        </p>
      ) : (
        <div>
          <Version version={inForce} statement={statement} />
        </div>
      )}
      {waiting ? (
        <div className="statement__waiting">
          <span className="caption">{t("items:statements.waiting")}</span>
          <div>
            <Version version={newest} statement={statement} />
          </div>
          {canAttest ? (
            <ConfirmButton
              label={t("items:statements.attest")}
              title={t("items:statements.attest_title")}
              confirm={t("items:statements.attest")}
              look="primary"
              size="small"
              accessibleName={t("items:statements.attest_of", { statement: statement.title })}
              fields={{ intent: "attest", statement: statement.id, year, version: newest.version }}
            >
              {t("items:statements.attest_effect", { statement: statement.title })}
            </ConfirmButton>
          ) : null}
        </div>
      ) : null}
      {canPrepare ? (
        <details>
          <summary>{t("items:statements.change")}</summary>
          <Form method="post" className="stack">
            <input type="hidden" name="intent" value="prepare" />
            <input type="hidden" name="statement" value={statement.id} />
            <input type="hidden" name="year" value={year} />
            <Select
              name="value"
              label={t("items:statements.answer")}
              defaultValue={answerOf(newest?.value ?? null)}
              options={(["yes", "no", "withdrawn"] as const).map((value) => ({
                value,
                label: t(`items:statements.${statement.values}.${value}`),
              }))}
            />
            <TextField name="note" label={t("items:statements.note")} maxLength={1000} rows={2} defaultValue={newest?.note ?? ""} />
            <Button type="submit" size="small">
              {t("items:statements.prepare")}
            </Button>
          </Form>
        </details>
      ) : null}
      {declaration !== null && declaration.history.length > 1 ? (
        <details>
          <summary>{t("items:statements.history", { count: declaration.history.length })}</summary>
          <ol className="plain stack">
            {declaration.history.map((version) => (
              <li key={version.version}>
                <Version version={version} statement={statement} />
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  );
};
