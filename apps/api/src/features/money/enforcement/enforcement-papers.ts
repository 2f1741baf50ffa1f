import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { totalOf } from './enforcement-guards.ts'
import type { EnforcementFacts } from './enforcement-guards.ts'
import { findOnlyBody } from './banks.repository.ts'
import { countPapers, insertPapers } from './enforcement.repository.ts'
import type { EnforcementRow } from './enforcement.repository.ts'
import { legalSteps } from './legal-steps.ts'
import type { EnforcementPaper } from './legal-steps.ts'
import type { EnforcedDebt } from './read-due.ts'
import { registerPapers } from './papers/register-papers.ts'
import type { Standing } from './standing.ts'

interface Leaving {
  actor: Actor
  row: EnforcementRow
  revision: number
  facts: EnforcementFacts & { debts: readonly EnforcedDebt[] }
  standing: Standing
}

/** What leaves with a step. A part payment issues anew what its amount stands in; every bank that is asked gets its own letter. */
export function papersOf({ facts: { state, input }, standing }: Pick<Leaving, 'facts' | 'standing'>) {
  const paper = (kind: EnforcementPaper, more: { bank?: { id: string }; reissued?: true } = {}) => ({ kind, more })
  if (input.event === 'QUERY_ACCOUNTS')
    return (standing.query?.banks ?? []).map((bank) => paper('QUERY_LETTER', { bank }))
  if (input.event === 'PART_PAID') {
    if (state === 'ORDERED') return [paper('ORDER', { reissued: true })]
    if (state === 'DEMANDED') return [paper('DEMAND', { reissued: true })]
    if (state !== 'ALLOCATION_DECIDED') return []
    return [
      paper('ALLOCATION_DECISION', { reissued: true }),
      ...(standing.bankNotice ? [paper('BANK_NOTICE', { reissued: true })] : []),
    ]
  }
  const { paper: kind } = legalSteps[input.event]
  return kind ? [paper(kind)] : []
}

/** What left, and of a letter to one bank which. */
export interface WrittenPaper {
  id: string
  number: string
  kind: EnforcementPaper
  bank?: { id: string }
}

const bodyOf = { ALLOCATION_APPLICATION: 'DEPARTMENT', COURT_APPLICATION: 'COURT' } as const

/** Of applications the body that they go to, where there is but one to decide; otherwise they name it by its office. */
async function readAddressees(platform: Platform, kinds: readonly EnforcementPaper[]) {
  const named: Partial<Record<EnforcementPaper, { name: string }>> = {}
  for (const kind of ['ALLOCATION_APPLICATION', 'COURT_APPLICATION'] as const) {
    const body = kinds.includes(kind) ? await findOnlyBody(platform, bodyOf[kind]) : undefined
    if (body) named[kind] = body
  }
  return named
}

/** Each with its number, and with everything that it says as it stands now: what is printed later is this and nothing else. */
export async function writePapers(platform: Platform, leaving: Leaving): Promise<WrittenPaper[]> {
  const papers = papersOf(leaving)
  if (papers.length === 0) return []
  const { actor, row, revision, facts, standing } = leaving
  const before = await countPapers(platform, row.id)
  const addressees = await readAddressees(
    platform,
    papers.map(({ kind }) => kind),
  )
  const { today: issuedOn, due, debts, input } = facts
  const leave = papers.map(({ kind, more }, at) => ({
    id: randomUUID(),
    caseId: row.id,
    kind,
    number: `${row.number}-${String(before + at + 1).padStart(3, '0')}`,
    revision,
    amount: BigInt(totalOf(due)),
    issuedOn,
    issuedBy: actor.kind === 'SYSTEM' ? null : actor.accountId,
    content: JSON.parse(
      JSON.stringify({
        ...more,
        ...(addressees[kind] ? { addressee: addressees[kind] } : {}),
        ...(kind === 'DEFERRAL_AGREEMENT' ? { figures: { deferralMonths: facts.figures.deferralMonths } } : {}),
        due,
        debts,
        input,
        prepared: facts.standing.draft?.paper,
        standing: { ...standing, draft: undefined },
      }),
    ),
  }))
  const registered = await registerPapers(platform, row.employerId, leave)
  await insertPapers(
    platform,
    leave.map((paper) => ({ ...paper, documentId: registered.get(paper.id) ?? null })),
  )
  return leave.map(({ id, number }, at) => {
    const { kind = 'ORDER', more } = papers[at] ?? {}
    return { id, number, kind, ...more }
  })
}
