import { writeRosterCsv, writeRosterXlsx } from '@shebao/roster'
import type { RosterLanguage } from '@shebao/roster'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { noteDownload, requireEditableDeclaration } from '../declaration/index.ts'
import { lockUnitOfRoster } from './enrolled.repository.ts'
import { loadBureauRoster, rosterMeta } from './load-bureau-roster.ts'

export interface RosterDownload {
  bytes: Uint8Array
  version: number
  contentHash: string
  fileName: string
}

export interface DownloadInput {
  declarationId: string
  format: 'csv' | 'xlsx'
  language: RosterLanguage
  origin: string
}

/**
 * The bureau's roster of the unit as a file (domain 4.4), and the note that this version was downloaded. The version is read under
 * the same lock as the people, so that the number on the file is that of its content.
 */
export async function downloadRoster(
  platform: Platform,
  viewer: Viewer,
  input: DownloadInput,
): Promise<RosterDownload> {
  return platform.database.transaction(async () => {
    const { declaration, refusal } = await requireEditableDeclaration(platform, viewer, input.declarationId)
    const { rosterVersion, registrationNo } = await lockUnitOfRoster(platform, declaration.employerId)
    const people = await loadBureauRoster(platform, declaration.employerId)
    const meta = rosterMeta(people, rosterVersion, registrationNo)
    // A declaration that is past editing keeps what it was compared with; the file may still be fetched.
    if (!refusal) await noteDownload(platform, declaration.id, rosterVersion)
    await platform.audit.record({
      actorKind: 'EMPLOYER',
      actorId: viewer.accountId,
      origin: input.origin,
      action: 'DOWNLOAD_ROSTER',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { rosterVersion, people: people.length, contentHash: meta.contentHash },
    })
    const drafts = people.map(({ draft }) => draft)
    const write = input.format === 'csv' ? writeRosterCsv : writeRosterXlsx
    return {
      bytes: write(drafts, meta, input.language),
      version: rosterVersion,
      contentHash: meta.contentHash,
      fileName: `roster-${registrationNo}-v${rosterVersion}.${input.format}`,
    }
  })
}
