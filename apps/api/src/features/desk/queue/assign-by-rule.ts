import { listOfficePeople } from '../../../case/office-people.repository.ts'
import type { MovedCases, Platform } from '../../../platform/platform.ts'
import { chooseByRule } from './choose-by-rule.ts'
import type { EnteredCase, StandingRule } from './choose-by-rule.ts'
import { findEntered, findLying, holdRules, listAway, writeGiven } from './rule-assignment.repository.ts'
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
  await give(platform, kind, rules, await findEntered(platform, kind, ids))
}

/** As many cases of one kind get their owner in one transaction; the next ones in the next. */
const atOnce = 200

/**
 * What began to wait without a step: a day that is over, a bank's file, a limit that ran out, whatever a job or an employer's filing
 * brought about besides; with it what lay when its rule was published, and what nobody could be given while everybody was away.
 * It has its owner within minutes. Each kind stands for itself, so that the steps of the day are not kept waiting for its rules.
 */
export async function assignLying(platform: Platform, lifecycles: readonly WaitingLifecycle[]): Promise<number> {
  let given = 0
  for (const kind of lifecycles) {
    let after: string | null = ''
    while (after !== null) {
      const page = await assignPage(platform, kind, after)
      given += page.given
      after = page.last
    }
  }
  return given
}

function assignPage(
  platform: Platform,
  kind: WaitingLifecycle,
  after: string,
): Promise<{ given: number; last: string | null }> {
  return platform.database.transaction(async () => {
    const rules = await holdRules(platform, kind.table.lifecycle)
    if (rules.length === 0) return { given: 0, last: null }
    const lying = await findLying(platform, kind, after, atOnce)
    const given = await give(platform, kind, rules, lying)
    return { given, last: lying.length < atOnce ? null : (lying.at(-1)?.caseId ?? null) }
  })
}

async function give(
  platform: Platform,
  kind: WaitingLifecycle,
  rules: readonly StandingRule[],
  entered: readonly EnteredCase[],
): Promise<number> {
  const { lifecycle } = kind.table
  if (entered.length === 0) return 0
  const office = { people: await listOfficePeople(platform), away: await listAway(platform) }
  const given: GivenByRule[] = []
  for (const one of entered) {
    const chosen = chooseByRule(kind, rules, one, office)
    if (chosen) given.push({ lifecycle, caseId: one.caseId, state: one.state, ...chosen })
  }
  if (given.length === 0) return 0
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
  return given.length
}
