/** Name and attributes of the session cookie for one public origin. */
export interface SessionCookie {
  readonly name: string;
  readonly set: (token: string, expiresAt: Date) => string;
  readonly clear: () => string;
}

/**
 * On https the `__Host-` prefix ties the cookie to this very host and path and to encryption; browsers
 * refuse such a cookie on plain http, so the demo on this machine uses another name.
 */
export const sessionCookieFor = (publicOrigin: string): SessionCookie => {
  const secure = publicOrigin.startsWith("https:");
  const name = secure ? "__Host-hengce" : "hengce";
  const attributes = `Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return {
    name,
    set: (token, expiresAt) => `${name}=${token}; ${attributes}; Expires=${expiresAt.toUTCString()}`,
    clear: () => `${name}=; ${attributes}; Max-Age=0`,
  };
};

/** Value of one cookie of a Cookie header; the first wins, null when absent. */
export const readCookie = (header: string | undefined, name: string): string | null => {
  for (const pair of header?.split(";") ?? []) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
};
