import { noteRead } from '../../../access/note-read.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findReader, listHeld } from './consent.repository.ts'
import type { HeldConsent } from './consent.repository.ts'

/** A record that another lets the viewer read. */
export interface SharedRecord {
  /** Of the consent. */
  id: string
  individualId: string
  name: string
  relation: string
  validTo: string
}

/**
 * The records that stand open to the viewer today. A consent names number and name: given to a mistyped number, it opens nothing to
 * whoever bears that number.
 */
export async function readSharedRecords(platform: Platform, viewer: Viewer | undefined): Promise<SharedRecord[]> {
  const { individualId } = requireMay(viewer, 'record:read')
  const reader = await findReader(platform, individualId)
  if (!reader) throw notFound('person')
  const { vault, clock } = platform
  const { name } = vault.open<{ name: string }>(reader.personal)
  const held = await listHeld(platform, reader.idHash, clock.today())
  return held.filter((consent) => vault.open<{ name: string }>(consent.reader).name === name).map(shownBy(platform))
}

/** One of them, which is noted: its person sees who read it. */
export async function readSharedRecord(
  platform: Platform,
  asked: { viewer: Viewer | undefined; origin: string },
  id: string,
): Promise<SharedRecord> {
  const viewer = requireMay(asked.viewer, 'record:read')
  const shared = (await readSharedRecords(platform, viewer)).find((one) => one.id === id)
  if (!shared) throw notFound('shared record')
  const subject = { action: 'READ_SHARED_RECORD', recordType: 'Individual', recordId: shared.individualId } as const
  await noteRead(platform, viewer, 'record:read', subject, asked)
  return shared
}

const shownBy =
  ({ vault }: Platform) =>
  ({ id, granterId, granterPersonal, relation, validTo }: HeldConsent): SharedRecord => ({
    id,
    individualId: granterId,
    name: vault.open<{ name: string }>(granterPersonal).name,
    relation,
    validTo,
  })
