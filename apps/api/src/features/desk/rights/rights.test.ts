import { period } from '@shebao/kernel'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { deriveFor, explanationOf } from '../../../testing/ask-derivation.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import type { TestEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { assessEmployer } from '../../money/assessment/assess-employer.ts'
import { seedPolicy } from '../../money/policy/policy-in-force.ts'

let platform: TestPlatform
let unit: TestEmployer
const me = () => insuredViewer(unit.individualIds[0] ?? '')

beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  unit = await addEmployer(platform, [1_000_000])
  for (const month of ['2024-10', '2024-11', '2025-01', '2025-02'])
    await assessEmployer(platform, { employerId: unit.employerId, period: period(month), issuedOn: `${month}-05` })
  // November 2024 came in with January 2025; February has not come in.
  await platform.database.query({
    text: `UPDATE premium_payment SET status = 'PAID',
      posted_on = CASE WHEN period = '2024-10' THEN '2024-10-20' ELSE '2025-01-20' END WHERE period <> '2025-02'`,
  })
  platform.clock.set('2025-03-10T10:00:00+08:00')
})
afterAll(() => platform.close())

const query = `{ me { rights { year until employerName
  lines { insurance standing firstInsured monthsOfYear months base employer personal }
  account { year opening principal interest ratePpm closing isFinal } } } }`

interface Rights {
  lines: { insurance: string }[]
}

describe('the live rights record', () => {
  it('counts months and money of the year by insurance, and the account by the month in which money came', async () => {
    const { data, errors } = await ask(platform, me(), query)
    expect(errors).toEqual([])
    const { rights } = data['me'] as unknown as { rights: Rights }
    expect(rights).toMatchObject({ year: 2025, until: '2025-03' })
    expect(rights.lines.find(({ insurance }) => insurance === 'PENSION')).toEqual({
      insurance: 'PENSION',
      standing: 'INSURED',
      firstInsured: '2024-10',
      monthsOfYear: 1,
      months: 3,
      base: 1_000_000,
      employer: 160_000,
      personal: 80_000,
    })
    expect(rights).toMatchObject({
      account: [
        // November 2024 was posted in January 2025: it is principal of 2025.
        { year: 2025, opening: 80_524, principal: 160_000, interest: null, ratePpm: null, closing: 240_524 },
        // 800.00 × 3 months × 2.62 % / 12 = 5.24.
        { year: 2024, opening: 0, principal: 80_000, interest: 524, ratePpm: 26_200, closing: 80_524, isFinal: true },
      ],
    })
  })

  it('derives a figure of the account down to the month, and nothing of a year it does not have', async () => {
    const why = await deriveFor(platform, me(), { pensionAccount: { year: 2025, figure: 'CLOSING' } })
    expect(why).toMatchObject({ label: 'ACCOUNT_CLOSING', result: { value: 240_524 } })
    expect(JSON.stringify(why)).toContain('"period":"2024-10"')
    const interest = await deriveFor(platform, me(), { pensionAccount: { year: 2024, figure: 'INTEREST' } })
    expect(interest).toMatchObject({ label: 'ACCOUNT_INTEREST', result: { value: 524 } })
    expect(await explanationOf(platform, me(), { pensionAccount: { year: 2023, figure: 'CLOSING' } })).toBeNull()
  })

  it('is nobody else’s', async () => {
    expect((await ask(platform, staffViewer(['HEAD']), query)).errors).toEqual(['FORBIDDEN'])
    const stranger = await addEmployer(platform, [500_000])
    const { data } = await ask(platform, insuredViewer(stranger.individualIds[0] ?? ''), query)
    expect(data['me']).toMatchObject({ rights: { employerName: null, account: [] } })
  })
})
