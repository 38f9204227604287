import type { Suggestion, Suggestions } from "@server/planning/contract";

/** More music or art rooms than this at one school are no longer what G3 asks of a school that lacks them. */
const mostSpecialRooms = 2;

/**
 * Music and art rooms count as teaching area and may be the cheapest area there is, yet thirty of them at one school are no
 * plan: they are offered for lacking rooms, not for lacking area.
 */
const isForArea = ({ levers }: Suggestion): boolean =>
  levers.some((lever) => lever.type === "build_special_rooms" && lever.rooms > mostSpecialRooms);

const short = ({ failing, itemsNotMet }: Suggestions["before"]): number => failing + itemsNotMet;

/** What a bureau can be offered: it could build it, and no more fails afterwards than before. All that there is where nothing of it is so. */
export const offered = ({ suggestions, before }: Pick<Suggestions, "suggestions" | "before">): readonly Suggestion[] => {
  const sound = suggestions.filter((one) => !isForArea(one) && short(one.after) <= short(before));
  return sound.length > 0 ? sound : suggestions;
};
