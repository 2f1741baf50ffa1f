import { randomUUID } from 'node:crypto'
import { personnelRowOf } from '@shebao/declaration-rules'
import type { RosterFile } from '@shebao/roster'
import { ownKey } from './own-key.ts'
import type { InspectionRequest, Resolution } from './file-request.ts'
import type { CheckedDraft, Draft } from './inspection-answers.ts'
import * as operations from './inspection-operations.ts'
import { outcomeOf, requireOf } from './office-answers.ts'
import type { Receipt, Refusing, SentIssue } from './office-answers.ts'
import { OfficeRefusal } from './office-client.ts'
import type { OfficeClient } from './office-client.ts'

const ROWS_IN_PART = 1_000

/** What is to be written into the draft before it is checked. */
export interface Filing {
  readonly changes: Readonly<Record<string, unknown>> | undefined
  readonly people: RosterFile | undefined
}

export interface Prepared {
  readonly checked: CheckedDraft
  readonly settled: readonly { readonly kind: string; readonly count: number }[]
}

export type Submission =
  | { readonly kind: 'SUBMITTED'; readonly receipt: Receipt; readonly undone: boolean }
  | { readonly kind: 'INCOMPLETE'; readonly issues: readonly SentIssue[] }

/** Writes form and list into this year's draft, compares it with the bureau's roster, settles what was asked, and has it checked. */
export async function prepare(client: OfficeClient, request: InspectionRequest, filing: Filing): Promise<Prepared> {
  const draft = await open(client)
  if (filing.changes) await saveUnit(client, draft, filing.changes)
  if (filing.people) await upload(client, draft, filing.people)
  const { id: declarationId } = draft
  if (request.employeesSigned) {
    requireOf(
      await outcomeOf(client, operations.signPersonnelList, {
        declarationId,
      }),
      'PersonnelSaved',
    )
  }
  const settled = []
  if (filing.people || request.resolutions.length > 0) {
    await compare(client, declarationId)
    for (const resolution of request.resolutions)
      settled.push(await settle(client, declarationId, resolution, request.reason))
  }
  return { checked: await read(client, declarationId), settled }
}

export async function submit(
  client: OfficeClient,
  draft: CheckedDraft,
  { signer, key }: InspectionRequest,
): Promise<Submission> {
  const { id: declarationId, unitRevision, personnelRevision } = draft
  const input = { declarationId, unitRevision, personnelRevision, truthDeclared: true, signer }
  const { data, testMode } = await client.ask<{
    submitDeclaration: Refusing & { receipt?: Receipt; issues?: readonly SentIssue[] }
  }>(operations.submitDeclaration, { input }, key ?? ownKey(input))
  const { submitDeclaration: outcome } = data
  if (outcome.issues) return { kind: 'INCOMPLETE', issues: outcome.issues }
  requireOf(outcome, 'DeclarationSubmitted')
  if (!outcome.receipt) throw new OfficeRefusal('UNKNOWN', outcome.__typename)
  return { kind: 'SUBMITTED', receipt: outcome.receipt, undone: testMode === 'UNDONE' }
}

export async function read(client: OfficeClient, id: string): Promise<CheckedDraft> {
  return (await client.ask<{ declaration: CheckedDraft }>(operations.readDeclaration, { id })).data.declaration
}

async function open(client: OfficeClient): Promise<Draft> {
  const outcome = await outcomeOf<Refusing & { declaration?: Draft }>(client, operations.openInspection)
  requireOf(outcome, 'DeclarationChanged')
  if (!outcome.declaration) throw new OfficeRefusal('UNKNOWN', outcome.__typename)
  return outcome.declaration
}

async function saveUnit(client: OfficeClient, draft: Draft, changes: Readonly<Record<string, unknown>>): Promise<void> {
  const input = { declarationId: draft.id, expectedRevision: draft.unitRevision, changes }
  requireOf(await outcomeOf(client, operations.saveUnitForm, { input }), 'UnitFormSaved')
}

/** In parts, which the office puts in place together when the last has come. */
async function upload(client: OfficeClient, draft: Draft, { rows }: RosterFile): Promise<void> {
  const uploadId = randomUUID()
  const ofParts = Math.max(1, Math.ceil(rows.length / ROWS_IN_PART))
  for (let part = 1; part <= ofParts; part += 1) {
    const input = {
      declarationId: draft.id,
      expectedRevision: draft.personnelRevision,
      uploadId,
      mode: 'REPLACE',
      part,
      ofParts,
      rows: rows.slice((part - 1) * ROWS_IN_PART, part * ROWS_IN_PART).map((row) => {
        const { row: rowNo, draft: person, idDigitsLost } = personnelRowOf(row)
        return { rowNo, draft: person, ...(idDigitsLost ? { idDigitsLost } : {}) }
      }),
    }
    requireOf(await outcomeOf(client, operations.savePersonnel, { input }), 'PersonnelSaved')
  }
}

/** The office compares with a roster that was downloaded: what the unit settles, it has been able to see. */
async function compare(client: OfficeClient, declarationId: string): Promise<void> {
  await client.download(`/documents/roster/${declarationId}.csv`)
  requireOf(await outcomeOf(client, operations.compareRoster, { declarationId }), 'RosterCompared')
}

async function settle(
  client: OfficeClient,
  declarationId: string,
  { kind, resolution, stopReason }: Resolution,
  reason: string | undefined,
): Promise<{ kind: string; count: number }> {
  const variables = { declarationId, kind, resolution, stopReason: stopReason ?? null, reason: reason ?? null }
  const outcome = await outcomeOf<Refusing & { ids?: readonly string[] }>(
    client,
    operations.resolveDifferences,
    variables,
  )
  requireOf(outcome, 'DifferencesResolved')
  return { kind, count: outcome.ids?.length ?? 0 }
}
