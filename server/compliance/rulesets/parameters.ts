import type { SeriesOf, ValueOf, ValuesOf } from "./parameter";
import { itemParameters } from "./parameters-items";
import { resourceParameters } from "./parameters-resource";

/** Every parameter of the quality rules by its key: the one registry that rule sets, layers and `--set` go by. */
export const parameters = { ...resourceParameters, ...itemParameters } as const;

export type Parameters = typeof parameters;
export type ParameterKey = keyof Parameters;
export type ParameterValue<K extends ParameterKey> = ValueOf<Parameters[K]>;
/** All series of a rule set. */
export type ParameterSeries = SeriesOf<Parameters>;
/** All values in force on one day. */
export type ParameterValues = ValuesOf<Parameters>;

export const parameterKeys = Object.keys(parameters) as readonly ParameterKey[];
