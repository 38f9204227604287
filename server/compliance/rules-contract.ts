export {
  certainties,
  type Dated,
  type DatedSeries,
  type Definitions,
  type ParameterDefinition,
  type Stricter,
} from "./rulesets/parameter";
export {
  isParameterKey,
  type ParameterKey,
  type ParameterSeries,
  type ParameterValue,
  type ParameterValues,
  parameterKeys,
  parameters,
} from "./rulesets/parameters";
