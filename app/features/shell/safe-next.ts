const origin = "http://same-origin.invalid";
// Control characters and backslashes are read as separators by browsers: no path of ours has them.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const unsafe = /[\u0000-\u0020\u007f-\u00a0\\]/;

/** `value` when it is a path of this site, else null. */
export const sameSitePath = (value: unknown): string | null => {
  if (typeof value !== "string" || value.length > 2000 || !value.startsWith("/") || value.startsWith("//") || unsafe.test(value))
    return null;
  if (!URL.canParse(value, origin)) return null;
  const url = new URL(value, origin);
  const path = `${url.pathname}${url.search}`;
  if (url.origin !== origin || path.startsWith("//")) return null;
  return path;
};

/** The path to go to after sign-in: a page of this site that is not about signing in itself, else null. */
export const safePath = (value: unknown): string | null => {
  const path = sameSitePath(value);
  return path === null || /^\/(sign-in|sign-out|language)(\/|\?|$)/.test(path) ? null : path;
};

/** Address of the sign-in page that returns to the page asked for; only pages are returned to, never actions. */
export const signInPath = (request: Request): string => {
  const url = new URL(request.url);
  const path = request.method === "GET" ? safePath(`${url.pathname.replace(/\.data$/, "")}${url.search}`) : null;
  return path === null || path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
};
