import type { DeclarationItem } from "@server/statistics/facts-contract";
import { allChecks, type Check, isMet, isNotMet, isOpen, stated } from "./check";
import { type Finding, finding, type ItemContext, missingStatements } from "./context";

/** Statements that no figure proves (申明), all of which must be made and fulfilled. */
export const statements = (context: ItemContext, items: readonly DeclarationItem[]): readonly Check[] =>
  items.map((item) => stated(context.columns.countyFacts.declarations[item]));

/** An item that rests on statements alone (佐证类), or on statements and further demands. */
export const declaredItem = (context: ItemContext, items: readonly DeclarationItem[], further: readonly Check[] = []): Finding => {
  const checks = statements(context, items);
  return finding(allChecks([...checks, ...further]), () => ({
    figures: {
      statements: checks.length,
      statementsMet: checks.filter(isMet).length,
      statementsNotMet: checks.filter(isNotMet).length,
      statementsOpen: checks.filter(isOpen).length,
    },
    missing: missingStatements(context, items),
  }));
};
