/** What our own server answers, as text; null where it refuses, fails, or is not heard to the end. */
export const askText = async (address: string, signal: AbortSignal | null = null): Promise<string | null> => {
  try {
    const response = await fetch(address, { headers: { accept: "application/json" }, signal });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
};

/** The same, read as JSON; what it then is, the route says that answers. */
export const askJson = async <T>(address: string): Promise<T | null> => {
  const text = await askText(address);
  try {
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
};
