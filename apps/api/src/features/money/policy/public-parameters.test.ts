import { fen, period } from '@shebao/kernel'
import { assessPerson, beijingRows, readParameterFile, requirePolicy } from '@shebao/premium'
import type { ParameterRow } from '@shebao/premium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask } from '../../../testing/ask.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { undone } from '../../../testing/undone.ts'
import { approvedRows, seedPolicy } from './policy-in-force.ts'
import { addParameterRows } from './policy.repository.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
  await seedPolicy(platform)
  // What an officer has typed and nobody has published: a region of its own, and a later floor for Beijing.
  await platform.database.prisma.policyProposal.createMany({
    data: [draft('440100', '2024-07'), draft('110000', '2026-07')],
  })
})
afterAll(() => platform.close())

function draft(region: string, validFrom: string) {
  const limits = {
    name: 'BASE_FLOOR',
    insurance: 'PENSION',
    side: 'ALL',
    category: 'ALL',
    value: 900_000,
    validTo: null,
  }
  const rows = [{ ...limits, region, validFrom, docNo: null, publishedOn: null, source: 'a draft', verified: true }]
  const [createdAt, createdBy] = [new Date('2026-11-20T02:00:00Z'), crypto.randomUUID()]
  return { region, title: 'a draft', rows, rowsHash: validFrom, createdBy, createdAt, updatedAt: createdAt }
}

const question = `query Ask($region: String!, $period: Period!) {
  publicParameters(region: $region, period: $period) {
    __typename
    ... on PublicParameters { region period sample file }
    ... on NoPublicParameters { region nameEn period firstPeriod lastPeriod }
  }
}`
const answerFor = async (region: string, month: string) => {
  const { data, errors } = await ask(platform, undefined, question, { region, period: month })
  expect(errors).toEqual([])
  return data['publicParameters'] as unknown as Record<string, unknown>
}
const rowsOf = (found: Record<string, unknown>): readonly ParameterRow[] => {
  const reading = readParameterFile(found['file'])
  expect(reading).toMatchObject({ ok: true })
  return reading.ok ? reading.rows : []
}

describe('published parameters, for anyone', () => {
  it('lists the regions that have approved rows, and since when', async () => {
    const { data } = await ask(
      platform,
      undefined,
      '{ parameterRegions { region nameZh nameEn firstPeriod currentPeriod lastPeriod } }',
    )
    expect(data['parameterRegions']).toEqual([
      {
        region: '110000',
        nameZh: '北京市',
        nameEn: 'Beijing',
        firstPeriod: '2023-07',
        currentPeriod: '2026-11',
        lastPeriod: '2027-11',
      },
      {
        region: '310000',
        nameZh: '上海市',
        nameEn: 'Shanghai',
        firstPeriod: '2024-07',
        currentPeriod: '2026-11',
        lastPeriod: '2027-11',
      },
    ])
  })

  it('gives a file from which the client computes what the server computes', async () => {
    const rows = rowsOf(await answerFor('110000', '2024-07'))
    const month = period('2024-07')
    const policy = requirePolicy(rows, '110000', month, 1)
    expect(policy).toEqual(requirePolicy(await approvedRows(platform), '110000', month, 1))
    expect(assessPerson(policy, { average: fen(1_000_000) })).toMatchObject({
      employer: 265_000,
      personal: 105_300,
      total: 370_300,
    })
  })

  it('says of samples that no office has published them', async () => {
    expect((await answerFor('110000', '2024-07'))['sample']).toBe(true)
    await undone(platform.database, async () => {
      const own = beijingRows.map((row) => ({ ...row, region: '440100' }))
      await addParameterRows(platform, own, crypto.randomUUID())
      expect((await answerFor('440100', '2024-07'))['sample']).toBe(false)
    })
  })

  it('leaves drafts out and keeps the latest limits in force', async () => {
    const rows = rowsOf(await answerFor('110000', '2026-11'))
    expect(rows.some(({ source }) => source === 'a draft')).toBe(false)
    const policy = requirePolicy(rows, '110000', period('2026-11'), 1)
    expect([policy.limits[0]?.floor, policy.carriedOver]).toEqual([716_200, true])
  })

  it.each([
    ['440100', '2024-07', null, 'Guangzhou'],
    ['beijing', '2024-07', null, 'beijing'],
    ["110000' OR 1=1", '2024-07', null, "110000' OR 1=1"],
    ['110000', '2023-06', '2023-07', 'Beijing'],
    ['310000', '2024-06', '2024-07', 'Shanghai'],
    ['110000', '2027-12', '2023-07', 'Beijing'],
  ])('has nothing for %s in %s and says so', async (region, month, firstPeriod, nameEn) => {
    expect(await answerFor(region, month)).toEqual({
      __typename: 'NoPublicParameters',
      region,
      nameEn,
      period: month,
      firstPeriod,
      lastPeriod: '2027-11',
    })
  })

  it.each(['2024-13', '202407', 'July', '0000-00', 7])('refuses the month %s', async (month) => {
    const { errors } = await ask(platform, undefined, question, { region: '110000', period: month })
    expect(errors).toEqual(['BAD_USER_INPUT'])
  })
})
