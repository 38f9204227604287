import { type EffectIndex, effectsOn } from "./effects";
import { indicatorValue, type PlanStage } from "./ground";
import { addColumn, addRow, type Entry, type Fill, type Programme, sumOver } from "./rows";

/**
 * 校际差异系数 as a cone. With X the value of a section, M the county's mean and w its share of the pupils:
 * Σ w (X − M)² ≤ c² M² is Σ w h ≤ c² M with h ≥ (X − M)² ÷ M, and each h lies above all its tangents
 * h ≥ 2z(X − M) − z² M, z being the section's relative distance from the mean.
 */
export interface Balance {
  /** Slopes z of the tangents of each section. */
  readonly slopes: ReadonlyMap<string, Set<number>>;
}

const seeds = [-0.8, -0.55, -0.35, -0.2, 0.2, 0.4, 0.7, 1.1, 1.8] as const;

/** A balance that is not yet known to bind: every section starts with tangents on a grid. */
export const newBalance = (stage: PlanStage): Balance => ({
  slopes: new Map(stage.sections.map(({ key }) => [key, new Set<number>(seeds)])),
});

/** Tangents of all sections. */
export const tangents = ({ slopes }: Balance): number => [...slopes.values()].reduce((sum, own) => sum + own.size, 0);

const distancesOf = (resources: readonly number[], stage: PlanStage): { readonly mean: number; readonly z: readonly number[] } => {
  let total = 0;
  let pupils = 0;
  stage.sections.forEach((section, index) => {
    total += resources[index] ?? Number.NaN;
    pupils += section.pupils;
  });
  const mean = total / pupils;
  return { mean, z: stage.sections.map((section, index) => (resources[index] ?? Number.NaN) / section.pupils / mean - 1) };
};

/** CV of resources over the sections of a stage. */
export const cvOf = (resources: readonly number[], stage: PlanStage): number => {
  const { z } = distancesOf(resources, stage);
  let pupils = 0;
  let square = 0;
  stage.sections.forEach((section, index) => {
    pupils += section.pupils;
    square += section.pupils * (z[index] ?? Number.NaN) ** 2;
  });
  return Math.sqrt(square / pupils);
};

/** Adds tangents where the sections now stand. */
export const sharpen = ({ slopes }: Balance, resources: readonly number[], stage: PlanStage): void => {
  const { z } = distancesOf(resources, stage);
  stage.sections.forEach((section, index) => {
    const at = Number((z[index] ?? 0).toFixed(4));
    const own = slopes.get(section.key);
    // Where nobody has anything there is no distance from the mean.
    if (own === undefined || Number.isNaN(at) || Math.abs(at) < 1e-3) return;
    for (const slope of own) if (Math.abs(slope - at) < 2e-3) return;
    own.add(at);
  });
};

/** Writes a balance down; answers the column by which it may be missed, where it may. */
export const addBalance = (
  programme: Programme,
  stage: PlanStage,
  position: number,
  index: EffectIndex,
  { slopes }: Balance,
  reserve: number,
  mayFallShort: boolean,
  fills: Fill[],
): number | null => {
  const indicator = stage.indicators[position];
  if (indicator === undefined || stage.sections.some((section) => Number.isNaN(section.balanced[position] ?? Number.NaN))) return null;
  const pupils = stage.sections.reduce((sum, section) => sum + section.pupils, 0);
  const mean = addColumn(programme, 0, 0, Number.POSITIVE_INFINITY, false);
  const ofMean: Entry[] = [[mean, 1]];
  let start = 0;
  fills.push((values) => {
    values[mean] = ofMean.reduce((sum, [column, value]) => (column === mean ? sum : sum - value * (values[column] ?? 0)), start);
  });
  const cone: Entry[] = [];
  stage.sections.forEach((section, at) => {
    const value = indicatorValue(indicator, section.balanced[position] ?? Number.NaN, section.pupils) / indicator.standard;
    const unit = indicator.scale / section.pupils / indicator.standard;
    const weight = section.pupils / pupils;
    const entries = effectsOn(index, at, position).map(([column, delta]) => [column, delta * unit] as const);
    start += weight * value;
    for (const [column, delta] of entries) ofMean.push([column, -delta * weight]);
    const spread = addColumn(programme, 0, 0, Number.POSITIVE_INFINITY, false);
    cone.push([spread, weight]);
    fills.push((values) => {
      const average = values[mean] ?? 0;
      const own = entries.reduce((sum, [column, delta]) => sum + delta * (values[column] ?? 0), value);
      let height = 0;
      for (const z of slopes.get(section.key) ?? []) height = Math.max(height, 2 * z * (own - average) - z * z * average);
      values[spread] = height;
    });
    for (const z of slopes.get(section.key) ?? []) {
      addRow(programme, 2 * z * value, Number.POSITIVE_INFINITY, [
        [spread, 1],
        ...entries.map(([column, delta]) => [column, -2 * z * delta] as const),
        [mean, 2 * z + z * z],
      ]);
    }
  });
  addRow(programme, start, start, ofMean);
  const slack = mayFallShort ? addColumn(programme, 1, 0, Number.POSITIVE_INFINITY, false) : null;
  const limit = stage.cvLimit * (1 - reserve);
  const spreadOver: readonly Entry[] = [...cone, [mean, -limit * limit]];
  addRow(programme, Number.NEGATIVE_INFINITY, 0, slack === null ? spreadOver : [...spreadOver, [slack, -1]]);
  if (slack !== null) {
    fills.push((values) => {
      values[slack] = Math.max(0, sumOver(spreadOver, values));
    });
  }
  return slack;
};
