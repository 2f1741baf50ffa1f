import { listOfficePeople } from '../../../case/office-people.repository.ts'
import type { MovedCases, Platform } from '../../../platform/platform.ts'
import { chooseByRule } from './choose-by-rule.ts'
import { findEntered, holdRules, listAway, writeGiven } from './rule-assignment.repository.ts'
import type { GivenByRule } from './rule-assignment.repository.ts'
import { isOfStaff } from './waiting-lifecycle.ts'
import type { WaitingLifecycle } from './waiting-lifecycle.ts'

/**
 * Gives cases that came into a queue to whom the published rules say, in the transaction of the step that brought them there (ADR 60): the
 * same few statements for one case and for many. Nobody is given what they may not take the next step of.
 */
export async function assignByRule(
  platform: Platform,
  lifecycles: readonly WaitingLifecycle[],
  { lifecycle, ids, to }: MovedCases,
): Promise<void> {
  const kind = lifecycles.find(({ table }) => table.lifecycle === lifecycle)
  if (!kind?.table.steps.some((step) => step.from.includes(to) && isOfStaff(step))) return
  const rules = await holdRules(platform, lifecycle)
  if (rules.length === 0) return
  const entered = await findEntered(platform, kind, ids)
  if (entered.length === 0) return
  const office = { people: await listOfficePeople(platform), away: await listAway(platform) }
  const given: GivenByRule[] = []
  for (const one of entered) {
    const chosen = chooseByRule(kind, rules, one, office)
    if (chosen) given.push({ lifecycle, caseId: one.caseId, state: one.state, ...chosen })
  }
  if (given.length === 0) return
  await writeGiven(platform, given, rules)
  const names = new Map(office.people.map(({ account, name }) => [account, name]))
  await platform.audit.recordAll(
    given.map(({ caseId, state, account, rule }) => ({
      actorKind: 'SYSTEM',
      origin: 'work-rule',
      action: 'ASSIGN_WORK',
      recordType: 'Work',
      recordId: caseId,
      change: { lifecycle, status: state, owner: names.get(account) ?? '', rule: rule.number },
    })),
  )
}
