import { draftOfRow } from '@shebao/premium'
import type { Viewer } from '../../../graphql/context.ts'
import type { Platform } from '../../../platform/platform.ts'
import { addProposal } from './edit-proposal.ts'
import { requireStaff } from '../../../access/require-viewer.ts'
import { editingRoles } from './policy.policy.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { readParameterText } from './read-parameter-text.ts'
import type { TextReading } from './read-parameter-text.ts'

export type ImportOutcome =
  | { kind: 'imported'; proposal: ProposalRow }
  | ({ kind: 'refused' } & Omit<Extract<TextReading, { ok: false }>, 'ok'>)

/** A new proposal with the rows of a file; of a file with anything wrong, nothing. Overlaps with published rows are the editor's to show. */
export async function importProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: { title: string; text: string; origin: string },
): Promise<ImportOutcome> {
  const viewer = requireStaff(asker, editingRoles)
  const reading = readParameterText(input.text)
  if (!reading.ok) {
    const { reason, detail, problems } = reading
    return { kind: 'refused', reason, detail, problems }
  }
  const [first] = reading.rows
  if (!first) return { kind: 'refused', reason: 'PROBLEMS', detail: '', problems: [] }
  const rows = reading.rows.map((row) => draftOfRow(row, crypto.randomUUID()))
  return { kind: 'imported', proposal: await addProposal(platform, viewer, { ...input, region: first.region, rows }) }
}
