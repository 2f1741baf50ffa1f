import type { TeachingCase, TeachingPerson } from '@shebao/prisma/seed'
import { addDays } from '@shebao/kernel'
import { giveConsent, readSharedRecord, readSharedRecords } from '../features/desk/family/index.ts'
import { handOutStatement } from '../features/desk/rights/index.ts'
import { giveTemporaryCard, listCards, replaceCard } from '../features/register/card/index.ts'
import type { Platform } from '../platform/platform.ts'
import { findDemoViewer, findInsured } from './demo-viewer.ts'

const origin = 'demo'

/** What happened around two long records: family looks, the window looks, a card is replaced. */
export async function playRecord(platform: Platform, teaching: readonly TeachingPerson[]): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const personOf = (wanted: TeachingCase) => teaching.find(({ shows }) => shows === wanted)?.person
  const [person, abroad, family] = [personOf('EVENTFUL'), personOf('EVENTFUL_ABROAD'), personOf('MOVED')]
  if (!person || !abroad || !family) return
  const owner = { viewer: await findInsured(platform, person), origin }
  const given = await giveConsent(platform, owner, {
    number: family.idNumber,
    name: family.name,
    relation: 'CHILD',
    validTo: addDays(platform.clock.today(), 365),
  })
  if ('refusal' in given) throw new Error(`The demo's consent was refused: ${given.refusal}`)
  const reader = { viewer: await findInsured(platform, family), origin }
  for (const { id } of await readSharedRecords(platform, reader.viewer)) await readSharedRecord(platform, reader, id)
  const year = Number(platform.clock.today().slice(0, 4)) - 1
  const agent = { name: family.name, idNumber: family.idNumber, idSeen: true }
  const handed = [
    { number: person.idNumber, reason: '子女代办，打印权益记录单用于退休前核对。', agent },
    { number: abroad.idNumber, reason: '本人到窗口打印，用于办理居留手续。' },
  ]
  for (const one of handed) await handOutStatement(platform, officer, origin, { ...one, year, idSeen: true })
  await replaceCardOf(platform, person.id)
}

/** Damaged, and replaced at the window: the old card is void, the new one is being made, a temporary one stands in for it. */
async function replaceCardOf(platform: Platform, individualId: string): Promise<void> {
  const officer = await findDemoViewer(platform, { staffNo: 'S1001' })
  const [card] = await listCards(platform, individualId)
  if (!card) return
  await replaceCard(platform, officer, origin, { id: card.id, reason: 'DAMAGED' })
  await giveTemporaryCard(platform, officer, origin, { individualId })
}
