import type { Suggestion, Suggestions } from "@server/planning/contract";

const short = ({ failing, itemsNotMet }: Suggestions["before"]): number => failing + itemsNotMet;

/** What a bureau can be offered: no more fails afterwards than before. All that there is where nothing of it is so. */
export const offered = ({ suggestions, before }: Pick<Suggestions, "suggestions" | "before">): readonly Suggestion[] => {
  const sound = suggestions.filter(({ after }) => short(after) <= short(before));
  return sound.length > 0 ? sound : suggestions;
};
