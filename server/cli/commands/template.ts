import { writeFile } from "node:fs/promises";
import { fiscalYearOf } from "@server/kernel/years";
import { writeCountyWorkbook } from "@server/statistics";
import { countySchema } from "@server/statistics/contract";
import { fileComplaint } from "../dataset-file";
import { complaint, done, type Outcome, unusable } from "../outcome";

/** `template OUT.xlsx`: an empty county workbook. */
export const template = async (
  out: string,
  options: { readonly countyCode: string; readonly countyName: string; readonly year: string },
): Promise<Outcome> => {
  const year = Number(options.year);
  const head = countySchema.safeParse({
    code: options.countyCode,
    name: options.countyName,
    statisticsYear: year,
    fiscalYear: fiscalYearOf(year),
    births: [],
  });
  if (!head.success) return unusable(head.error.issues.map((issue) => complaint(issue.path.join("."), issue.message)));
  const { code, name, statisticsYear, fiscalYear } = head.data;
  const bytes = await writeCountyWorkbook({ code, name, statisticsYear, fiscalYear });
  try {
    await writeFile(out, bytes, { flag: "wx" });
  } catch (error) {
    return unusable([fileComplaint(out, error, "commands.unwritable")]);
  }
  return done(`${out}\n`);
};
