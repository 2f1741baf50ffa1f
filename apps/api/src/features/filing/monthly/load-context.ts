import { identityOfChange, isAdd, personOfChange } from '@shebao/declaration-rules'
import type { MonthlyContext, NumberedChange, RegisteredPerson } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listKnownPeople, listRegistered } from '../../register/enrolment/index.ts'
import type { KnownPerson } from '../../register/enrolment/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { hasWaiting, listWaiting } from './changes.repository.ts'
import { listElsewhere } from './claims.repository.ts'
import { periodOf } from './monthly-case.ts'
import { isAnnualWindowOpen, monthlyWindow } from './monthly-window.ts'

/** The rules' context for some changes, with what the register has of the people in them. */
export interface LoadedContext {
  readonly context: MonthlyContext
  readonly known: ReadonlyMap<string, KnownPerson>
}

type Declaration = Pick<DeclarationRow, 'id' | 'employerId' | 'period' | 'filing' | 'status'>

/** A change that was loaded brings the keyed hash of its number; of one that was just typed it is worked out. */
type Change = NumberedChange & { readonly idKey?: string | null }

/** Four statements, however many people: who is with the unit, who is elsewhere, and what waits already. */
export async function loadContext(
  platform: Platform,
  declaration: Declaration,
  changes: readonly Change[],
): Promise<LoadedContext> {
  const people = peopleOf(platform, changes)
  const found = await listKnownPeople(platform, declaration.employerId, people.hashes)
  const known = new Map(found.map((one) => [hex(one.idHash), one]))
  const context = await contextOf(platform, declaration, people, (key) => registeredPerson(known.get(key)))
  return { known, context }
}

/** So many are looked for one by one; of more, everybody of the unit is read at once. */
const mostByHash = 2_000

/** Everybody of the unit by the keyed hash of their number, for a declaration too long to look for each; else nothing. */
export async function readRegister(
  platform: Platform,
  { employerId }: Pick<Declaration, 'employerId'>,
  changes: number,
): Promise<ReadonlyMap<string, RegisteredPerson> | undefined> {
  if (changes <= mostByHash) return undefined
  const register = new Map<string, RegisteredPerson>()
  for (const { idKey, hireDate, fromPeriod, toPeriod, insurances } of await listRegistered(platform, employerId))
    register.set(idKey, { hireDate, fromPeriod, insurances, ...(toPeriod === null ? undefined : { toPeriod }) })
  return register
}

/** What the rules need and no more: for a whole declaration, however long. */
export async function loadRulesContext(
  platform: Platform,
  declaration: Declaration,
  changes: readonly Change[],
  register: ReadonlyMap<string, RegisteredPerson> | undefined,
): Promise<MonthlyContext> {
  if (!register) return (await loadContext(platform, declaration, changes)).context
  return contextOf(platform, declaration, peopleOf(platform, changes), (key) => register.get(key))
}

async function contextOf(
  platform: Platform,
  declaration: Declaration,
  people: People,
  registered: (idKey: string) => RegisteredPerson | undefined,
): Promise<MonthlyContext> {
  const { employerId } = declaration
  const { keys, joining } = people
  const elsewhere = new Map<string, string>()
  for (const { idHash, insurance, until } of await listElsewhere(platform, employerId, joining)) {
    const key = `${hex(idHash)} ${insurance}`
    elsewhere.set(key, [elsewhere.get(key) ?? '', until ?? '9999-12'].toSorted().at(-1) ?? '')
  }
  const of = (identityKey: string) => keys.get(identityKey) ?? ''
  return {
    ...(await datesOf(platform, declaration)),
    registered: (identityKey) => registered(of(identityKey)),
    isActiveElsewhere: (identityKey, insurance, from) =>
      elsewhere.size > 0 && (elsewhere.get(`${of(identityKey)} ${insurance}`) ?? '') >= (from ?? periodOf(declaration)),
    openChanges: await waitingChanges(platform, declaration, people),
  }
}

async function waitingChanges(
  platform: Platform,
  { id, employerId }: Declaration,
  people: Pick<People, 'keys' | 'hashes'>,
): Promise<ReadonlySet<string>> {
  const other = { employerId, declarationId: id }
  if (!(await hasWaiting(platform, other))) return new Set()
  const identityOf = new Map([...people.keys].map(([identityKey, key]) => [key, identityKey]))
  const waiting = await listWaiting(platform, other, people.hashes)
  return new Set(
    waiting.flatMap(({ idHash, period, insurances }) =>
      insurances.map((insurance) => `${identityOf.get(hex(idHash)) ?? ''}|${insurance}|${period}`),
    ),
  )
}

interface People {
  /** Identity keys with the keyed hash of the number, by which the database knows people. */
  readonly keys: ReadonlyMap<string, string>
  /** Made when they are asked for. */
  readonly hashes: readonly Uint8Array[]
  /** Of those who join: whoever else is with another unit is none of this declaration's business. */
  readonly joining: readonly Uint8Array[]
}

function peopleOf({ vault, clock }: Platform, changes: readonly Change[]): People {
  const today = clock.today()
  const [keys, joining] = [new Map<string, string>(), new Set<string>()]
  for (const { draft, idKey } of changes) {
    const person = personOfChange(draft, today)
    if (person?.ok !== true) continue
    // The hash that was stored is of the number as it was written; of another form of it there is another.
    const stored = person.value === draft.idNumber ? idKey : undefined
    const key = stored ?? hex(personIdHash(vault, person.value) ?? undefined)
    keys.set(identityOfChange(draft, today) ?? '', key)
    if (draft.changeType !== undefined && isAdd(draft.changeType)) joining.add(key)
  }
  const bytes = (of: ReadonlySet<string>) => [...of].map((key) => Buffer.from(key, 'hex'))
  return {
    keys,
    get hashes() {
      return bytes(new Set(keys.values()))
    },
    joining: bytes(joining),
  }
}

export const hex = (bytes: Uint8Array | undefined): string =>
  bytes === undefined ? '' : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

function registeredPerson(known: KnownPerson | undefined): RegisteredPerson | undefined {
  if (!known) return undefined
  const { hireDate, fromPeriod, toPeriod, insurances } = known
  return { hireDate, fromPeriod, insurances, ...(toPeriod === null ? {} : { toPeriod }) }
}

/** Something forgotten or wrong is about its own month; what was returned came in time once (domain 3.2) [PD]. */
export async function datesOf(
  platform: Platform,
  declaration: Declaration,
): Promise<Pick<MonthlyContext, 'today' | 'cutOffDay' | 'earliest' | 'annualWindowOpen'>> {
  const { today, cutOffDay } = await monthlyWindow(platform, declaration.employerId)
  return {
    today,
    ...(cutOffDay === undefined ? {} : { cutOffDay }),
    ...(isOfItsOwnMonth(declaration) ? { earliest: toPeriod(periodOf(declaration)) } : {}),
    annualWindowOpen: await isAnnualWindowOpen(platform, declaration.employerId),
  }
}

export const isOfItsOwnMonth = ({ filing, status }: Pick<Declaration, 'filing' | 'status'>): boolean =>
  filing !== 'REGULAR' || !['DRAFT', 'WITHDRAWN'].includes(status)
