import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Due } from './enforcement-guards.ts'
import { countPapers, insertPapers, lockEnforcement } from './enforcement.repository.ts'
import type { FinePaper } from './legal-steps.ts'
import type { FineContent } from './papers/paper-content.ts'
import { registerPapers } from './papers/register-papers.ts'
import type { EnforcedDebt } from './read-due.ts'

interface LeavingFine {
  enforcementId: string
  kind: FinePaper
  amount: number
  due: Due
  debts: readonly EnforcedDebt[]
  fine: FineContent
  issuedOn: string
}

/** A paper of the fine beside a case, numbered with the others of the case and signed as they are. Belongs into a transaction. */
export async function leavePaper(
  platform: Platform,
  actor: Actor,
  { enforcementId, kind, amount, due, debts, fine, issuedOn }: LeavingFine,
): Promise<void> {
  const row = await lockEnforcement(platform, enforcementId)
  if (!row) throw notFound('enforcement case')
  const at = (await countPapers(platform, row.id)) + 1
  const paper = {
    id: randomUUID(),
    caseId: row.id,
    kind,
    number: `${row.number}-${String(at).padStart(3, '0')}`,
    revision: row.revision,
    amount: BigInt(amount),
    issuedOn,
    issuedBy: actor.kind === 'SYSTEM' ? null : actor.accountId,
    content: JSON.parse(JSON.stringify({ due, debts, fine, standing: { ...row.standing, draft: undefined } })),
  }
  const registered = await registerPapers(platform, row.employerId, [paper])
  await insertPapers(platform, [{ ...paper, documentId: registered.get(paper.id) ?? null }])
}
