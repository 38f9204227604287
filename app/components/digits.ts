/** Reading figures as people type them: full-width digits, full-width points and signs, spaces between groups. */

/** Full-width forms of the digits, point, minus, plus and per cent sign → their ASCII forms. */
export const normaliseDigits = (text: string): string =>
  text
    .replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\uff0e\u3002]/g, ".")
    .replace(/[\uff0d\u2212\u2013]/g, "-")
    .replace(/\uff0b/g, "+")
    .replace(/\uff05/g, "%")
    .replace(/[\s,\uff0c\u2009\u202f]/g, "");

/** The number a person typed, null when the field is empty, undefined when it is no number. */
export const readNumber = (text: string): number | null | undefined => {
  const plain = normaliseDigits(text);
  if (plain === "") return null;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
};
