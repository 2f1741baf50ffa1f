import { requireMay, staffMay } from '../../../access/permissions.ts'
import { badInput, forbidden, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { listOfficePeople } from '../../../case/office-people.repository.ts'
import { noFacts, openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { ruleTrace, workRuleCase } from './work-rule-case.ts'
import { workRuleTable } from './work-rule.lifecycle.ts'
import { decideWorkRule, findWorkRule, insertWorkRule, isDistrict } from './work-rule.repository.ts'
import type { WorkRuleRow } from './work-rule.repository.ts'

/** PEOPLE: nobody, or somebody who handles no cases. RANGE: its end lies before its begin, or one of them is missing. */
export const workRuleRefusals = ['PEOPLE', 'RANGE', 'SAME_PERSON', 'NOT_IN_STATE'] as const
export type WorkRuleRefusal = (typeof workRuleRefusals)[number]
export type WorkRuleOutcome = WorkRuleRow | WorkRuleRefusal

export interface WorkRuleProposal {
  lifecycle?: string | null | undefined
  districtId?: string | null | undefined
  industry?: string | null | undefined
  numberFrom?: string | null | undefined
  numberTo?: string | null | undefined
  accountIds: readonly string[]
  reason: string
}

const mostPeople = 50
const plain = (text: string | null | undefined) => text?.normalize('NFKC').trim().toUpperCase() || null

/** Proposes to whom cases go that fit; until somebody else publishes it, nothing goes anywhere by it. */
export async function proposeWorkRule(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  given: WorkRuleProposal,
): Promise<WorkRuleOutcome> {
  const actor = requireMay(asker, 'work-rule:propose')
  const reason = requireText('reason', given.reason)
  const [numberFrom, numberTo, industry] = [plain(given.numberFrom), plain(given.numberTo), plain(given.industry)]
  if (industry !== null && !/^[A-T]$/.test(industry)) throw badInput('industry', 'A letter of GB/T 4754 is needed.')
  const districtId = given.districtId ?? null
  if (districtId !== null && !(await isDistrict(platform, districtId))) throw notFound('district office')
  if ((numberFrom === null) !== (numberTo === null) || (numberFrom ?? '') > (numberTo ?? '')) return 'RANGE'
  const accountIds = [...new Set(given.accountIds)]
  const people = await listOfficePeople(platform)
  const handles = (id: string) => people.some(({ account, roles }) => account === id && staffMay(roles, 'work:take'))
  if (accountIds.length === 0 || accountIds.length > mostPeople || !accountIds.every(handles)) return 'PEOPLE'
  const asked = { requestedBy: actor.accountId, requestedAt: platform.clock.now() }
  const fits = { lifecycle: given.lifecycle ?? null, districtId, industry, numberFrom, numberTo }
  return openCase(platform, workRuleTable, {
    event: 'PROPOSE',
    actor,
    origin,
    write: () => insertWorkRule(platform, { ...fits, accountIds, reason, ...asked }),
    trace: ruleTrace('WORK_RULE_PROPOSED'),
  })
}

const steps = {
  PUBLISH: { permission: 'work-rule:publish', action: 'WORK_RULE_PUBLISHED' },
  REFUSE: { permission: 'work-rule:refuse', action: 'WORK_RULE_REFUSED' },
  WITHDRAW: { permission: 'work-rule:withdraw', action: 'WORK_RULE_WITHDRAWN' },
  END: { permission: 'work-rule:end', action: 'WORK_RULE_ENDED' },
} as const

/** Published, it holds for what enters a queue from then on; what waits already stays whose it is. */
export async function stepWorkRule(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: keyof typeof steps,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<WorkRuleOutcome> {
  const { permission, action } = steps[event]
  const actor = requireMay(asker, permission)
  const refusal = event === 'REFUSE' ? requireText('reason', reason ?? '') : undefined
  const decided = { decidedBy: actor.accountId, decidedAt: platform.clock.now() }
  const outcome = await takeStep(platform, workRuleCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note: refusal,
    facts: noFacts,
    write: (_row, status) =>
      decideWorkRule(platform, id, { status, ...(event === 'END' ? {} : { ...decided, refusal: refusal ?? null }) }),
    trace: ruleTrace(action),
  })
  if (outcome.kind === 'REFUSED') {
    const { code } = outcome.refusal
    if (code === 'NOT_PERMITTED') throw forbidden()
    return code === 'SAME_PERSON' ? 'SAME_PERSON' : 'NOT_IN_STATE'
  }
  const rule = await findWorkRule(platform, id)
  if (!rule) throw notFound('rule of assignment')
  return rule
}
