import { Form, Link, useSearchParams } from "@remix-run/react";
import {
  type Lever,
  leverTypes,
  type PlanningDefaults,
  type Projection,
  type ScenarioDocument,
  type ScenarioSchool,
} from "@server/planning/contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { ConfirmButton } from "~/components/ConfirmButton";
import { Select } from "~/components/choices";
import { Icon } from "~/components/Icon";
import { later } from "~/components/later";
import type { ShownError } from "~/components/Notice";
import { Card } from "~/components/page";
import { withParams } from "~/components/url";
import { useCan } from "~/features/shell/use-session";
import { leverTitle, useSchoolName } from "./lever-text";

const LeverForm = await later("LeverForm", async () => (await import("./LeverForm")).LeverForm);

/** 措施: the list of levers, each with its switch and its form, and the form that adds one. */
export const Levers = ({
  document,
  version,
  baseYear,
  schools,
  outlines,
  sources,
  error,
}: {
  readonly document: ScenarioDocument;
  readonly version: number;
  readonly baseYear: number;
  readonly schools: readonly ScenarioSchool[];
  /** The levers in words. */
  readonly outlines: Projection["levers"];
  readonly sources: PlanningDefaults["leverSources"];
  readonly error: ShownError | null;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const may = useCan("scenario.write");
  const opened = params.get("lever");
  return (
    <Card title={t("planning:levers.title")} note={t("planning:levers.count", { count: document.levers.length })}>
      <ul className="plain levers">
        {document.levers.map((lever, index) => (
          <li key={lever.id} className={lever.enabled ? "lever" : "lever lever--off"}>
            <LeverHead lever={lever} version={version} schools={schools} outlines={outlines} opened={opened === lever.id} may={may} />
            {opened === lever.id && may ? (
              <LeverForm
                key={version}
                lever={lever}
                index={index}
                version={version}
                baseYear={baseYear}
                schools={schools}
                sources={sources[lever.type]}
                error={error}
              />
            ) : null}
          </li>
        ))}
        {document.levers.length === 0 ? <li className="muted">{t("planning:levers.none")}</li> : null}
      </ul>
      {may ? <AddLever version={version} schools={schools} /> : null}
    </Card>
  );
};

const LeverHead = ({
  lever,
  version,
  schools,
  outlines,
  opened,
  may,
}: {
  readonly lever: Lever;
  readonly version: number;
  readonly schools: readonly ScenarioSchool[];
  readonly outlines: Projection["levers"];
  readonly opened: boolean;
  readonly may: boolean;
}) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const schoolName = useSchoolName(schools);
  const { title, detail } = leverTitle(t, lever, outlines, schoolName);
  const name = `${title} ${detail}`;
  return (
    <div className="lever__head">
      {may ? (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="intent" value="toggle-lever" />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="lever" value={lever.id} />
          <button
            type="submit"
            className="lever__toggle"
            role="switch"
            aria-checked={lever.enabled}
            aria-label={t("planning:levers.use", { name })}
          >
            <span className="switch__track" aria-hidden="true" />
          </button>
        </Form>
      ) : null}
      <div className="lever__text">
        <strong>{title}</strong>
        <div className="caption muted">{detail}</div>
      </div>
      {may ? (
        <>
          <Link
            to={withParams(params, { lever: opened ? null : lever.id })}
            preventScrollReset
            aria-expanded={opened}
            aria-label={t(opened ? "planning:levers.close_of" : "planning:levers.edit_of", { name })}
          >
            {t(opened ? "planning:levers.close" : "planning:levers.edit")}
          </Link>
          <ConfirmButton
            label={t("planning:levers.remove")}
            accessibleName={t("planning:levers.remove_of", { name })}
            title={t("planning:levers.remove_of", { name })}
            confirm={t("planning:levers.remove")}
            fields={{ intent: "remove-lever", version, lever: lever.id }}
            look="quiet"
            size="small"
          >
            {t("planning:levers.remove_effect")}
          </ConfirmButton>
        </>
      ) : null}
    </div>
  );
};

const AddLever = ({ version, schools }: { readonly version: number; readonly schools: readonly ScenarioSchool[] }) => {
  const { t } = useTranslation();
  return (
    <Form method="post" className="row lever__add" aria-label={t("planning:levers.add")}>
      <input type="hidden" name="intent" value="add-lever" />
      <input type="hidden" name="version" value={version} />
      <Select
        name="type"
        label={t("planning:levers.type")}
        options={leverTypes.map((type) => ({ value: type, label: t(`planning:lever.${type}`) }))}
      />
      <Select
        name="schoolCode"
        label={t("planning:levers.school")}
        options={[{ value: "", label: t("planning:levers.by_rule") }, ...schools.map(({ code, name }) => ({ value: code, label: name }))]}
      />
      <Button type="submit">
        <Icon name="plus" size={14} /> {t("planning:levers.add")}
      </Button>
    </Form>
  );
};
