import { addDays, lastConsentDay } from '@shebao/kernel'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, employerViewer, insuredViewer, staffViewer } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { mostConsents } from './consent.ts'

let platform: TestPlatform
let employerId: string
let ids: readonly string[]
beforeAll(async () => {
  platform = await openTestPlatform()
  const unit = await addEmployer(platform, [1_000_000, 500_000, 400_000])
  employerId = unit.employerId
  ids = unit.individualIds
  const { database, vault } = platform
  for (const [index, idNumber] of ['810000199408230021', '830000199201300022', '820000198811110027'].entries())
    await database.prisma.individual.update({
      where: { id: ids[index] ?? '' },
      data: {
        idHash: vault.lookupHash('person-id', idNumber),
        personal: vault.seal({ name: ['张三', '李四', '王五'][index], idNumber }),
      },
    })
})
afterAll(() => platform.close())

const person = (index: number) => insuredViewer(ids[index] ?? '')
const known = async (index: number) => {
  const row = await platform.database.prisma.individual.findUniqueOrThrow({ where: { id: ids[index] ?? '' } })
  return platform.vault.open<{ name: string; idNumber: string }>(row.personal)
}
const today = () => platform.clock.today()
const give = async (viewer: Viewer, given: Partial<Record<'number' | 'name' | 'validTo', string>> = {}) => {
  const { idNumber: number, name } = await known(1)
  const { data, errors } = await ask(
    platform,
    viewer,
    `mutation ($number: String!, $name: String!, $validTo: Date!) { giveRecordConsent(number: $number, name: $name, relation: SPOUSE, validTo: $validTo) {
      ... on RecordConsentGiven { consent { id stands } } ... on RecordConsentRefused { refusal } } }`,
    { number, name, validTo: addDays(today(), 30), ...given },
  )
  expect(errors).toEqual([])
  return (data as unknown as { giveRecordConsent: { consent?: { id: string; stands: boolean }; refusal?: string } })
    .giveRecordConsent
}
const shared = async (viewer: Viewer) => {
  const { data } = await ask(platform, viewer, '{ recordsSharedWithMe { id name relation } }')
  return (data as unknown as { recordsSharedWithMe: { id: string; name: string }[] }).recordsSharedWithMe
}
const open = (viewer: Viewer, id: string) =>
  ask(platform, viewer, 'query ($id: ID!) { sharedRecord(id: $id) { name record { spells { employerName } } } }', {
    id,
  })
const revoke = (viewer: Viewer, id: string) =>
  ask(platform, viewer, 'mutation ($id: ID!) { revokeRecordConsent(id: $id) { stands revokedAt } }', { id })

it('lets the other, and nobody else, read until the day or until it is taken back, and each reading is told', async () => {
  const [granter, reader, stranger] = [person(0), person(1), person(2)]
  const id = (await give(granter)).consent?.id ?? ''
  expect(await give(granter)).toEqual({ refusal: 'ALREADY_GIVEN' })
  expect(await shared(reader)).toEqual([{ id, name: (await known(0)).name, relation: 'SPOUSE' }])
  expect((await open(reader, id)).data['sharedRecord']).toMatchObject({ record: { spells: [{}] } })
  for (const other of [stranger, granter]) {
    expect(await shared(other)).toEqual([])
    expect((await open(other, id)).errors).toEqual(['NOT_FOUND'])
  }
  for (const other of [stranger, reader]) expect((await revoke(other, id)).errors).toEqual(['NOT_FOUND'])
  const { data } = await ask(platform, granter, '{ readingsOfMyRecord { edges { node { readerKind action } } } }')
  expect(data['readingsOfMyRecord']).toEqual({
    edges: [{ node: { readerKind: 'INSURED', action: 'READ_SHARED_RECORD' } }],
  })

  expect((await revoke(granter, id)).data['revokeRecordConsent']).toMatchObject({ stands: false })
  expect((await revoke(granter, id)).errors).toEqual([])
  expect(await shared(reader)).toEqual([])
  expect((await open(reader, id)).errors).toEqual(['NOT_FOUND'])
})

it('ends with its day, and may then be given anew', async () => {
  const [granter, reader] = [person(0), person(1)]
  const { consent } = await give(granter, { validTo: today() })
  expect(await shared(reader)).toHaveLength(1)
  platform.clock.advance(86_400_000)
  expect(await shared(reader)).toEqual([])
  expect((await open(reader, consent?.id ?? '')).errors).toEqual(['NOT_FOUND'])
  expect((await give(granter)).consent?.stands).toBe(true)
})

it('says what is wrong with it, and never whether the register knows the other', async () => {
  const granter = person(2)
  const refused: [Parameters<typeof give>[1], string][] = [
    [{ number: '110101199003078671' }, 'NUMBER_WRONG'],
    [{ number: (await known(2)).idNumber }, 'OWN_NUMBER'],
    [{ name: '张三1' }, 'NAME_WRONG'],
    [{ validTo: addDays(today(), -1) }, 'DATE_PAST'],
    [{ validTo: addDays(lastConsentDay(today()), 1) }, 'DATE_TOO_FAR'],
  ]
  for (const [given, refusal] of refused) expect(await give(granter, given)).toEqual({ refusal })
  // A number that nobody bears is taken like any other; a name that is not the bearer's opens nothing to them.
  expect((await give(granter, { number: '110101199003078670', name: '李四' })).consent?.stands).toBe(true)
  expect((await give(granter, { name: '别人' })).consent?.stands).toBe(true)
  expect((await shared(person(1))).map(({ name }) => name)).not.toContain((await known(2)).name)
})

it('stands for so many at once and no more, also when pressed twice', async () => {
  const granter = person(1)
  const numbers = ['HKG012345678', 'MAC012345678', 'TWN012345678', 'HKG012345679', 'MAC012345679', 'TWN012345679']
  const more = ['HKG012345670', 'MAC012345670', 'TWN012345670', 'HKG012345671', 'HKG012345672']
  const given = await Promise.all([...numbers, ...more].map((number) => give(granter, { number, name: '王五' })))
  expect(given.filter(({ consent }) => consent)).toHaveLength(mostConsents)
  expect(given.filter(({ refusal }) => refusal === 'TOO_MANY')).toHaveLength(1)
})

it('is for insured people alone', async () => {
  for (const viewer of [employerViewer(employerId), staffViewer(['HEAD'])])
    for (const asked of ['{ recordConsents { id } }', '{ recordsSharedWithMe { id } }'])
      expect((await ask(platform, viewer, asked)).errors).toEqual(['FORBIDDEN'])
})
