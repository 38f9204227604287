import type { VetoResult } from "@server/compliance/items-contract";
import { cellAt } from "../cells";
import { further, type ItemContext } from "./context";

/** 一票否决事项: declared by the county, id by id. */

/** Figures that ask for a second look at V4 (有编不补、长期聘用编外教师); those that no school reports are left out. */
const postHints = (context: ItemContext): Readonly<Record<string, number>> => {
  const { further: columns } = context.columns;
  const sum = (of: (row: number) => number): number | null => {
    const known = context.ordinary.map(of).filter((value) => !Number.isNaN(value));
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const vacantPosts = sum((row) => Math.max(0, cellAt(columns["staff.posts"], row) - cellAt(columns["staff.postsFilled"], row)));
  const outsidePosts = sum((row) => further(context, "staff.outsidePosts", row));
  return { ...(vacantPosts === null ? {} : { vacantPosts }), ...(outsidePosts === null ? {} : { outsidePosts }) };
};

type Veto = Pick<VetoResult, "id" | "title" | "state">;

/** Every veto of the rules and of their layers, as the county declares it. */
export const vetoStates = ({ rules, columns }: ItemContext): readonly Veto[] => {
  const declared = columns.countyFacts.vetoes;
  const listed = [...rules.values.vetoes.map((id) => ({ id, title: null })), ...rules.extraVetoes];
  return listed.map(({ id, title }): Veto => {
    const occurred = declared[id];
    return { id, title, state: occurred === undefined ? "undeclared" : occurred ? "occurred" : "clear" };
  });
};

/** The same with what asks for a second look. */
export const judgeVetoes = (context: ItemContext): readonly VetoResult[] =>
  vetoStates(context).map((veto): VetoResult => ({ ...veto, hints: veto.id === "V4" ? postHints(context) : {} }));
