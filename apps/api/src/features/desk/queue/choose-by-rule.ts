import type { OfficePerson } from '../../../case/office-people.repository.ts'
import { standingOf } from './waiting-lifecycle.ts'
import type { WaitingCase, WaitingLifecycle } from './waiting-lifecycle.ts'

/** A published rule as it stands: whom it names, in their turn, and which turn each had last. */
export interface StandingRule {
  id: string
  number: number
  districtId: string | null
  industry: string | null
  numberFrom: string | null
  numberTo: string | null
  accountIds: readonly string[]
  turns: Map<string, number>
}

/** A case that came into a queue, with what rules look at. */
export interface EnteredCase extends WaitingCase {
  caseId: string
  industry: string | null
  registrationNo: string | null
}

/** Who is away today, and who stands in. */
export type Away = ReadonlyMap<string, string | null>

const fits = (rule: StandingRule, { districtId, industry, registrationNo }: EnteredCase): boolean =>
  (rule.districtId === null || rule.districtId === districtId) &&
  (rule.industry === null || rule.industry === industry?.charAt(0)) &&
  (rule.numberFrom === null ||
    (registrationNo !== null && registrationNo >= rule.numberFrom && registrationNo <= (rule.numberTo ?? '')))

/**
 * To whom the rules give a case: the lowest number that fits and finds somebody who may take the next step. Of several the one whose turn
 * was longest ago; who is away is skipped, or their stand-in has it. The turn is counted in the rule that is handed in.
 */
export function chooseByRule(
  kind: WaitingLifecycle,
  rules: readonly StandingRule[],
  entered: EnteredCase,
  { people, away }: { people: readonly OfficePerson[]; away: Away },
): { rule: StandingRule; account: string; turn: number } | undefined {
  const may = (account: string | null | undefined): account is string => {
    if (!account || away.has(account)) return false
    const person = people.find((one) => one.account === account)
    return person !== undefined && standingOf(kind, entered, person) === 'MAY'
  }
  for (const rule of rules.filter((one) => fits(one, entered))) {
    const inTurn = rule.accountIds.toSorted((a, b) => (rule.turns.get(a) ?? 0) - (rule.turns.get(b) ?? 0))
    const named = inTurn.find(may)
    const held = named ?? inTurn.find((account) => may(away.get(account)))
    const account = named ?? (held === undefined ? undefined : away.get(held))
    if (held === undefined || !account) continue
    const turn = Math.max(0, ...rule.turns.values()) + 1
    rule.turns.set(held, turn)
    return { rule, account, turn }
  }
  return undefined
}
