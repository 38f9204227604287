import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Select } from "~/components/choices";
import { Inspector, InspectorSection } from "~/components/Inspector";
import { withParams } from "~/components/url";
import { Evidence } from "./Evidence";
import { useEvidenceTitle } from "./EvidenceTable";
import type { EvidencePageData, EvidenceRow } from "./evidence-page-data";
import { itemPages } from "./items";

const pages: Readonly<Record<EvidenceRow["group"], string>> = {
  resource: "/assessment/schools",
  assurance: itemPages.assurance.path,
  quality: itemPages.quality.path,
  recognition: itemPages.recognition.path,
  veto: "/assessment/vetoes",
  eligibility: "/assessment/vetoes",
};

/** The files of one item: those of the county, or those of a chosen school. */
export const EvidencePanel = ({ data, open }: { readonly data: EvidencePageData; readonly open: string }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const titleOf = useEvidenceTitle();
  const row = data.rows.find(({ id }) => id === open);
  if (row === undefined) return null;
  const school = data.schools.find(({ code }) => code === params.get("school")) ?? null;
  const counts = new Map<string, number>();
  for (const { item, schoolCode } of data.files)
    if (item === open && schoolCode !== null) counts.set(schoolCode, (counts.get(schoolCode) ?? 0) + 1);
  return (
    <Inspector
      title={`${row.id} ${titleOf(row)}`}
      closeTo={withParams(params, { item: null, school: null, notice: null })}
      returnTo={`item-${open}`}
    >
      <InspectorSection>
        <Link to={row.group === "resource" ? pages.resource : `${pages[row.group]}?item=${row.id}`}>{t("evidence:open")}</Link>
      </InspectorSection>
      <InspectorSection>
        <Form method="get" className="row" preventScrollReset>
          {[...params].flatMap(([name, value]) =>
            name === "school" || name === "notice" ? [] : [<input key={name} type="hidden" name={name} value={value} />],
          )}
          <Select
            name="school"
            label={t("evidence:whose")}
            inline
            defaultValue={school?.code ?? ""}
            options={[
              { value: "", label: t("evidence:county") },
              ...data.schools.map(({ code, name }) => {
                const count = counts.get(code) ?? 0;
                return { value: code, label: count === 0 ? name : `${name} (${count})` };
              }),
            ]}
          />
          <Button type="submit" size="small">
            {t("evidence:choose")}
          </Button>
        </Form>
      </InspectorSection>
      <Evidence
        key={school?.code ?? ""}
        item={open}
        files={data.files}
        editable={data.editable}
        year={data.dataset.statisticsYear}
        school={school}
      />
    </Inspector>
  );
};
