import type { FieldIssue } from "@server/kernel/errors";
import { newPasswordSchema } from "./contract";
import { accountIssues } from "./issues";

/** Stems of the passwords that guessers try first; twelve letters made of nothing but these are no password. */
const commonStems = [
  "administrator",
  "abcdefghijklmnopqrstuvwxyz",
  "zyxwvutsrqponmlkjihgfedcba",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujm",
  "01234567890123456789",
  "98765432109876543210",
  "changeme",
  "iloveyou",
  "letmein",
  "password",
  "passw0rd",
  "p@ssword",
  "p@ssw0rd",
  "welcome",
  "woaini",
  "mima",
  "jiaoyu",
  "jiaoyuju",
  "education",
  "hengce",
  "qwerty",
  "asdf",
  "zxcv",
  "admin",
  "test",
  "user",
  "root",
  "abc",
  "5201314",
  "520",
  "1314",
  "888",
  "666",
] as const;

const fewestCharacters = 5;
const fewestOwnLetters = 5;

const isRunOf = (stem: string, text: string): boolean => text.length >= 4 && stem.includes(text);

/** What is left of a password when years, digits at the end, punctuation and common stems are taken away. */
const ownPart = (password: string, names: readonly string[]): string => {
  let rest = password.toLowerCase().normalize("NFKC");
  for (const word of [...names, ...commonStems].sort((a, b) => b.length - a.length)) rest = rest.split(word).join("");
  return rest.replace(/(19|20)\d\d/g, "").replace(/[\d\s!@#$%^&*()_+\-=.,;:?~]+/g, "");
};

const isCommon = (password: string, email: string): boolean => {
  const lower = password.toLowerCase();
  if (new Set(lower).size < fewestCharacters) return true;
  if (commonStems.some((stem) => isRunOf(stem, lower))) return true;
  const names = email.split(/[@.+_-]/).filter((part) => part.length >= 4);
  // A long row of random digits is a fine password; one that starts or ends a common word is not.
  return /[a-z]/.test(lower) && commonStems.some((stem) => lower.includes(stem)) && ownPart(lower, names).length < fewestOwnLetters
    ? true
    : names.some((name) => lower.includes(name)) && ownPart(lower, names).length < fewestOwnLetters;
};

/**
 * Why a new password is refused, or null. Twelve characters or more, anything goes in them, except the ones
 * that guessers try first. No rule about kinds of characters and no expiry: both make passwords weaker.
 */
export const passwordIssue = (password: string, email: string, path: string): FieldIssue | null => {
  if (!newPasswordSchema.safeParse(password).success)
    return { path, message: accountIssues.passwordTooShort, params: { least: 12, most: 128 } };
  return isCommon(password, email) ? { path, message: accountIssues.passwordTooCommon } : null;
};
