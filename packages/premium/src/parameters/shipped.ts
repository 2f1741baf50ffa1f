import type { ParameterRow } from './parameter-row.ts'
import { accountRateRows } from './account-rates.ts'
import { BEIJING, beijingRows } from './beijing.ts'
import { SHANGHAI, shanghaiRows } from './shanghai.ts'

/**
 * Sample parameters for the demo, the command line and the tests. Nobody has published them: an installation of production
 * has none until its office publishes its own.
 */
export const SHIPPED_PARAMETER_ROWS: readonly ParameterRow[] = [
  ...beijingRows,
  ...shanghaiRows,
  ...[BEIJING, SHANGHAI].flatMap(accountRateRows),
]
