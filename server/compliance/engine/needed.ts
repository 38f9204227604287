import { cellAt, codeAt } from "./cells";
import type { CountyColumns } from "./columns";
import { ceiling, divide, fractionOf, multiply, nearTolerance, subtract } from "./exact";
import { type IndicatorColumns, stateCode } from "./indicators";
import type { Line, Rules } from "./rules-in-force";
import { exactSection, furtherShare, type Section } from "./sections";

/**
 * Least further resource of the whole school (base unit, whole grains) that lifts the section to a line:
 * what a mixed-stage school gets is shared, so its need is larger than the section's own gap.
 * NaN when not evaluable.
 */
export const neededFor = (
  columns: CountyColumns,
  rules: Rules,
  result: IndicatorColumns,
  section: Section,
  index: number,
  line: Line,
): number => {
  const { rule } = result.indicator;
  if (codeAt(result.state, index) === stateCode.notEvaluable) return Number.NaN;
  const share = furtherShare(columns, rule, section);
  const gap = (line.value * section.pupils) / rule.scale - cellAt(result.resource, index);
  const grains = (gap / share) * rule.grainsPerUnit;
  const noise = nearTolerance * Math.max(1, Math.abs(grains), Math.abs(cellAt(result.resource, index) / share) * rule.grainsPerUnit);
  if (Math.abs(grains - Math.round(grains)) > noise) return Math.max(0, Math.ceil(grains)) / rule.grainsPerUnit;
  const exact = exactSection(columns, rules, rule, section);
  const exactGap = subtract(divide(multiply(line.exact, exact.pupils), fractionOf(rule.scale)), exact.resource);
  const exactGrains = ceiling(multiply(divide(exactGap, exact.share), fractionOf(rule.grainsPerUnit)));
  return Math.max(0, Number(exactGrains)) / rule.grainsPerUnit;
};
