import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button } from "~/components/Button";
import { Card, PageBody, PageHead } from "~/components/page";
import { EmptyState } from "~/components/states";
import { TextField } from "~/components/TextField";
import css from "~/features/search/search.css?url";
import { foundFor } from "~/features/search/search-page-data";
import { requireActor } from "~/features/shell/session";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("search:title");
export const links = () => [{ rel: "stylesheet", href: css }];

const longest = 60;

export const loader = async ({ context, request }: LoaderFunctionArgs) => {
  const actor = requireActor(context, request);
  const text = (new URL(request.url).searchParams.get("for") ?? "").normalize("NFKC").trim().slice(0, longest);
  return { text, groups: await foundFor(context, actor, text) };
};

export default function SearchPage() {
  const { t } = useTranslation();
  const { text, groups } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t("search:title")} state={t("search:state")} />
      <PageBody>
        <Form role="search" className="row search-form no-print" key={text}>
          <TextField name="for" type="search" label={t("search:label")} defaultValue={text} maxLength={longest} />
          <Button type="submit" look="primary">
            {t("search:submit")}
          </Button>
        </Form>
        {text === "" ? <EmptyState title={t("search:empty")}>{t("search:empty_note")}</EmptyState> : null}
        {text !== "" && groups.length === 0 ? (
          <EmptyState title={t("search:nothing", { text })}>{t("search:nothing_note")}</EmptyState>
        ) : null}
        {groups.map(({ kind, total, found }) => (
          <Card key={kind} title={t(`search:kind.${kind}`)} note={t("search:count", { count: total, shown: found.length })}>
            <ul className="plain found">
              {found.map(({ name, note, to, judged }) => (
                <li key={to}>
                  <Link to={to}>{name}</Link> <span className="caption muted">{note}</span>
                  {judged === null ? null : (
                    <Link to={judged} aria-label={t("search:judged_of", { name })}>
                      {t("search:judged")}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
          </Card>
        ))}
      </PageBody>
    </>
  );
}
