import { type Assumptions, ageBandStarts } from "@server/planning/contract";
import { readNumber } from "~/components/digits";

/** Lists of the assumptions as a planner types them: an entry a line, a school by its code or its name. */

/** Lines of a text cut into words; full-width letters and digits are as good as others. */
export const linesOf = (text: string): string[][] =>
  text
    .normalize("NFKC")
    .split(/[\n;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => line.split(/[\s:,=]+/));

/** What cannot be read becomes NaN, which the schema refuses. */
export const numberOf = (cell: string | undefined): number => readNumber(cell ?? "") ?? Number.NaN;
const shareOf = (cell: string | undefined): number => Number((numberOf(cell?.replace("%", "")) / 100).toFixed(6));
const percentOf = (share: number): number => Number((share * 100).toFixed(4));

type Named = readonly { readonly code: string; readonly name: string }[];

const joined = (words: readonly string[]): string => words.join("");
const wordsOf = (name: string): string => joined(linesOf(name)[0] ?? []);

/** Schools by what a planner calls them. Of a name that two schools have only the codes tell which is meant. */
export const schoolWords = (schools: Named) => {
  const named = new Map<string, string[]>();
  for (const { code, name } of schools) named.set(wordsOf(name), [...(named.get(wordsOf(name)) ?? []), code]);
  const codes = new Set(schools.map(({ code }) => code));
  return {
    /** The code of a school that is called so; the words themselves where none is, or several are; null of no word. */
    codeOf: (words: readonly string[]): string | null => {
      const word = joined(words);
      if (word === "") return null;
      const [code, other] = named.get(word) ?? [];
      return codes.has(word) || code === undefined || other !== undefined ? word : code;
    },
    wordOf: (code: string): string => {
      const name = schools.find((school) => school.code === code)?.name;
      return name === undefined || (named.get(wordsOf(name)) ?? []).length > 1 || codes.has(wordsOf(name)) ? code : name;
    },
  };
};
export type SchoolWords = ReturnType<typeof schoolWords>;

type Lists = Pick<Assumptions, "zoneShares" | "feederShares" | "entrantNumbers" | "progressionRatios" | "netTransfers" | "schoolAges">;

/** How the lists are written and read; what is written reads as the same list. `county` is the word for all schools that are not named. */
export const assumptionLists: {
  readonly [K in keyof Lists]: {
    readonly read: (text: string, words: SchoolWords, county: string) => unknown;
    readonly write: (list: Lists[K], words: SchoolWords, county: string) => string;
  };
} = {
  zoneShares: {
    read: (text, { codeOf }) => linesOf(text).map((line) => ({ schoolCode: codeOf(line.slice(0, -1)), share: shareOf(line.at(-1)) })),
    write: (list, { wordOf }) => list.map(({ schoolCode, share }) => `${wordOf(schoolCode)} ${percentOf(share)}`).join("\n"),
  },
  feederShares: {
    read: (text, { codeOf }) =>
      linesOf(text).map((line) => ({
        fromCode: codeOf(line.slice(0, 1)),
        toCode: codeOf(line.slice(1, -1)),
        share: shareOf(line.at(-1)),
      })),
    write: (list, { wordOf }) =>
      list.map(({ fromCode, toCode, share }) => `${wordsOf(wordOf(fromCode))} ${wordOf(toCode)} ${percentOf(share)}`).join("\n"),
  },
  entrantNumbers: {
    read: (text, { codeOf }) =>
      linesOf(text).map((line) => ({
        schoolCode: codeOf(line.slice(0, -2)),
        year: numberOf(line.at(-2)),
        entrants: numberOf(line.at(-1)),
      })),
    write: (list, { wordOf }) => list.map(({ schoolCode, year, entrants }) => `${wordOf(schoolCode)} ${year} ${entrants}`).join("\n"),
  },
  progressionRatios: {
    read: (text, { codeOf }, county) =>
      linesOf(text).map((line) => {
        const school = line.slice(0, -2);
        return {
          schoolCode: school.length > 0 && joined(school).toLowerCase() === county.toLowerCase() ? "" : codeOf(school),
          grade: numberOf(line.at(-2)),
          ratio: shareOf(line.at(-1)),
        };
      }),
    write: (list, { wordOf }, county) =>
      list
        .map(({ schoolCode, grade, ratio }) => `${schoolCode === "" ? county : wordOf(schoolCode)} ${grade} ${percentOf(ratio)}`)
        .join("\n"),
  },
  netTransfers: {
    read: (text, { codeOf }) =>
      linesOf(text).map((line) => ({
        schoolCode: codeOf(line.slice(0, -3)),
        grade: numberOf(line.at(-3)),
        year: numberOf(line.at(-2)),
        pupils: numberOf(line.at(-1)),
      })),
    write: (list, { wordOf }) =>
      list.map(({ schoolCode, grade, year, pupils }) => `${wordOf(schoolCode)} ${grade} ${year} ${pupils}`).join("\n"),
  },
  schoolAges: {
    read: (text, { codeOf }) =>
      linesOf(text).map((line) => ({
        schoolCode: codeOf(line.slice(0, -1 - ageBandStarts.length)),
        teachers: line.slice(-1 - ageBandStarts.length, -1).map(numberOf),
        womenShare: shareOf(line.at(-1)),
      })),
    write: (list, { wordOf }) =>
      list.map(({ schoolCode, teachers, womenShare }) => `${wordOf(schoolCode)} ${teachers.join(" ")} ${percentOf(womenShare)}`).join("\n"),
  },
};
