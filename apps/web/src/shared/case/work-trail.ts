import { useLocation } from 'react-router'

/** Where staff came from: the list of what waits, with its filter as it stands in the address. */
export interface WorkTrail {
  /** `?desk=REFUND&sort=AMOUNT`, or nothing for the list as it usually is. */
  readonly work: string
  /** The cases that were opened since, by the key of their row: going on leads past them. */
  readonly passed?: readonly string[]
}

export const workHome = '/staff'

/** The list that a page was opened from; nothing when it was opened otherwise. */
export function trailOf(state: unknown): WorkTrail | undefined {
  if (typeof state !== 'object' || state === null || !('work' in state)) return undefined
  if (typeof state.work !== 'string') return undefined
  const passed = 'passed' in state && Array.isArray(state.passed) ? state.passed : []
  return { work: state.work, passed: passed.filter((key) => typeof key === 'string') }
}

/** Goes along with whatever leads from case to case, so that the filter is found again at the end. */
export function useWorkTrail(): WorkTrail | undefined {
  return trailOf(useLocation().state)
}

const sorts = ['LONGEST', 'NEWEST', 'DUE', 'AMOUNT'] as const
const owners = ['ANYBODY', 'ME', 'NOBODY', 'STALE'] as const
const standings = { mine: 'MAY', barred: 'SAME_PERSON', others: 'NOT_PERMITTED', all: null } as const
export type WorkView = keyof typeof standings

export const workViews = ['mine', 'barred', 'others', 'all'] as const satisfies readonly WorkView[]

/** What the address asks for; a word that nobody knows asks for the usual. */
export function workFilter(search: string | URLSearchParams) {
  const params = new URLSearchParams(search)
  const view = workViews.find((name) => name === params.get('view')) ?? 'mine'
  return {
    view,
    standing: standings[view],
    desk: params.get('desk'),
    district: params.get('office'),
    owner: owners.find((name) => name === params.get('owner')) ?? 'ANYBODY',
    sort: sorts.find((name) => name === params.get('sort')) ?? 'LONGEST',
  }
}

export const workSorts = sorts
export const workOwners = owners
