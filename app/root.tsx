import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import { I18nProvider } from "react-aria-components";
import { I18nextProvider } from "react-i18next";
import { ErrorPage } from "./features/shell/ErrorPage";
import { translatorFor } from "./i18n/instance";
import { productTitle } from "./i18n/page-title";
import { PageLanguage, PageNonce } from "./page-context";
import base from "./styles/base.css?url";
import components from "./styles/components.css?url";
import print from "./styles/print.css?url";
import shell from "./styles/shell.css?url";
import tokens from "./styles/tokens.css?url";

export const links: LinksFunction = () => [
  ...[tokens, base, components, shell].map((href) => ({ rel: "stylesheet", href })),
  { rel: "stylesheet", href: print, media: "print" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export const meta = productTitle;

export const loader = ({ context }: LoaderFunctionArgs) => ({ locale: context.locale });

/** The language changes only with a new document, see the `/language` action. */
export const shouldRevalidate = () => false;

export const Layout = ({ children }: { readonly children: ReactNode }) => {
  const nonce = useContext(PageNonce);
  const pageLanguage = useContext(PageLanguage);
  const locale = useRouteLoaderData<typeof loader>("root")?.locale ?? pageLanguage;
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {/* React Aria reads it for the one style rule that it adds by script. */}
        <meta property="csp-nonce" nonce={nonce} suppressHydrationWarning />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={translatorFor(locale)}>
          <I18nProvider locale={locale}>{children}</I18nProvider>
        </I18nextProvider>
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
};

export default function App() {
  return <Outlet />;
}

export const ErrorBoundary = () => <ErrorPage />;
