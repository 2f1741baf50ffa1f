import { period } from '@shebao/kernel'
import { BEIJING, SHANGHAI } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'

const source =
  '项目约定，取公开示例中最常见的日期，由经办机构确定 | project decision, the day most published examples use; to be set by the office'

/** What every office must decide for itself and no law says: shipped as editable rows so that a new office works. */
export const OFFICE_PARAMETER_ROWS: readonly ParameterRow[] = [BEIJING, SHANGHAI].map((region) => ({
  region,
  insurance: 'ALL',
  side: 'ALL',
  category: 'ALL',
  name: 'PAYMENT_DUE_DAY',
  value: 25,
  validFrom: period('2023-07'),
  validTo: null,
  docNo: null,
  publishedOn: null,
  source,
  verified: false,
}))
