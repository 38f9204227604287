import type { School, SchoolSource } from "./contract";
import { cellAddress } from "./workbook/layout";

const pathsOf = (value: unknown, path: string): readonly string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, member]) => pathsOf(member, path === "" ? key : `${path}.${key}`))
    : [path];

/** Dotted path → workbook cell for each figure of a school; paths without a cell are absent. */
export const cellsOfSchool = (school: School, source: SchoolSource): Readonly<Record<string, string>> =>
  Object.fromEntries(
    pathsOf(school, "").flatMap((path) => {
      const cell = cellAddress(source, path);
      return cell === null ? [] : [[path, cell]];
    }),
  );
