import type { ParameterRow } from './parameter-row.ts'
import { beijingRows } from './beijing.ts'
import { shanghaiRows } from './shanghai.ts'

/** The defaults. Other cities' figures could not be verified and are left to the office. */
export const SHIPPED_PARAMETER_ROWS: readonly ParameterRow[] = [...beijingRows, ...shanghaiRows]
