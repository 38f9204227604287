import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import css from "~/features/compliance/compliance.css?url";
import { ItemsPage } from "~/features/compliance/ItemsPage";
import { itemsAction } from "~/features/compliance/items-action";
import { itemsPageData } from "~/features/compliance/items-page-data";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("items:page.assurance.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => itemsPageData(context, request, "assurance");

export const action = itemsAction;

export default function AssurancePage() {
  return <ItemsPage page="assurance" data={useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error} />;
}
