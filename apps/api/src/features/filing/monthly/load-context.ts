import type { MonthlyContext, NumberedChange, RegisteredPerson } from '@shebao/declaration-rules'
import { checkPersonIdentifier } from '@shebao/identifiers'
import { period as toPeriod } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { listKnownPeople } from '../../register/enrolment/index.ts'
import type { KnownPerson } from '../../register/enrolment/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { listWaiting } from './changes.repository.ts'
import { listElsewhere } from './claims.repository.ts'
import { periodOf } from './monthly-case.ts'
import { isAnnualWindowOpen, monthlyWindow } from './monthly-window.ts'

/** The rules' context for some changes, with what the register has of the people in them. */
export interface LoadedContext {
  readonly context: MonthlyContext
  readonly known: ReadonlyMap<string, KnownPerson>
}

type Declaration = Pick<DeclarationRow, 'id' | 'employerId' | 'period' | 'filing' | 'status'>

/** Three statements, however many people: who is with the unit, who is elsewhere, and what waits already. */
export async function loadContext(
  platform: Platform,
  declaration: Declaration,
  changes: readonly NumberedChange[],
): Promise<LoadedContext> {
  const { employerId } = declaration
  const hashes = hashesOf(platform, changes)
  const wanted = [...new Map([...hashes.values()].map((hash) => [hex(hash), hash])).values()]
  const known = new Map((await listKnownPeople(platform, employerId, wanted)).map((one) => [hex(one.idHash), one]))
  const elsewhere = new Map<string, string>()
  for (const { idHash, insurance, until } of await listElsewhere(platform, employerId, wanted)) {
    const key = `${hex(idHash)} ${insurance}`
    elsewhere.set(key, [elsewhere.get(key) ?? '', until ?? '9999-12'].toSorted().at(-1) ?? '')
  }
  const keyOf = new Map([...hashes].map(([key, hash]) => [hex(hash), key]))
  const waiting = (await listWaiting(platform, { employerId, declarationId: declaration.id }, wanted)).flatMap(
    ({ idHash, period, insurances }) =>
      insurances.map((insurance) => `${keyOf.get(hex(idHash)) ?? ''}|${insurance}|${period}`),
  )
  const of = (identityKey: string) => hex(hashes.get(identityKey))
  return {
    known,
    context: {
      ...(await datesOf(platform, declaration)),
      registered: (identityKey) => registeredPerson(known.get(of(identityKey))),
      isActiveElsewhere: (identityKey, insurance, from) =>
        (elsewhere.get(`${of(identityKey)} ${insurance}`) ?? '') >= (from ?? periodOf(declaration)),
      openChanges: new Set(waiting),
    },
  }
}

/** Identity keys with the keyed hash of the number, by which the database knows people. */
function hashesOf({ vault, clock }: Platform, changes: readonly NumberedChange[]): Map<string, Uint8Array> {
  const today = clock.today()
  const hashes = new Map<string, Uint8Array>()
  for (const { draft } of changes) {
    const person = draft.idNumber === undefined ? undefined : checkPersonIdentifier(draft.idType, draft.idNumber, today)
    if (!person?.ok) continue
    const hash = personIdHash(vault, person.value)
    if (hash) hashes.set(`${person.type}:${person.value}`, hash)
  }
  return hashes
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
