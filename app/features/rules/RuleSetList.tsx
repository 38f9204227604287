import { Form, Link } from "@remix-run/react";
import type { RuleChoice, RuleSetHead } from "@server/compliance/layers-contract";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { formatDateTime } from "~/components/format";
import { Card } from "~/components/page";
import { TextField } from "~/components/TextField";
import { Tag } from "~/components/VerdictChip";
import { useCan, useSession } from "~/features/shell/use-session";

/** Rule sets and what each is used for. */
export const RuleSetList = ({ ruleSets, choice }: { readonly ruleSets: readonly RuleSetHead[]; readonly choice: RuleChoice | null }) => {
  const { t } = useTranslation();
  const { locale } = useSession();
  const titleOf = (id: string): string => ruleSets.find((one) => one.id === id)?.title[locale] ?? id;
  const use = ({ family, chosen }: RuleSetHead): string =>
    family === "basic" ? t("regulation:list.always") : chosen ? t("regulation:list.chosen") : t("regulation:list.other");
  return (
    <Card
      title={t("regulation:title")}
      note={
        choice === null
          ? t("regulation:list.by_default")
          : t("regulation:list.by", {
              set: titleOf(choice.ruleSetId),
              who: choice.chosenBy,
              when: formatDateTime(choice.chosenAt),
              note: choice.note,
            })
      }
      flush
    >
      <div className="table-box" tabIndex={0} role="region" aria-label={t("regulation:title")}>
        <table className="table">
          <caption className="visually-hidden">{t("regulation:title")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("regulation:list.set")}</th>
              <th scope="col">{t("regulation:list.version")}</th>
              <th scope="col">{t("regulation:list.use")}</th>
            </tr>
          </thead>
          <tbody>
            {ruleSets.map((one) => (
              <tr key={one.id}>
                <th scope="row" className="items__name">
                  <Link to={`/rules/${one.id}`}>{one.title[locale]}</Link>
                </th>
                <td>{one.version}</td>
                <td>{one.chosen ? <Tag tone="accent">{use(one)}</Tag> : use(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
};

/** 改变采用的规则集, for a province's administrator: which set, on what ground. */
export const RuleChoiceForm = ({ ruleSets, error }: { readonly ruleSets: readonly RuleSetHead[]; readonly error: string | null }) => {
  const { t } = useTranslation();
  const { locale, actor } = useSession();
  const others = ruleSets.filter(({ family, chosen }) => family === "quality" && !chosen);
  const canChoose = useCan("rules.manage") && actor.orgKind === "province" && others.length > 0;
  if (!canChoose) return null;
  return (
    <Card title={t("regulation:list.choice_title")} note={t("regulation:list.choose_effect")}>
      <Form method="post" className="stack" noValidate>
        <Select
          name="ruleSetId"
          label={t("regulation:list.choice_set")}
          options={others.map(({ id, title }) => ({ value: id, label: title[locale] }))}
        />
        <TextField name="note" label={t("regulation:list.choice_note")} maxLength={500} error={error} required />
        <div className="row">
          <Button type="submit" look="primary">
            {t("regulation:list.choose")}
          </Button>
        </div>
      </Form>
    </Card>
  );
};
