import { draftOfRow } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addProposal } from './edit-proposal.ts'
import { approvedRows } from './policy-in-force.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { readParameterText } from './read-parameter-text.ts'
import type { TextReading } from './read-parameter-text.ts'

export type ImportOutcome = { kind: 'imported'; proposal: ProposalRow } | ({ kind: 'refused' } & ImportRefusal)

type FileRefusal = Omit<Extract<TextReading, { ok: false }>, 'ok'>
/** NO_CHANGE: every row of it is published as it stands. */
type ImportRefusal = Omit<FileRefusal, 'reason'> & { reason: FileRefusal['reason'] | 'NO_CHANGE' }

/**
 * A new proposal with the rows of a file; of a file with anything wrong, nothing. What is published as it stands in the file is left
 * out, so that a downloaded table can be changed and brought back. Overlaps with published rows are the editor's to show.
 */
export async function importProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: { title: string; text: string; origin: string },
): Promise<ImportOutcome> {
  const viewer = requireMay(asker, 'proposal:edit')
  const reading = readParameterText(input.text, await approvedRows(platform))
  if (!reading.ok) {
    const { reason, detail, problems } = reading
    return { kind: 'refused', reason, detail, problems }
  }
  const [first] = reading.rows
  if (!first) {
    const reason = reading.unchanged > 0 ? 'NO_CHANGE' : 'PROBLEMS'
    return { kind: 'refused', reason, detail: String(reading.unchanged), problems: [] }
  }
  const rows = reading.rows.map((row) => draftOfRow(row, crypto.randomUUID()))
  const proposal = await addProposal(platform, viewer, { ...input, region: first.region, rows })
  return { kind: 'imported', proposal }
}
