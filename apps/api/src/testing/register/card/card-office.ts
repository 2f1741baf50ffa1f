import { expect } from 'vitest'
import type { Viewer } from '../../../access/viewer.ts'
import { cardCase } from '../../../features/register/card/card-case.ts'
import { ask, insuredViewer, partnerViewer, staffViewer } from '../../ask.ts'
import { markNow } from '../../mark-now.ts'
import { seedAccounts } from '../../office/session/session-client.ts'
import { asOffice } from '../../../platform/tenancy.ts'
import { openTestPlatform } from '../../test-platform.ts'

/** One deed's answer, and what of the card it shows. */
export const shown = `__typename ... on Card { id status bankStatus kind readyOn validTo passwordDue replacesId numberMasked }
  ... on CardRefused { reason } ... on StaleDecision { happened { event } }`
export interface Shown {
  __typename: string
  id: string
  status: string
  reason?: string
}

/** An office with a person, a bank's and a hospital's desk, and its clock; and what is done to a card there, as each would press it. */
export const openCardOffice = () => asOffice('TEST', givenCardOffice)

async function givenCardOffice() {
  const platform = await openTestPlatform()
  platform.clock.set('2026-11-23T10:00:00+08:00')
  const individualId = (await seedAccounts(platform)).individualId
  const person = insuredViewer(individualId)
  const { id: createdBy } = await platform.database.prisma.account.findFirstOrThrow({ where: { kind: 'STAFF' } })
  const administrator = staffViewer(['ADMINISTRATOR'], { accountId: createdBy })
  const partner = (kind: 'BANK' | 'HOSPITAL', number: string, name: string) =>
    platform.database.prisma.partner.create({
      data: { kind, number, name, linked: kind === 'BANK', createdBy, createdAt: platform.clock.now() },
    })
  const bank = partnerViewer('BANK', { partnerId: (await partner('BANK', 'YH1', '示范银行')).id })
  const hospital = partnerViewer('HOSPITAL', { partnerId: (await partner('HOSPITAL', 'YY1', '示范医院')).id })
  const [officer, head] = [staffViewer(['OFFICER']), staffViewer(['HEAD'])]

  async function one(viewer: Viewer | undefined, source: string, variables: object = {}): Promise<Shown> {
    const { data, errors } = await ask(platform, viewer, source, { ...variables })
    expect(errors).toEqual([])
    return Object.values(data)[0] as unknown as Shown
  }
  const mark = (id: string) => markNow(platform, cardCase, id)
  const both = ['ID', 'CARD']
  /** A deed of the window that asks for papers. */
  const atWindow = async (
    deed: string,
    id: string,
    documents = both,
    more: { byProxy?: boolean; mark?: string } = {},
  ) =>
    one(officer, `mutation ($input: CardAtWindowInput!) { ${deed}(input: $input) { ${shown} } }`, {
      input: { id, documents, byProxy: more.byProxy ?? false, decidedOn: more.mark ?? (await mark(id)) },
    })
  const plain = async (viewer: Viewer | undefined, deed: string, id: string, args = '') =>
    one(viewer, `mutation ($id: ID!, $mark: CaseMark!) { ${deed}(id: $id, decidedOn: $mark ${args}) { ${shown} } }`, {
      id,
      mark: await mark(id),
    })
  const apply = (viewer = person) =>
    one(viewer, `mutation { applyForCard(bank: "示范银行") { ${shown.replace(/\.\.\. on Stale.*/, '')} } }`)
  /** One handed over and not activated, of this person. */
  async function issued(): Promise<string> {
    await platform.database.prisma.card.updateMany({
      where: { individualId },
      data: { status: 'CANCELLED', lostUntil: null },
    })
    const { id } = await apply()
    await plain(officer, 'makeCard', id)
    expect(await atWindow('issueCard', id, ['ID'])).toMatchObject({ status: 'INACTIVE' })
    return id
  }
  async function active(): Promise<string> {
    const id = await issued()
    expect(await atWindow('activateCard', id)).toMatchObject({ status: 'NORMAL', passwordDue: true })
    return id
  }
  const numberOf = async (id: string) => {
    const { numberCipher } = await platform.database.prisma.card.findUniqueOrThrow({ where: { id } })
    return platform.vault.open<string>(numberCipher)
  }

  return {
    platform,
    individualId,
    person,
    bank,
    hospital,
    administrator,
    officer,
    head,
    one,
    mark,
    atWindow,
    plain,
    issued,
    active,
    numberOf,
    apply,
  }
}
