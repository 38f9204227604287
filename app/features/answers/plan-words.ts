import type { PlanWords } from "@server/planning/contract";
import type { TFunction } from "i18next";
import { writtenParams } from "~/features/planning/outline-text";

/** The share rotated comes as plain from and to; named as shares they are written in percent. */
const named = ({ key, params }: PlanWords): PlanWords["params"] =>
  key === "moreRotation" ? Object.fromEntries(Object.entries(params).map(([name, value]) => [`${name}Share`, value])) : params;

/** The kind of a special room comes as its option. */
const withRoom = (t: TFunction, params: Record<string, string>): Record<string, string> =>
  params["room"] === undefined ? params : { ...params, room: t(`answers:plan_words.room.${params["room"]}`) };

/** What a cheapest plan says of itself, as a sentence. */
export const planWordsText = (t: TFunction, words: PlanWords, schoolName: (code: string) => string): string =>
  t(`answers:plan_words.${words.key}`, withRoom(t, writtenParams(t, named(words), schoolName)));
