import { Measures } from "~/features/advice/Measures";
import { yearsAhead } from "~/features/advice/years-ahead";

const most = 5;
const target = { kind: "county" } as const;

/** 下一步 by price: what the county should do next. */
export const Advice = ({ datasetId, statisticsYear }: { readonly datasetId: string; readonly statisticsYear: number }) => (
  <Measures question={{ datasetId, year: statisticsYear + yearsAhead, target }} most={most} />
);
