import { civilDate } from '@shebao/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { bringEmployersUpToDate } from './particulars.repository.ts'
import { recordParticulars } from './record-particulars.ts'
import type { StatedParticulars } from './record-particulars.ts'
import { registerEmployers } from './register-employers.ts'
import type { RegisterSource } from './register-source.ts'

let platform: TestPlatform
let employerId: string
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  platform.clock.set('2026-09-10T10:00:00+08:00')
  ;({ employerId } = await addEmployer(platform, []))
})

const source = (): RegisterSource => ({
  kind: 'DECLARATION',
  id: crypto.randomUUID(),
  version: 1,
  by: null,
  at: platform.clock.now(),
})
const record = (stated: StatedParticulars, from: string) =>
  platform.database.transaction(() =>
    recordParticulars(platform, employerId, stated, { from: civilDate(from), source: source() }),
  )
const history = () =>
  platform.database.prisma.employerParticulars.findMany({
    where: { employerId, supersededAt: null },
    orderBy: { validFrom: 'asc' },
  })
const employer = () => platform.database.prisma.employer.findUniqueOrThrow({ where: { id: employerId } })

describe('what a unit states', () => {
  it('holds from its day; the days before keep what held, and what was known stays known', async () => {
    expect(await record({ registeredAddress: '新址', injuryClass: 3 }, '2026-07-01')).toEqual([
      'injuryClass',
      'registeredAddress',
    ])
    expect((await history()).map((row) => [row.validFrom, row.validTo, row.registeredAddress, row.source])).toEqual([
      ['2020-01-01', '2026-06-30', '北京市', 'REGISTER'],
      ['2026-07-01', null, '新址', 'DECLARATION'],
    ])
    expect(await employer()).toMatchObject({ registeredAddress: '新址', injuryClass: 3 })
    expect(await platform.database.prisma.employerParticulars.count({ where: { employerId } })).toBe(3)
  })

  it('and has stated before changes nothing, sealed parts included', async () => {
    const bank = { name: '某银行', accountName: '示例', accountNumber: '0200001234567890' }
    const contact = { name: '李静', phone: '010-62345678' }
    expect(await record({ bank, contact }, '2026-09-10')).toEqual(['bank', 'contact'])
    expect(await record({ bank, contact }, '2026-09-10')).toEqual([])
    expect(platform.vault.open((await employer()).bankAccountCipher)).toBe('0200001234567890')
  })

  it('for a day to come waits for that day', async () => {
    await record({ injuryClass: 5 }, '2027-07-01')
    expect(await employer()).toMatchObject({ injuryClass: 1 })
    expect(await bringEmployersUpToDate(platform, '2027-06-30')).toBe(0)
    expect(await bringEmployersUpToDate(platform, '2027-07-01')).toBe(1)
    expect(await employer()).toMatchObject({ injuryClass: 5 })
  })

  it('for days that lie back reaches what was recorded for later days too', async () => {
    await record({ registeredAddress: '新址' }, '2026-08-01')
    await record({ injuryClass: 2 }, '2026-07-01')
    expect(
      (await history()).map((row) => [row.validFrom, row.validTo, row.registeredAddress, row.injuryClass]),
    ).toEqual([
      ['2020-01-01', '2026-06-30', '北京市', 1],
      ['2026-07-01', '2026-07-31', '北京市', 2],
      ['2026-08-01', null, '新址', 2],
    ])
  })
})

describe('the database', () => {
  it('refuses two rows that hold on one day', async () => {
    await record({ injuryClass: 2 }, '2026-07-01')
    const [row] = await history()
    const again = platform.database.prisma.employerParticulars.create({
      data: { ...row!, id: crypto.randomUUID(), validFrom: '2026-06-30', validTo: '2026-06-30' },
    })
    await expect(again).rejects.toThrow(/no_overlap/)
  })
})

describe('a unit that comes into the register', () => {
  it('has its history from the first day on', async () => {
    const [first] = [await employer()]
    const id = crypto.randomUUID()
    const held = {
      district: '110108',
      unitType: 'ENTERPRISE',
      industry: 'H',
      injuryClass: 2,
      injuryRatePpm: null,
      registeredAddress: '北京市海淀区1号',
      actualAddress: null,
      legalRepName: '林',
      legalRepIdType: 'RESIDENT_ID',
      legalRepPersonal: first.legalRepPersonal,
      legalRepIdMasked: '1**',
      bankName: '某银行',
      bankAccountName: '示例',
      bankAccountCipher: first.bankAccountCipher,
      bankAccountMasked: '*1',
      contactPersonal: null,
      contactMasked: null,
    }
    await registerEmployers(platform, { ...source(), kind: 'IMPORT' }, [
      {
        id,
        registrationNo: '110108999',
        creditCode: 'IMPORTED1',
        name: '导入单位',
        region: '110000',
        registeredOn: '2019-03-04',
        particulars: held,
        earlier: [{ ...held, injuryClass: 1, validFrom: '2019-03-04', validTo: '2023-12-31' }],
        validFrom: '2024-01-01',
      },
    ])
    employerId = id
    expect(await employer()).toMatchObject({ injuryClass: 2, registeredOn: '2019-03-04', rosterVersion: 1 })
    expect((await history()).map((row) => [row.validFrom, row.validTo, row.injuryClass, row.source])).toEqual([
      ['2019-03-04', '2023-12-31', 1, 'IMPORT'],
      ['2024-01-01', null, 2, 'IMPORT'],
    ])
  })
})
