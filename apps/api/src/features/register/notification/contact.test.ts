import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask } from '../../../testing/ask.ts'
import { addEmployer } from '../../../testing/money/payment/billing-fixture.ts'
import { addClerk, addOffice, addPerson, addStaff } from '../../../testing/readers.ts'
import { openTestPlatform } from '../../../testing/test-platform.ts'
import type { TestPlatform } from '../../../testing/test-platform.ts'
import { deliverDue } from './deliver.ts'

const folder = mkdtempSync(join(tmpdir(), 'shebao-contact-'))
let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ SHEBAO_DATA_DIR: folder })
})
afterAll(async () => {
  await platform.close()
  rmSync(folder, { recursive: true })
})

const newClerk = async () => addClerk(platform, (await addEmployer(platform, [1_000_000])).employerId)

type Way = Record<'own' | 'registered' | 'pending', string | null> & { on: boolean }

async function ways(viewer: Viewer): Promise<Record<string, Way>> {
  const { data, errors } = await ask(
    platform,
    viewer,
    '{ waysToBeTold { channel available on own registered pending } }',
  )
  if (errors.length > 0) throw new Error(errors.join())
  const list = data['waysToBeTold'] as unknown as (Way & { channel: string })[]
  return Object.fromEntries(list.map(({ channel, ...way }) => [channel, way]))
}

async function change(viewer: Viewer, field: string): Promise<unknown> {
  const source = `mutation { ${field} { __typename ... on ContactRefused { reason } } }`
  const { data, errors } = await ask(platform, viewer, source)
  if (errors.length > 0) return errors
  const [outcome] = Object.values(data) as unknown as { __typename: string; reason?: string }[]
  return outcome?.reason ?? outcome?.__typename
}
const request = (viewer: Viewer, channel: string, address: string) =>
  change(viewer, `requestAddressCode(channel: ${channel}, address: ${JSON.stringify(address)})`)
const confirm = (viewer: Viewer, channel: string, code: string) =>
  change(viewer, `confirmAddress(channel: ${channel}, code: "${code}")`)

/** As the person reads it where it was sent. */
async function codeSentTo(address: string): Promise<string> {
  await deliverDue(platform)
  const lines = readFileSync(join(folder, 'sandbox-messages.jsonl'), 'utf8').trim().split('\n')
  const messages = lines.map((line) => JSON.parse(line) as { to: string; text: string })
  return /\d{6}/.exec(messages.findLast(({ to }) => to === address)?.text ?? '')?.[0] ?? ''
}
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

describe('an own address', () => {
  it('counts once the code that was sent there came back, and is sealed', async () => {
    const clerk = await newClerk()
    expect(await request(clerk, 'EMAIL', ' Li.Jing@unit.example ')).toBe('ContactChanged')
    expect((await ways(clerk))['EMAIL']).toMatchObject({ own: null, pending: 'L***@unit.example' })
    const code = await codeSentTo('Li.Jing@unit.example')
    expect(await confirm(clerk, 'EMAIL', wrong(code))).toBe('WRONG_CODE')
    expect(await confirm(clerk, 'SMS', code)).toBe('NO_CODE')
    expect(await confirm(clerk, 'EMAIL', ` ${code.slice(0, 3)} ${code.slice(3)} `)).toBe('ContactChanged')
    expect((await ways(clerk))['EMAIL']).toMatchObject({ own: 'L***@unit.example', pending: null, on: true })
    expect(await confirm(clerk, 'EMAIL', code)).toBe('NO_CODE')
    const row = await platform.database.prisma.contactSetting.findUniqueOrThrow({
      where: { accountId: clerk.accountId },
    })
    expect(Buffer.from(row.email ?? []).toString('latin1')).not.toContain('unit.example')
    const trail = await platform.database.query<{ action: string; change: unknown }>(
      { text: 'SELECT action, change FROM audit_event WHERE record_id = $1 ORDER BY seq' },
      [clerk.accountId],
    )
    expect(trail).toEqual([
      { action: 'ADDRESS_CODE_SENT', change: { channel: 'EMAIL', addressMasked: 'L***@unit.example' } },
      { action: 'ADDRESS_CODE_REFUSED', change: { channel: 'EMAIL' } },
      { action: 'ADDRESS_CONFIRMED', change: { channel: 'EMAIL', addressMasked: 'L***@unit.example' } },
    ])
  })

  it('is not guessed, and its code runs out', async () => {
    const clerk = await newClerk()
    await request(clerk, 'SMS', '138 0000 9999')
    const code = await codeSentTo('13800009999')
    for (let n = 0; n < 4; n += 1) expect(await confirm(clerk, 'SMS', wrong(code))).toBe('WRONG_CODE')
    expect(await confirm(clerk, 'SMS', wrong(code))).toBe('NO_CODE')
    expect(await confirm(clerk, 'SMS', code)).toBe('NO_CODE')
    await request(clerk, 'SMS', '13800009999')
    const second = await codeSentTo('13800009999')
    platform.clock.advance(15 * 60_000)
    expect(await confirm(clerk, 'SMS', second)).toBe('NO_CODE')
    expect((await ways(clerk))['SMS']).toMatchObject({ own: null, pending: null })
  })

  it('is asked for five times a day at most', async () => {
    const clerk = await newClerk()
    for (let n = 0; n < 5; n += 1) expect(await request(clerk, 'EMAIL', 'a@b.example')).toBe('ContactChanged')
    expect(await request(clerk, 'EMAIL', 'a@b.example')).toBe('TOO_MANY')
    platform.clock.advance(24 * 3_600_000)
    expect(await request(clerk, 'EMAIL', 'a@b.example')).toBe('ContactChanged')
  })

  it.each([
    ['EMAIL', 'nobody'],
    ['EMAIL', 'a@b'],
    ['EMAIL', 'a@b.example, c@d.example'],
    ['EMAIL', 'a@b.example\r\nBcc: c@d.example'],
    ['SMS', '010-62345678'],
    ['SMS', '1380000'],
  ])('is none: %s %s', async (channel, address) => {
    expect(await request(await newClerk(), channel, address)).toBe('NO_ADDRESS')
  })
})

describe('an address that is given up', () => {
  /** What was sent there, from the oldest on. */
  async function sentTo(address: string): Promise<string[]> {
    await deliverDue(platform)
    const lines = readFileSync(join(folder, 'sandbox-messages.jsonl'), 'utf8').trim().split('\n')
    const messages = lines.map((line) => JSON.parse(line) as { to: string; text: string })
    return messages.filter(({ to }) => to === address).map(({ text }) => text)
  }
  async function take(viewer: Viewer, channel: string, address: string) {
    await request(viewer, channel, address)
    expect(await confirm(viewer, channel, await codeSentTo(address))).toBe('ContactChanged')
  }

  it('is told so there and in the inbox, whatever is switched off; the same one again is no change', async () => {
    const clerk = await newClerk()
    await take(clerk, 'EMAIL', 'first@unit.example')
    await take(clerk, 'EMAIL', 'first@unit.example')
    expect(await sentTo('first@unit.example')).toHaveLength(2)
    await change(clerk, 'switchChannel(channel: EMAIL, on: false)')
    await take(clerk, 'EMAIL', 'second@unit.example')
    expect((await sentTo('first@unit.example')).at(-1)).toContain('接收通知的电子邮箱')
    await change(clerk, 'removeAddress(channel: EMAIL)')
    expect((await sentTo('second@unit.example')).at(-1)).toContain('接收通知的电子邮箱')
    const { data } = await ask(platform, clerk, '{ inbox { edges { node { kind path title(language: EN) } } } }')
    const node = { kind: 'ADDRESS_CHANGED', path: '/account', title: 'Your e-mail address for notices was changed' }
    expect(data['inbox']).toEqual({ edges: [{ node }, { node }] })
  })

  it('may be the number of the register', async () => {
    const { individualIds } = await addEmployer(platform, [1_000_000])
    const person = await addPerson(platform, individualIds[0] ?? '')
    await platform.database.prisma.individual.update({
      where: { id: person.individualId },
      data: { personal: platform.vault.seal({ name: '王', idNumber: 'x', mobile: '13711112222' }) },
    })
    await take(person, 'SMS', '13622221111')
    expect(await sentTo('13711112222')).toEqual([expect.stringContaining('手机号码已变更')])
  })
})

describe('the ways of being told', () => {
  it('begin with the number of the register, and are switched and forgotten by their owner', async () => {
    const { individualIds } = await addEmployer(platform, [1_000_000])
    const person = await addPerson(platform, individualIds[0] ?? '')
    await platform.database.prisma.individual.update({
      where: { id: person.individualId },
      data: { personal: platform.vault.seal({ name: '王', idNumber: 'x', mobile: '13700001234' }) },
    })
    expect((await ways(person))['SMS']).toMatchObject({ registered: '137****1234', own: null, on: true })
    expect(await change(person, 'switchChannel(channel: SMS, on: false)')).toBe('ContactChanged')
    expect((await ways(person))['SMS']).toMatchObject({ on: false })
    await request(person, 'SMS', '13600004321')
    await confirm(person, 'SMS', await codeSentTo('13600004321'))
    expect((await ways(person))['SMS']).toMatchObject({ own: '136****4321', on: true })
    expect(await change(person, 'removeAddress(channel: SMS)')).toBe('ContactChanged')
    expect((await ways(person))['SMS']).toMatchObject({ own: null, registered: '137****1234' })
  })

  it('are there for staff, and for nobody who is not signed in', async () => {
    const staff = await addStaff(platform, await addOffice(platform), ['ADMINISTRATOR'])
    expect(Object.keys(await ways(staff))).toEqual(['EMAIL', 'SMS'])
    const { errors } = await ask(platform, undefined, '{ waysToBeTold { on } }')
    expect(errors).toEqual(['UNAUTHENTICATED'])
  })

  it('that production does not have take no address', async () => {
    const clerk = await newClerk()
    const environment = { ...platform.environment, mode: 'production' as const }
    const source =
      'mutation { requestAddressCode(channel: EMAIL, address: "a@b.example") { ... on ContactRefused { reason } } }'
    const { data } = await ask({ ...platform, environment }, clerk, source)
    expect(data['requestAddressCode']).toEqual({ reason: 'CHANNEL_OFF' })
  })
})
