/** How a case begins. */
export interface Opening<State extends string, Event extends string, Who extends string> {
  readonly event: Event
  readonly to: NoInfer<State>
  /** The permission of whoever opens it. */
  readonly who: Who
}

/** Something a step tells somebody: everybody who acts for the employer whose case it is, the person, or staff in these roles. */
export interface Tell {
  /** The kind of notification; its words stand with the notification, what it says of a case with the feature. */
  readonly of: string
  readonly to: 'EMPLOYER' | 'PERSON' | readonly string[]
}

/** One event from some states: where it leads, who may, what must hold, and who must be somebody else. */
export interface Step<State extends string, Event extends string, Who extends string, Guard extends string> {
  readonly event: Event
  readonly from: readonly NoInfer<State>[]
  /** `SAME`: the event is written down and the case stays where it is. */
  readonly to: NoInfer<State> | 'SAME'
  /** The permission of whoever takes the step. */
  readonly who: Who
  /** What must hold besides state and person, asked in this order; the feature implements each by its name. */
  readonly guards?: readonly Guard[]
  /** Four eyes: nobody who took one of these events of the case takes this step (R765 37). */
  readonly otherThan?: readonly NoInfer<Event>[]
  /** Who is told of the step, in the transaction that takes it. */
  readonly tells?: readonly Tell[]
}

/**
 * A lifecycle: states × events × who × guards × four eyes. Every lifecycle of the house has this form and no other; what it
 * says is performed in one place, printed and walked by one test.
 */
export interface StatusTable<
  State extends string = string,
  Event extends string = string,
  Who extends string = string,
  Guard extends string = string,
> {
  /** Names the lifecycle in the record of events. */
  readonly lifecycle: string
  readonly states: readonly State[]
  /** Nothing more happens there that changes the state. */
  readonly final: readonly NoInfer<State>[]
  /** What the case is for: the states in which what was asked has been done. A refusal is an end and no goal. */
  readonly goals: readonly NoInfer<State>[]
  readonly openings: readonly Opening<State, Event, Who>[]
  readonly steps: readonly Step<State, Event, Who, Guard>[]
}

/** A table as written, frozen to its leaves: what decides cannot be changed while it decides. */
export function statusTable<
  const State extends string,
  const Event extends string,
  const Who extends string,
  const Guard extends string = never,
>(table: StatusTable<State, Event, Who, Guard>): StatusTable<State, Event, Who, Guard> {
  return freeze(table)
}

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) freeze(part)
    Object.freeze(value)
  }
  return value
}

/** The one step an event is from a state, or nothing where the table has none. */
export function stepOf<State extends string, Event extends string, Who extends string, Guard extends string>(
  table: StatusTable<State, Event, Who, Guard>,
  state: State,
  event: Event,
): Step<State, Event, Who, Guard> | undefined {
  return table.steps.find((step) => step.event === event && step.from.includes(state))
}

/** What may happen in a state, in the order of the table; who may, and what must hold, is asked when it does. */
export function availableEvents<State extends string, Event extends string>(
  table: StatusTable<State, Event>,
  state: State,
): readonly Event[] {
  return table.steps.filter(({ from }) => from.includes(state)).map(({ event }) => event)
}

/** Where an event leads from a state, or nothing where it is not to be had. */
export function next<State extends string, Event extends string>(
  table: StatusTable<State, Event>,
  state: State,
  event: Event,
): State | undefined {
  const step = stepOf(table, state, event)
  return step?.to === 'SAME' ? state : step?.to
}

/** A stored state as the table knows it. A case in a state that it does not know is a fault of ours, not of who asks. */
export function stateNamed<State extends string>(table: StatusTable<State>, stored: string): State {
  const state = table.states.find((known) => known === stored)
  if (state === undefined) throw new Error(`${table.lifecycle}: no state is called ${stored}.`)
  return state
}
