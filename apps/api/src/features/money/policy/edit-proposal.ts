import { createHash } from 'node:crypto'
import { addMonths, parsePeriod, period } from '@shebao/kernel'
import { draftOfRow, isParameterName, LARGEST_PROPOSAL, resolveParameters } from '@shebao/premium'
import type { Fen, Period } from '@shebao/kernel'
import type { ParameterDraft, ParameterName, ParameterRow } from '@shebao/premium'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { actingRole, requireStaff, requireUuid } from '../../../access/require-viewer.ts'
import { editingRoles } from './policy.policy.ts'
import { insertProposal, lockProposal, updateRows } from './proposal.repository.ts'
import type { ProposalRow } from './proposal.repository.ts'
import { listRegionRows } from './published.repository.ts'

const longestTitle = 80
const longestText = 400

export interface NewProposalInput {
  region: string
  title: string
  /** The parameters whose rows are copied, and the month the copies begin; none for an empty proposal. */
  copy?: { names: readonly string[]; validFrom: string } | undefined
  origin: string
}

/** An empty proposal, or the rows in force of some parameters again, from a new month on. */
export async function createProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: NewProposalInput,
): Promise<ProposalRow> {
  const viewer = requireStaff(asker, editingRoles)
  const rows = input.copy ? await copyRows(platform, requireRegion(input.region), input.copy) : []
  return addProposal(platform, viewer, { ...input, rows })
}

/** Writes a new proposal down, whoever or whatever made its rows. */
export function addProposal(
  platform: Platform,
  viewer: Viewer,
  input: { region: string; title: string; rows: readonly ParameterDraft[]; origin: string },
): Promise<ProposalRow> {
  const [region, title, rows] = [requireRegion(input.region), requireTitle(input.title), requireRows(input.rows)]
  return platform.database.transaction(async () => {
    const proposal = await insertProposal(platform, {
      region,
      title,
      rows,
      rowsHash: hashRows(rows, null),
      createdBy: viewer.accountId,
    })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: actingRole(viewer, editingRoles),
      origin: input.origin,
      action: 'CREATE_POLICY_PROPOSAL',
      recordType: 'PolicyProposal',
      recordId: proposal.id,
      change: { region, title, rows: rows.length },
    })
    return proposal
  })
}

async function copyRows(
  platform: Platform,
  region: string,
  { names, validFrom }: NonNullable<NewProposalInput['copy']>,
): Promise<ParameterDraft[]> {
  const first = parsePeriod(validFrom)
  if (!first) throw badInput('validFrom', 'A month written YYYY-MM is needed.')
  const wanted = names.filter(isParameterName)
  if (wanted.length !== names.length || wanted.length === 0)
    throw badInput('names', 'Name known parameters, at least one.')
  const published = (await listRegionRows(platform, region)).map(({ row }) => row)
  return rowsInForce(published, region, wanted, first).map((row) =>
    draftOfRow(
      { ...row, validFrom: first, validTo: nextEnd(row, first), docNo: null, publishedOn: null, verified: false },
      crypto.randomUUID(),
    ),
  )
}

/** What holds in the month, and otherwise in the month before it: the rows the new ones follow. */
function rowsInForce(rows: readonly ParameterRow[], region: string, names: readonly ParameterName[], month: Period) {
  const resolved = [month, addMonths(month, -1)].map((at) => resolveParameters(rows, region, at))
  const seen = new Set<string>()
  return resolved.flatMap((resolution) => {
    if (!resolution.ok) return []
    return rows.filter((row) => {
      const key = `${row.name}|${row.insurance}|${row.side}|${row.category}`
      if (!names.includes(row.name) || seen.has(key) || resolution.parameters.find(row)?.row !== row) return false
      seen.add(key)
      return true
    })
  })
}

/** A row that was announced for a year is again announced for a year; an open one stays open. */
function nextEnd(row: ParameterRow, first: Period): Period | null {
  return row.validTo === null ? null : addMonths(first, 11)
}

export interface SaveInput {
  id: string
  expectedRevision: number
  title: string
  publishedAverage: Fen | null
  rows: readonly ParameterDraft[]
}

export type SaveOutcome =
  | { kind: 'saved'; proposal: ProposalRow }
  /** Somebody saved in between: what stands now, to be merged with what was typed. */
  | { kind: 'conflict'; proposal: ProposalRow }
  | { kind: 'ended'; proposal: ProposalRow }

/** Saves what was typed, complete or not; the rules are for simulating and publishing. */
export async function saveProposal(
  platform: Platform,
  asker: Viewer | undefined,
  input: SaveInput,
): Promise<SaveOutcome> {
  const viewer = requireStaff(asker, editingRoles)
  const id = requireUuid(input.id, 'proposal')
  const [title, rows] = [requireTitle(input.title), requireRows(input.rows)]
  return platform.database.transaction(async () => {
    const proposal = await lockProposal(platform, id)
    if (!proposal) throw notFound('proposal')
    if (proposal.status === 'PUBLISHED' || proposal.status === 'WITHDRAWN') return { kind: 'ended', proposal }
    if (proposal.revision !== input.expectedRevision) return { kind: 'conflict', proposal }
    const rowsHash = hashRows(rows, input.publishedAverage)
    if (rowsHash === proposal.rowsHash && title === proposal.title) return { kind: 'saved', proposal }
    const saved = await updateRows(platform, id, {
      title,
      rows,
      rowsHash,
      publishedAverage: input.publishedAverage,
      editors: [...new Set([...proposal.editors, viewer.accountId])],
      revision: proposal.revision + 1,
    })
    return { kind: 'saved', proposal: saved }
  })
}

/** Of everything that is published; which id a row has while it is edited is no part of it. */
export function hashRows(rows: readonly ParameterDraft[], publishedAverage: number | null): string {
  const plain = rows.map(({ id: _id, ...draft }) => draft)
  return createHash('sha256')
    .update(JSON.stringify([plain, publishedAverage]))
    .digest('hex')
}

export function requireRegion(region: string): string {
  if (!/^\d{6}$/.test(region)) throw badInput('region', 'A GB/T 2260 code of six digits is needed.')
  return region
}

function requireTitle(title: string): string {
  const known = title.trim()
  if (known === '' || known.length > longestTitle)
    throw badInput('title', `A title of 1 to ${longestTitle} characters is needed.`)
  return known
}

function requireRows(rows: readonly ParameterDraft[]): readonly ParameterDraft[] {
  if (rows.length > LARGEST_PROPOSAL) throw badInput('rows', `A proposal has at most ${LARGEST_PROPOSAL} rows.`)
  if (new Set(rows.map(({ id }) => id)).size !== rows.length) throw badInput('rows', 'Each row needs an id of its own.')
  const long = rows.some((row) =>
    Object.values(row).some((value) => typeof value === 'string' && value.length > longestText),
  )
  if (long) throw badInput('rows', `A field has at most ${longestText} characters.`)
  return rows
}

/** The month it is at the office. */
export function currentMonth(platform: Platform): Period {
  return period(platform.clock.today().slice(0, 7))
}
