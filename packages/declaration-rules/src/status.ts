import type { Verdict } from './verdict.ts'

/** Who acts. OFFICER reviews, APPROVER decides (four eyes, domain 9), SYSTEM is the clock and the ledger. */
export const ROLES = ['CLERK', 'OFFICER', 'APPROVER', 'SYSTEM'] as const
export type Role = (typeof ROLES)[number]

/** What must hold for an action besides state and role. */
export type Guard =
  | 'COMPLETE'
  | 'ROSTER_CURRENT'
  | 'DIFFERENCES_SETTLED'
  | 'OTHER_PERSON'
  | 'PAPER_MATCHES'
  | 'PAPER_DIFFERS'

/** Why an action is refused; the client words it. */
export type RefusalCode =
  | 'ILLEGAL_TRANSITION'
  | 'ROLE_NOT_ALLOWED'
  | 'INCOMPLETE'
  | 'ROSTER_STALE'
  | 'NOT_RESOLVED'
  | 'SAME_PERSON'
  | 'PAPER_DIFFERS'
  | 'PAPER_MATCHES'

/** What the caller knows; a fact a guard needs and nobody gave counts as not fulfilled. */
export interface GuardFacts {
  readonly verdict?: Verdict
  readonly rosterIsCurrent?: boolean
  readonly openDifferences?: number
  readonly samePerson?: boolean
  readonly paperHashMatches?: boolean
}

export interface Transition<State extends string, Action extends string> {
  readonly action: Action
  readonly from: readonly State[]
  readonly to: State | 'SAME'
  readonly roles: readonly Role[]
  readonly guards?: readonly Guard[]
}

export interface StatusTable<State extends string, Action extends string> {
  readonly states: readonly State[]
  readonly actions: readonly Action[]
  readonly transitions: readonly Transition<State, Action>[]
}

export type TransitionResult<State extends string> =
  | { readonly ok: true; readonly next: State }
  | { readonly ok: false; readonly code: RefusalCode; readonly params: Readonly<Record<string, string>> }

/** Decides one action: the state first, then who, then what must hold. */
export function transition<State extends string, Action extends string>(
  table: StatusTable<State, Action>,
  state: State,
  action: Action,
  role: Role,
  facts: GuardFacts = {},
): TransitionResult<State> {
  const params = { state, action, role }
  const rows = table.transitions.filter((row) => row.action === action && row.from.includes(state))
  if (rows.length === 0) return { ok: false, code: 'ILLEGAL_TRANSITION', params }
  const row = rows.find((candidate) => candidate.roles.includes(role))
  if (row === undefined) return { ok: false, code: 'ROLE_NOT_ALLOWED', params }
  for (const guard of row.guards ?? []) {
    const code = refusalOf(guard, facts)
    if (code !== undefined) return { ok: false, code, params }
  }
  return { ok: true, next: row.to === 'SAME' ? state : row.to }
}

function refusalOf(guard: Guard, facts: GuardFacts): RefusalCode | undefined {
  switch (guard) {
    case 'COMPLETE':
      return facts.verdict === 'COMPLETE' || facts.verdict === 'COMPLETE_WITH_WARNINGS' ? undefined : 'INCOMPLETE'
    case 'ROSTER_CURRENT':
      return facts.rosterIsCurrent === true ? undefined : 'ROSTER_STALE'
    case 'DIFFERENCES_SETTLED':
      return facts.openDifferences === 0 ? undefined : 'NOT_RESOLVED'
    case 'OTHER_PERSON':
      return facts.samePerson === false ? undefined : 'SAME_PERSON'
    case 'PAPER_MATCHES':
      return facts.paperHashMatches === true ? undefined : 'PAPER_DIFFERS'
    case 'PAPER_DIFFERS':
      return facts.paperHashMatches === false ? undefined : 'PAPER_MATCHES'
  }
}

/** The actions a role may try in a state, in the order of the table; guards are looked at when it does. */
export function allowedActions<State extends string, Action extends string>(
  table: StatusTable<State, Action>,
  state: State,
  role: Role,
): readonly Action[] {
  const rows = table.transitions.filter((row) => row.from.includes(state) && row.roles.includes(role))
  return [...new Set(rows.map((row) => row.action))]
}
