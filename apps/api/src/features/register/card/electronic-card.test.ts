import { afterAll, describe, expect, it } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { ask, insuredViewer } from '../../../testing/ask.ts'
import { openCardOffice } from '../../../testing/register/card/card-office.ts'

const office = await openCardOffice()
const { platform, person, bank, hospital, officer, one, plain, active } = office
afterAll(() => platform.close())

describe('the electronic card', () => {
  const checked = 'outcome nameMasked numberMasked'
  const show = (viewer: Viewer, id: string) =>
    ask(platform, viewer, 'query ($id: ID!) { code: electronicCardCode(cardId: $id) { token qrSvg } }', { id })
  const tokenOf = async (id: string) => (await show(person, id)).data['code'] as unknown as { token: string } | null
  const check = async (token: string, viewer: Viewer = hospital) =>
    one(viewer, `mutation ($token: String!) { checkCardCode(token: $token) { ${checked} } }`, { token })
  const later = (seconds: number) =>
    platform.clock.set(new Date(platform.clock.now().getTime() + seconds * 1000).toISOString())

  it('is accepted once, for a minute, while the card is in use; the holder reads who checked it', async () => {
    const id = await active()
    const [first, second] = [await tokenOf(id), (later(31), await tokenOf(id))]
    if (!first || !second) throw new Error('No code was made.')
    expect(first.token).not.toBe(second.token)
    expect(await check(second.token.toLowerCase())).toEqual({
      outcome: 'VALID',
      nameMasked: '张*',
      numberMasked: expect.stringContaining('*'),
    })
    const nothing = { nameMasked: null, numberMasked: null }
    expect(await check(second.token, officer)).toEqual({ outcome: 'REPLAYED', ...nothing })
    // The one before it, which somebody may have photographed, does not hold either.
    expect(await check(first.token)).toEqual({ outcome: 'REPLAYED', ...nothing })
    later(1)
    const third = await tokenOf(id)
    later(60)
    expect(await check(third?.token ?? '')).toEqual({ outcome: 'EXPIRED', ...nothing })
    const fourth = await tokenOf(id)
    await plain(person, 'reportCardLoss', id)
    expect(await check(fourth?.token ?? '')).toEqual({ outcome: 'NOT_USABLE', ...nothing })
    expect(await tokenOf(id)).toBeNull()
    const read = '{ readingsOfMyRecord { edges { node { action readerKind employerName } } } }'
    expect((await ask(platform, person, read)).data['readingsOfMyRecord']).toMatchObject({
      edges: expect.arrayContaining([
        { node: { action: 'CARD_CODE_CHECKED', readerKind: 'PARTNER', employerName: '示范医院' } },
      ]),
    })
    const trail = await platform.database.prisma.auditEvent.findMany({ where: { action: 'CARD_CODE_CHECKED' } })
    expect(trail.map(({ change }) => (change as { codeOutcome: string }).codeOutcome)).toEqual([
      'VALID',
      'REPLAYED',
      'REPLAYED',
      'EXPIRED',
      'NOT_USABLE',
    ])
  })

  it('is shown to nobody else, read by two desks at once it holds at one, and what nobody made is throttled', async () => {
    const id = await active()
    expect((await show(insuredViewer(crypto.randomUUID()), id)).data['code']).toBeNull()
    expect((await show(officer, id)).errors).toEqual(['FORBIDDEN'])
    const { token } = (await tokenOf(id)) ?? { token: '' }
    expect((await ask(platform, person, `mutation { checkCardCode(token: "${token}") { outcome } }`)).errors).toEqual([
      'FORBIDDEN',
    ])
    const both = await Promise.all([check(token), check(token, bank)])
    expect(both.map((one) => (one as unknown as { outcome: string }).outcome).toSorted()).toEqual(['REPLAYED', 'VALID'])
    const other = Buffer.from(platform.vault.seal({ cardId: id }))
      .toString('hex')
      .slice(0, 80)
    expect(await check(other)).toMatchObject({ outcome: 'UNKNOWN' })
    const altered = `${token.slice(0, 20)}${token[20] === 'A' ? 'B' : 'A'}${token.slice(21)}`
    expect(await check(altered)).toMatchObject({ outcome: 'UNKNOWN' })
    // What is short of the limit of an address is left out.
    await platform.database.prisma.signInThrottle.updateMany({ data: { failures: 1_000 } })
    const refused = await ask(platform, hospital, 'mutation { checkCardCode(token: "AAAA") { outcome } }')
    expect(refused.errors).toEqual(['TOO_MANY_REQUESTS'])
  })
})
