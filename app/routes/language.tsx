import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { readForm } from "~/features/shell/respond";
import { sameSitePath } from "~/features/shell/safe-next";
import { isLocale, localeCookieName } from "~/i18n/locales";

const year = 365 * 24 * 60 * 60;

export const loader = () => redirect("/");

/** Keeps the chosen language in a cookie and shows the same page again. */
export const action = async ({ request }: ActionFunctionArgs) => {
  const { locale, next } = await readForm(request);
  const to = sameSitePath(next) ?? "/";
  if (!isLocale(locale)) return redirect(to);
  const secure = new URL(request.url).protocol === "https:" ? "; Secure" : "";
  return redirect(to, {
    headers: { "Set-Cookie": `${localeCookieName}=${locale}; Path=/; Max-Age=${year}; HttpOnly; SameSite=Lax${secure}` },
  });
};
