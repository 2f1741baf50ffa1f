import type { ParameterRegionsQuery } from './calculator.generated.ts'

/** A place that has parameters of its own. */
export type Region = ParameterRegionsQuery['parameterRegions'][number]
