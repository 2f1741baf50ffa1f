import { period } from '@shebao/kernel'
import { BEIJING, SHANGHAI } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'

const source = '示例数据：由经办机构确定 | sample figure, to be set by the office'

/** What every office must decide for itself and no law says: sample rows, so that the demo's office can bill. */
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
