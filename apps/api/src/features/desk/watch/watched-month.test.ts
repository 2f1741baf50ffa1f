import { expect, it } from 'vitest'
import { statusOf } from './watched-month.ts'

const [period, today] = ['2026-10', '2026-11-23']
const month = (statuses: Parameters<typeof statusOf>[0]['statuses'], dueOn: string | null = '2026-11-16') =>
  statusOf({ billed: true, statuses, dueOn }, { period, today })

it.each([
  ['one open part makes the month open', month(['PAID', 'UNPAID', 'BACK_PAID'], '2026-11-30'), 'UNPAID'],
  ['its last day is still in time', month(['UNPAID'], today), 'UNPAID'],
  ['the day after is not', month(['UNPAID'], '2026-11-22'), 'OVERDUE'],
  ['nothing is overdue without a day', month(['UNPAID'], null), 'UNPAID'],
  ['overdue outweighs what was paid and deferred', month(['DEFERRED', 'PAID', 'UNPAID']), 'OVERDUE'],
  ['deferred outweighs what came', month(['PAID', 'DEFERRED']), 'DEFERRED'],
  ['paid late outweighs paid', month(['PAID', 'BACK_PAID']), 'BACK_PAID'],
  ['paid outweighs what went back', month(['REFUNDED', 'PAID']), 'PAID'],
  ['all of it went back', month(['REFUNDED']), 'REFUNDED'],
] as const)('%s', (_, status, wanted) => expect(status).toBe(wanted))

it.each([
  ['2026-11', 'PENDING'],
  ['2026-12', 'PENDING'],
  ['2026-10', 'NOT_BILLED'],
] as const)('%s, not billed, is %s', (unbilled, wanted) => {
  expect(statusOf({ billed: false, statuses: [], dueOn: null }, { period: unbilled, today })).toBe(wanted)
})
