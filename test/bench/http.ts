/** A signed-in visitor of a running product. */
export interface Visitor {
  /** Fetches a page to its last byte; throws on any status but 200. */
  readonly page: (path: string) => Promise<string>;
}

/** Signs in by the form, as a browser would. */
export const signIn = async (origin: string, email: string, password: string): Promise<Visitor> => {
  const answer = await fetch(new URL("/sign-in", origin), {
    method: "POST",
    redirect: "manual",
    headers: { Origin: new URL(origin).origin, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .map((header) => header.split(";")[0])
    .join("; ");
  if (answer.status !== 302 || cookie === "") throw new Error(`sign-in as ${email} was answered with ${answer.status}`);
  return {
    page: async (path) => {
      const response = await fetch(new URL(path, origin), { redirect: "manual", headers: { Cookie: cookie } });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${path} was answered with ${response.status}`);
      return text;
    },
  };
};
