import type { LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import css from "~/features/compliance/compliance.css?url";
import { ItemsPage } from "~/features/compliance/ItemsPage";
import { itemsAction } from "~/features/compliance/items-action";
import { itemsPageData } from "~/features/compliance/items-page-data";
import { pageTitle } from "~/i18n/page-title";

export const meta = pageTitle("items:page.quality.title");
export const links = () => [{ rel: "stylesheet", href: css }];

export const loader = ({ context, request }: LoaderFunctionArgs) => itemsPageData(context, request, "quality");

export const action = itemsAction;

export default function QualityPage() {
  return <ItemsPage page="quality" data={useLoaderData<typeof loader>()} error={useActionData<typeof action>()?.error} />;
}
