import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, type ShouldRevalidateFunctionArgs, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { PageBody } from "~/components/page";
import { ErrorPage, ErrorState } from "~/features/shell/ErrorPage";
import { Shell } from "~/features/shell/Shell";
import { requireSession } from "~/features/shell/session";
import { shellData } from "~/features/shell/shell-data";
import { staysInWorkspace } from "~/features/workspace/views";

export const loader = ({ context, request }: LoaderFunctionArgs) => shellData(context, requireSession(context, request));

/** The frame shows nothing of the workspace: a step within it asks the server for nothing. */
export const shouldRevalidate = (args: ShouldRevalidateFunctionArgs) => !staysInWorkspace(args) && args.defaultShouldRevalidate;

export default function Frame() {
  return (
    <Shell data={useLoaderData<typeof loader>()}>
      <Outlet />
    </Shell>
  );
}

/** Errors of a page stay inside the frame; errors of the frame itself take the whole document. */
export const ErrorBoundary = () => {
  const data = useRouteLoaderData<typeof loader>("routes/_app");
  if (!data) return <ErrorPage />;
  return (
    <Shell data={data}>
      <PageBody>
        <ErrorState />
      </PageBody>
    </Shell>
  );
};
