import type { StatusTable } from '@shebao/case'
import { may } from '../access/permissions.ts'
import type { Permission } from '../access/permissions.ts'
import type { OfficeJob } from '../access/viewer.ts'
import type { Platform } from '../platform/platform.ts'
import { insertCaseEvents } from './case-event.repository.ts'
import type { Trace } from './lifecycle.ts'

interface ManyOrder<State extends string, Event extends string> {
  readonly event: Event
  readonly actor: OfficeJob
  readonly origin: string
  /** Locks a batch of cases that stand where the step begins, writes them into the state handed in, and gives the trace of each. */
  write(to: State, from: readonly State[]): Promise<readonly Trace[]>
}

/**
 * One step of many cases at once, by a job of the office: three statements however many there are. Only for steps that ask nothing
 * of the single case and tell nobody; everything else is `takeStep`. Returns how many were taken.
 */
export function takeSteps<State extends string, Event extends string, Guard extends string>(
  platform: Platform,
  table: StatusTable<State, Event, Permission, Guard>,
  { event, actor, origin, write }: ManyOrder<State, NoInfer<Event>>,
): Promise<number> {
  const step = table.steps.find((each) => each.event === event)
  const [from, ...others] = step?.from ?? []
  if (!step || !from || others.length > 0 || step.to === 'SAME' || step.guards || step.tells || !may(actor, step.who))
    throw new Error(`${table.lifecycle} does not take ${event} of many at once.`)
  const { to } = step
  return platform.database.transaction(async () => {
    const traces = await write(to, step.from)
    if (traces.length === 0) return 0
    const ids = traces.map(({ recordId }) => recordId)
    await insertCaseEvents(platform, ids, { lifecycle: table.lifecycle, event, from, to, revision: 0, actor })
    await platform.audit.recordAll(traces.map((trace) => ({ actorKind: actor.kind, origin, ...trace })))
    return traces.length
  })
}
