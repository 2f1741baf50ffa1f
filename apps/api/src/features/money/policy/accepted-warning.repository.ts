import { oneOf } from '@shebao/kernel'
import { PROPOSAL_WARNINGS } from '@shebao/premium'
import type { ProposalProblem, ProposalWarning } from '@shebao/premium'
import { z } from 'zod'
import type { Platform } from '../../../platform/platform.ts'

/** A warning that was open at the publication, and who answered it when. */
export interface AcceptedWarning {
  code: ProposalWarning
  row: number | null
  field: string | null
  params: Readonly<Record<string, string | number>>
  /** An account. */
  acceptedBy: string
  acceptedAt: Date
}

const StoredParams = z.record(z.string(), z.union([z.string(), z.number()]))

export async function insertAcceptedWarnings(
  { database, clock }: Platform,
  proposalId: string,
  acceptedBy: string,
  warnings: readonly ProposalProblem[],
): Promise<void> {
  if (warnings.length === 0) return
  const acceptedAt = clock.now()
  await database.prisma.acceptedWarning.createMany({
    data: warnings.map(({ code, row, field, params }, position) => {
      return { proposalId, position, code, row, field, params: { ...params }, acceptedBy, acceptedAt }
    }),
  })
}

/** In the order in which they were shown. A proposal has at most some hundreds. */
export async function listAcceptedWarnings({ database }: Platform, proposalId: string): Promise<AcceptedWarning[]> {
  const rows = await database.prisma.acceptedWarning.findMany({ where: { proposalId }, orderBy: { position: 'asc' } })
  return rows.map(({ code, row, field, params, acceptedBy, acceptedAt }) => ({
    code: oneOf(PROPOSAL_WARNINGS, code, 'warning of a proposal'),
    row,
    field,
    params: StoredParams.parse(params),
    acceptedBy,
    acceptedAt,
  }))
}
