import { barredFrom } from './four-eyes.ts'
import type { Takers } from './four-eyes.ts'
import type { StatusTable, Step } from './status-table.ts'

/** Somebody who could take steps of a case. */
export interface Candidate<Who extends string> {
  readonly account: string
  may(who: Who): boolean
}

/** A case on its way: where it is, and who took what. */
export interface Standing<State extends string, Event extends string> {
  readonly state: State
  readonly takers: Takers<Event>
}

/**
 * Whether these people can bring a case to what it is for: some order of steps, each by somebody who may and whom four eyes do
 * not bar. Guards are not asked, for they speak of money and papers and not of people.
 */
export function canFinish<State extends string, Event extends string, Who extends string>(
  table: StatusTable<State, Event, Who>,
  standing: Standing<State, Event>,
  people: readonly Candidate<Who>[],
): boolean {
  const able = representatives(table, standing.takers, people)
  const tried = new Set<string>()
  const reach = ({ state, takers }: Standing<State, Event>): boolean => {
    if (table.goals.includes(state)) return true
    const known = `${state} ${JSON.stringify(Object.entries<readonly string[] | undefined>(takers).toSorted(([a], [b]) => a.localeCompare(b)))}`
    if (tried.has(known)) return false
    tried.add(known)
    return table.steps.some((step) => {
      if (step.to === 'SAME' || !step.from.includes(state)) return false
      const barred = barredFrom(step, takers)
      return able.some(
        (person) =>
          person.may(step.who) &&
          !barred.includes(person.account) &&
          reach(after(table, step, person, { state, takers })),
      )
    })
  }
  return reach(standing)
}

/** Where a case is once somebody has taken a step of it. Who took what bars nobody later is not kept. */
export function after<State extends string, Event extends string>(
  table: Pick<StatusTable<State, Event>, 'steps'>,
  { event, to }: Pick<Step<State, Event, string, string>, 'event' | 'to'>,
  { account }: { readonly account: string },
  { state, takers }: Standing<State, Event>,
): Standing<State, Event> {
  const reached = to === 'SAME' ? state : to
  if (!table.steps.some(({ otherThan }) => otherThan?.includes(event))) return { state: reached, takers }
  const known: readonly string[] = takers[event] ?? []
  return { state: reached, takers: { ...takers, [event]: [...new Set([...known, account])] } }
}

/**
 * Of people who may do the same and took no part so far, as many as a case has steps stand for all of them: an office of two
 * hundred is no slower than one of ten.
 */
function representatives<State extends string, Event extends string, Who extends string>(
  table: StatusTable<State, Event, Who>,
  takers: Takers<Event>,
  people: readonly Candidate<Who>[],
): readonly Candidate<Who>[] {
  const whos = [...new Set(table.steps.map(({ who }) => who))]
  const involved = new Set(Object.values<readonly string[] | undefined>(takers).flatMap((accounts) => accounts ?? []))
  const counted = new Map<string, number>()
  return people.filter((person) => {
    if (involved.has(person.account)) return true
    const kind = whos.filter((who) => person.may(who)).join()
    const before = counted.get(kind) ?? 0
    counted.set(kind, before + 1)
    return before < table.steps.length
  })
}
