import type { TenantTx } from "@db/tenant";
import { contentHash } from "@server/platform/hash";
import type { CountyDataset } from "@server/statistics/contract";
import { declarationItems } from "@server/statistics/facts-contract";
import { attestedValues } from "./declarations-repository";

/** What was attested beside the data of a year, and the hash by which judgements know it (empty: nothing). */
export interface Attested {
  readonly values: Readonly<Record<string, boolean | null>>;
  readonly hash: string;
}

/** Attested values with their hash. */
export const attestedWith = (values: Attested["values"]): Attested => ({
  values,
  hash: Object.keys(values).length === 0 ? "" : contentHash(values),
});

/** Reads what is attested for a year. */
export const attestedOf = async (tx: TenantTx, statisticsYear: number): Promise<Attested> =>
  attestedWith(await attestedValues(tx, statisticsYear));

const items: readonly string[] = declarationItems;

/** The dataset as attested: an attested value stands before the imported one; one taken back is undeclared. */
export const withAttested = (dataset: CountyDataset, { values }: Attested): CountyDataset => {
  const part = (own: Readonly<Record<string, boolean | undefined>>, belongs: (item: string) => boolean): Record<string, boolean> => {
    const merged: Record<string, boolean | null | undefined> = {
      ...own,
      ...Object.fromEntries(Object.entries(values).filter(([item]) => belongs(item))),
    };
    return Object.fromEntries(Object.entries(merged).flatMap(([item, value]) => (typeof value === "boolean" ? [[item, value]] : [])));
  };
  const isItem = (item: string): boolean => items.includes(item);
  const { county } = dataset;
  return {
    ...dataset,
    county: {
      ...county,
      declarations: part(county.declarations, isItem),
      vetoes: part(county.vetoes, (item) => !isItem(item)),
    },
  };
};
