export {
  certainties,
  type Dated,
  type DatedSeries,
  type Definitions,
  type Stricter,
} from "./rulesets/parameter";
export {
  type ParameterKey,
  type ParameterSeries,
  type ParameterValue,
  type ParameterValues,
  parameterKeys,
  parameters,
} from "./rulesets/parameters";
