import type { StatusTable, StepRefusal, Takers } from '@shebao/case'
import type { OwnedRow, Permission } from '../access/permissions.ts'
import type { Actor } from '../access/viewer.ts'
import type { AuditEntry } from '../platform/audit.ts'
import type { Platform } from '../platform/platform.ts'
import type { Told } from '../telling/telling.ts'
import type { WorkSource } from './work-source.ts'

/** A lifecycle as its feature keeps it: the table, where the cases are, and what each guard looks at. */
export interface Lifecycle<Row, State extends string, Event extends string, Guard extends string, Facts, Problem> {
  readonly table: StatusTable<State, Event, Permission, Guard>
  /** What one case is called where it is refused as absent. */
  readonly what: string
  /** Who sees a case at all; for everybody else it does not exist. */
  readonly see: Permission | ((row: Row, actor: Actor) => Permission)
  /** The case, held until the transaction ends. */
  lock(platform: Platform, id: string): Promise<Row | null | undefined>
  id(row: Row): string
  state(row: Row): State
  /** Counts what is decided on, where a case has versions; its four eyes look at one of them. */
  revision?(row: Row): number
  owner(row: Row): OwnedRow
  /** Who took the events that bar from a step, where the case itself says so; otherwise its recorded events do. */
  takers?(platform: Platform, row: Row): Promise<Takers<Event>> | Takers<Event>
  /** Where its cases wait for staff; nothing where none of them does. */
  readonly work?: WorkSource
  /** What a step that tells somebody says of the case, by the kind of notification its table names. */
  readonly tellings?: Readonly<Record<string, (platform: Platform, row: Row) => Told | Promise<Told>>>
  /** What stands against a step, from what is known. A fact that a guard needs and nobody gave does not hold. */
  readonly guards: Readonly<Record<Guard, (facts: Facts) => readonly Problem[]>>
}

/** What a step leaves in the trail; actor, role and origin are the step's own. */
export type Trace = Pick<AuditEntry, 'action' | 'recordType' | 'recordId' | 'reason' | 'change'>

/** What the case was when somebody decided on it, as far as the screen says. */
export interface Seen<State extends string> {
  readonly state?: State | undefined
  readonly revision?: number | undefined
}

export type StepOutcome<Row, State extends string, Problem, Result> =
  | { readonly kind: 'TAKEN'; readonly row: Row; readonly to: State; readonly result: Result }
  /** The same press again: nothing was written, and it is no refusal. */
  | { readonly kind: 'ALREADY'; readonly row: Row }
  | { readonly kind: 'REFUSED'; readonly row: Row; readonly refusal: StepRefusal<State, Problem> }
