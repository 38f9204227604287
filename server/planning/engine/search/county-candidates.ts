import { type ResourceIndicator, resourceIndicators } from "@server/compliance/contract";
import { verdictCode } from "@server/compliance/engine/index";
import { type Stage, stages } from "@server/statistics/contract";
import type { Lever } from "../../contract";
import { boundLever } from "../../levers/registry";
import type { Candidate } from "./draft";
import { balanceCandidates } from "./level";
import { countyStaff, raisings, rotationPolicy } from "./raise";
import { type Place, placesOf, type Site } from "./site";

/** Single works that are tried, and coefficients of variation. */
const mostWorks = 10;
const mostBalances = 2;

/** What levers cost over the horizon, 万元, without simulating: the kinds proposed here are priced by their own figures. */
const priceOf = (site: Site, levers: readonly Lever[]): number => {
  const { baseYear } = site.question.model;
  let total = 0;
  let prices = 1;
  const bound = levers.map(boundLever);
  for (let year = baseYear; year <= baseYear + site.document.horizonYears; year += 1) {
    for (const one of bound) {
      const { capitalWan, recurrentWan } = one.cost({ year, prices, state: site.state });
      total += capitalWan + recurrentWan;
    }
    prices *= 1 + site.document.assumptions.priceGrowth;
  }
  return total;
};

/** Unmet indicators of the failing sections of a stage. */
const unmetPlaces = (site: Site, stage: Stage, indicator: ResourceIndicator): readonly Place[] => {
  const { sectionVerdicts } = site.lean.stages[stage];
  return placesOf(site, stage, indicator).filter(({ index, needed }) => sectionVerdicts[index] === verdictCode.notMet && needed > 0);
};

/** The cheapest single work for each unmet indicator of each failing section, best promise a 万元 first. */
const works = (site: Site): readonly Candidate[] =>
  stages
    .flatMap((stage) =>
      resourceIndicators.flatMap((indicator) =>
        unmetPlaces(site, stage, indicator).flatMap((place) => {
          const shortfall = 1 - place.value / place.standard;
          return raisings(site, indicator, [{ place, amount: place.needed }], true).flatMap((candidate) => {
            const levers = candidate.build(1);
            return levers === null
              ? []
              : [{ candidate, key: `${place.code} ${stage} ${indicator}`, promise: shortfall / Math.max(0.01, priceOf(site, levers)) }];
          });
        }),
      ),
    )
    .sort((left, right) => right.promise - left.promise || (left.key < right.key ? -1 : 1))
    .filter(({ key }, index, all) => all.findIndex((other) => other.key === key) === index)
    .map(({ candidate }) => candidate);

const programmes = (site: Site): readonly Candidate[] =>
  stages.flatMap((stage) =>
    (["R1", "R2", "R3"] as const).flatMap((indicator) => {
      const wants = unmetPlaces(site, stage, indicator);
      const persons = wants.reduce((sum, { needed }) => sum + needed, 0);
      return wants.length < 2 ? [] : countyStaff(site, indicator, stage, persons);
    }),
  );

/** The coefficients of variation that are furthest over their limits. */
const balances = (site: Site): readonly Candidate[] =>
  stages
    .flatMap((stage) =>
      resourceIndicators.flatMap((indicator, position) => {
        const balance = site.lean.stages[stage].balances[position];
        if (balance?.verdict !== verdictCode.notMet) return [];
        return [{ stage, indicator, excess: balance.cv / site.rules.stages[stage].cvLimit }];
      }),
    )
    .sort((left, right) => right.excess - left.excess)
    .slice(0, mostBalances)
    .flatMap(({ stage, indicator }) => balanceCandidates(site, placesOf(site, stage, indicator), site.rules.stages[stage].cvLimit));

/** What to do next: works at single schools, programmes and policies of the county, levelling. */
export const countyCandidates = (site: Site): readonly Candidate[] => {
  const single = works(site);
  return [...single.slice(0, mostWorks), ...rotationPolicy(site), ...programmes(site), ...balances(site), ...single.slice(mostWorks)];
};
