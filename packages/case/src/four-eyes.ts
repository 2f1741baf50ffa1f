import type { StatusTable, Step } from './status-table.ts'

/** The accounts that took each event of a case. */
export type Takers<Event extends string> = Readonly<Partial<Record<Event, readonly string[]>>>

/** Whoever took part in a way that bars from the step, each once. */
export function barredFrom<Event extends string>(
  { otherThan = [] }: Pick<Step<string, Event, string, string>, 'otherThan'>,
  takers: Takers<NoInfer<Event>>,
): readonly string[] {
  return [...new Set(otherThan.flatMap((event) => takers[event] ?? []))]
}

/** An event a state offers, as one person meets it. */
export interface Offer<Event extends string> {
  readonly event: Event
  readonly standing: 'MAY' | 'NOT_PERMITTED' | 'SAME_PERSON'
  /** The accounts that four eyes keep from the step, whoever asks: everybody else with the permission may act. */
  readonly barred: readonly string[]
}

/** What a state offers a person: before anybody presses, and by the same table that decides when somebody does. */
export function offersOf<State extends string, Event extends string, Who extends string>(
  table: StatusTable<State, Event, Who>,
  state: State,
  takers: Takers<NoInfer<Event>>,
  person: { readonly account: string; may(who: NoInfer<Who>): boolean },
): readonly Offer<Event>[] {
  return table.steps
    .filter(({ from }) => from.includes(state))
    .map((step) => {
      const barred = barredFrom(step, takers)
      const standing = standingOf(person.may(step.who), barred.includes(person.account))
      return { event: step.event, standing, barred }
    })
}

function standingOf(permitted: boolean, barred: boolean): Offer<string>['standing'] {
  if (!permitted) return 'NOT_PERMITTED'
  return barred ? 'SAME_PERSON' : 'MAY'
}
