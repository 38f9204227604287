import { Form, Link, useSearchParams } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Checkbox } from "~/components/choices";
import { withParams } from "~/components/url";
import { useKeptFocus } from "~/components/use-kept-focus";
import { type CompareQuery, keptOf } from "./compare-query";
import type { Comparison } from "./load-comparison";

/** Which counties stand side by side: boxes in a form that needs no script. None chosen means all. */
export const ChooseCounties = ({ query, counties }: { readonly query: CompareQuery; readonly counties: Comparison["counties"] }) => {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const keptFocus = useKeptFocus();
  return (
    <details className="choose no-print">
      <summary>
        {query.only.length === 0 ? t("comparing:choose.title") : t("comparing:choose.chosen", { count: query.only.length })}
      </summary>
      <Form key={params.toString()} {...keptFocus} method="get" className="choose__form">
        {Object.entries(keptOf(query, ["only"])).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <fieldset className="choose__boxes">
          <legend className="visually-hidden">{t("comparing:choose.title")}</legend>
          {counties.map(({ code, name, published }) => (
            <Checkbox
              key={code}
              name="only"
              value={code}
              defaultChecked={query.only.includes(code)}
              label={published ? name : t("comparing:choose.unpublished", { county: name })}
            />
          ))}
        </fieldset>
        <div className="row">
          <Button type="submit">{t("comparing:choose.show")}</Button>
          {query.only.length === 0 ? null : <Link to={withParams(params, { only: null })}>{t("comparing:choose.all")}</Link>}
        </div>
      </Form>
    </details>
  );
};
