const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A request as it was asked while searches ended by the clock: its seconds are the effort that comes to about as many. */
export const effortOfSeconds = (request: unknown): unknown => {
  if (!isRecord(request) || !("seconds" in request) || "effort" in request) return request;
  const { seconds, ...others } = request;
  return { ...others, effort: seconds };
};
