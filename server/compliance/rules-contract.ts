export {
  type Certainty,
  certainties,
  type Dated,
  type DatedSeries,
  type ParameterDefinition,
  type Reference,
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
