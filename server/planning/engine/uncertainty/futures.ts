import { type UncertaintyRanges, type UncertaintySettings, uncertaintySettingsSchema } from "../../contract";

/** What settings say of how things may turn out. */
export const rangesOf = ({ draws: _draws, targetYear: _targetYear, ...ranges }: UncertaintySettings): UncertaintyRanges => ranges;

/** So many futures by the ranges that a question states, by the default ones where it states none. */
export const futuresOf = (ranges: UncertaintyRanges | undefined, draws: number): UncertaintySettings => ({
  ...uncertaintySettingsSchema.parse({}),
  ...ranges,
  draws,
});
