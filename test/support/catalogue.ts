/** Catalogues as flat lists, for the tests that compare them. */

interface Texts {
  readonly [key: string]: string | Texts;
}

/** `namespace:key.sub` → text. */
export const flatten = (texts: Texts, path = ""): ReadonlyMap<string, string> => {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    const here = path === "" ? key : path.includes(":") ? `${path}.${key}` : `${path}:${key}`;
    if (typeof value === "string") flat.set(here, value);
    else for (const [inner, text] of flatten(value, here)) flat.set(inner, text);
  }
  return flat;
};

/** A key without its plural ending: `total_one` and `total_other` are one text. */
export const withoutPlural = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, "");

/** Names of the blanks of a text, sorted. */
export const blanksOf = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((found) => found[1] ?? ""))].sort();
