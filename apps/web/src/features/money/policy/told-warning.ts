import { PROPOSAL_WARNINGS } from '@shebao/premium'
import type { ParameterField, ProposalProblem } from '@shebao/premium'

/** A warning as the contract tells it. */
export interface ToldWarning {
  code: string
  row: number | null
  field: string | null
  params: unknown
}

/** The same as the rules tell it, to be worded; undefined for a code that this page does not know yet. */
export function asWarning({ code: told, row, params }: ToldWarning): ProposalProblem | undefined {
  const code = PROPOSAL_WARNINGS.find((known) => known === told)
  if (code === undefined) return undefined
  return { severity: 'warning', row, field: fieldOf[code], code, params: figuresOf(params) }
}

const fieldOf: Readonly<Record<(typeof PROPOSAL_WARNINGS)[number], ParameterField>> = {
  NOT_AS_IMPLIED: 'value',
  NOT_SIXTY_PERCENT: 'value',
  LIMITS_DIFFER: 'value',
  BIG_CHANGE: 'value',
  NO_CHANGE: 'value',
  NO_DOCUMENT: 'docNo',
  UNVERIFIED: 'verified',
}

function figuresOf(params: unknown): Record<string, string | number> {
  const entries = typeof params === 'object' && params !== null ? Object.entries(params) : []
  return Object.fromEntries(
    entries.flatMap(([name, value]: [string, unknown]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )
}
