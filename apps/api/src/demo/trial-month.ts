import { addMonths, period } from '@shebao/kernel'
import { BEIJING } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import type { DemoUnit } from '@shebao/prisma/seed'
import { proposeDeemed, remindUndeclared } from '../features/filing/undeclared/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer } from './demo-viewer.ts'

const origin = 'demo'
/** Of the shipped parameters. */
const earliest = period('2023-07')
const source = '示例数据：上月试行按月申报 | sample: in the last month everybody had to declare, as a trial'

/** In the month before the demo is made each month had to be declared by itself; before it and since, an earlier declaration goes on. */
export function trialMonthRows(today: string): ParameterRow[] {
  const current = period(today.slice(0, 7))
  const last = addMonths(current, -1)
  if (last <= earliest) return []
  const row = (value: string, validFrom: typeof last, validTo: typeof last | null): ParameterRow => ({
    region: BEIJING,
    insurance: 'ALL',
    side: 'ALL',
    category: 'ALL',
    name: 'DECLARATION_MODE',
    value,
    validFrom,
    validTo,
    docNo: null,
    publishedOn: null,
    source,
    verified: false,
  })
  return [
    row('CARRY_FORWARD', earliest, addMonths(last, -1)),
    row('MONTHLY_SELF', last, last),
    row('CARRY_FORWARD', current, null),
  ]
}

/** Three did not declare it: one was reminded, of one an officer proposed to deem the month, one stands there. */
export async function playTrialMonth(platform: Platform, units: readonly DemoUnit[]): Promise<void> {
  const last = addMonths(period(platform.clock.today().slice(0, 7)), -1)
  const [reminded, deemed] = units.filter(({ habit }) => habit === 'UNDECLARED')
  if (!reminded || !deemed || last <= earliest) return
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  await remindUndeclared(platform, officer, { period: last, employerIds: [reminded.id, deemed.id], origin })
  const { proposed } = await proposeDeemed(platform, officer, {
    period: last,
    employerIds: [deemed.id],
    grounds: '两次催报后仍未申报，按上一个申报月份的百分之一百一十核定。',
    origin,
  })
  if (proposed !== 1) throw new Error('The demo proposed to deem nothing.')
}
