/** True for the error that Postgres raises when a unique key is taken. */
export const violatesUnique = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "code" in error && error.code === "23505";
