import { randomUUID } from 'node:crypto'
import { changesFromFile } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import type { RosterFile } from '@shebao/roster'
import type { Submission } from './file-inspection.ts'
import type { MonthlyRequest } from './file-request.ts'
import type { CheckedMonthly, MonthlyDraft } from './monthly-answers.ts'
import * as operations from './monthly-operations.ts'
import { outcomeOf, requireOf } from './office-answers.ts'
import type { Receipt, Refusing, SentIssue } from './office-answers.ts'
import { OfficeRefusal } from './office-client.ts'
import type { OfficeClient } from './office-client.ts'
import { ownKey, uuidOf } from './own-key.ts'

const ROWS_IN_PART = 1_000

/** Makes the month's draft the changes of the file, and has it checked. Without a file the draft stays as it is. */
export async function prepareMonthly(
  client: OfficeClient,
  request: MonthlyRequest,
  changes: RosterFile | undefined,
): Promise<CheckedMonthly> {
  const draft = await open(client, request)
  if (changes) await upload(client, draft, changes)
  return (await client.ask<{ monthlyDeclaration: CheckedMonthly }>(operations.readMonthly, { id: draft.id })).data
    .monthlyDeclaration
}

export async function submitMonthly(
  client: OfficeClient,
  { id: declarationId, revision }: CheckedMonthly,
  { signer, key: given }: MonthlyRequest,
): Promise<Submission> {
  const said = { declarationId, revision, truthDeclared: true, signer }
  const key = given ?? ownKey(said)
  const input = { ...said, idempotencyKey: uuidOf(`${declarationId} ${key}`) }
  const { data, testMode } = await client.ask<{
    submitMonthlyDeclaration: Refusing & { receipt?: Receipt; issues?: readonly SentIssue[] }
  }>(operations.submitMonthly, { input }, key)
  const { submitMonthlyDeclaration: outcome } = data
  if (outcome.issues) return { kind: 'INCOMPLETE', issues: outcome.issues }
  requireOf(outcome, 'MonthlySubmitted')
  if (!outcome.receipt) throw new OfficeRefusal('UNKNOWN', outcome.__typename)
  return { kind: 'SUBMITTED', receipt: outcome.receipt, undone: testMode === 'UNDONE' }
}

async function open(client: OfficeClient, { month, filing }: MonthlyRequest): Promise<MonthlyDraft> {
  const outcome = await outcomeOf<Refusing & { declaration?: MonthlyDraft }>(client, operations.openMonthly, {
    period: month ?? null,
    filing,
  })
  requireOf(outcome, 'MonthlyOpened')
  if (!outcome.declaration) throw new OfficeRefusal('UNKNOWN', outcome.__typename)
  return outcome.declaration
}

/** In parts, which the office puts in place together when the last has come: the draft is then the file, however often it is sent. */
async function upload(client: OfficeClient, draft: MonthlyDraft, file: RosterFile): Promise<void> {
  const { changes } = changesFromFile(file, { period: toPeriod(draft.period) })
  const uploadId = randomUUID()
  const ofParts = Math.max(1, Math.ceil(changes.length / ROWS_IN_PART))
  for (let part = 1; part <= ofParts; part += 1) {
    const rows = changes.slice((part - 1) * ROWS_IN_PART, part * ROWS_IN_PART)
    const input = {
      declarationId: draft.id,
      expectedRevision: draft.revision,
      uploadId,
      mode: 'REPLACE',
      part,
      ofParts,
      rows: rows.map(({ row, draft: change }) => ({ rowNo: row, change })),
    }
    requireOf(await outcomeOf(client, operations.uploadChanges, { input }), 'MonthlyChangesSaved')
  }
}
