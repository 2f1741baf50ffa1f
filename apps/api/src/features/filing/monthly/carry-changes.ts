import type { CompleteAdd, CompleteBase, CompleteChange, CompleteInfo, CompleteStop } from '@shebao/declaration-rules'
import { addMonths, parseInjuryClass, period as toPeriod } from '@shebao/kernel'
import type { FiveInsurance, Period } from '@shebao/kernel'
import { averageWage } from '@shebao/premium'
import type { AverageRounding } from '@shebao/premium'
import { notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { getPolicy } from '../../money/policy/index.ts'
import { countRosterVersionUp, findEmployer } from '../../register/employer/index.ts'
import { changeTermsOf, endSpellsOf, insertEnrolments } from '../../register/enrolment/index.ts'
import type { KnownPerson, NewEnrolment } from '../../register/enrolment/index.ts'
import { restatePeople, takeInPeople } from '../../register/individual/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { personIdHash } from '../personnel/index.ts'
import { hex } from './load-context.ts'
import { periodOf } from './monthly-case.ts'

/** What an accepted declaration changed in the register. */
export interface CarriedChanges {
  joined: number
  stopped: number
  baseChanged: number
  informed: number
  /** Whose insurances or base it is about, for what their billed months cost now. */
  individualIds: readonly string[]
  /** The first month in which something is other than before. */
  from: Period
}

interface Target {
  readonly declarationId: string
  readonly version: number
  readonly employerId: string
  readonly acceptedBy: string
  readonly acceptedAt: Date
}

type Of<Facts> = { readonly row: number; readonly facts: Facts; readonly known: KnownPerson | undefined }

/**
 * Carries the changes into the register, each from its month on; what was known before stays as history (ADR 24). Everything of one
 * kind and month in one statement, however many people. In the transaction that accepts, or in a rehearsal of it.
 */
export async function carryChanges(
  platform: Platform,
  declaration: DeclarationRow,
  changes: readonly CompleteChange[],
  known: ReadonlyMap<string, KnownPerson>,
  acceptedBy: string,
): Promise<CarriedChanges> {
  // First of all, since it holds the unit until the transaction ends: nobody bills it meanwhile.
  await countRosterVersionUp(platform, declaration.employerId)
  const target: Target = {
    declarationId: declaration.id,
    version: declaration.version,
    employerId: declaration.employerId,
    acceptedBy,
    acceptedAt: platform.clock.now(),
  }
  const kinds = sortByKind(platform, changes, known)
  const informed = await inform(platform, target, kinds.infos)
  const join = await joinPeople(platform, target, kinds.adds, await roundingOf(platform, declaration))
  const stopped = await stopPeople(platform, target, kinds.stops, kinds.adds)
  const baseChanged = await changeBases(platform, target, kinds.bases)
  return {
    joined: join.joined,
    stopped,
    baseChanged,
    informed,
    individualIds: [...new Set([...join.individualIds, ...idsOf([...kinds.adds, ...kinds.stops, ...kinds.bases])])],
    from: firstMonthOf(changes) ?? toPeriod(periodOf(declaration)),
  }
}

/** Whose months may cost something else; other data of a person costs nothing. */
const idsOf = (changes: readonly Of<unknown>[]) => changes.flatMap(({ known }) => known?.individualId ?? [])

function sortByKind({ vault }: Platform, changes: readonly CompleteChange[], known: ReadonlyMap<string, KnownPerson>) {
  const [adds, stops, bases, infos]: [Of<CompleteAdd>[], Of<CompleteStop>[], Of<CompleteBase>[], Of<CompleteInfo>[]] = [
    [],
    [],
    [],
    [],
  ]
  for (const { row, facts } of changes) {
    const of = { row, known: known.get(hex(personIdHash(vault, facts.idNumber) ?? undefined)) }
    if (facts.kind === 'ADD') adds.push({ ...of, facts })
    else if (facts.kind === 'STOP') stops.push({ ...of, facts })
    else if (facts.kind === 'BASE') bases.push({ ...of, facts })
    else infos.push({ ...of, facts })
  }
  return { adds, stops, bases, infos }
}

/** The register as the policy of the declaration's month rounds averages (domain 2.2). */
async function roundingOf(platform: Platform, declaration: DeclarationRow): Promise<AverageRounding> {
  const employer = await findEmployer(platform, declaration.employerId)
  if (!employer) throw notFound('employer')
  const { region, injuryRatePpm } = employer
  const injuryClass = parseInjuryClass(String(employer.injuryClass)) ?? 1
  const policy = await getPolicy(platform, { region, injuryClass, injuryRatePpm }, toPeriod(periodOf(declaration)))
  return policy.averageRounding
}

/**
 * Who is new begins a spell with the first month that is said of them; who is there already, and whoever joins in several months, joins
 * the further insurances from theirs on.
 */
async function joinPeople(
  platform: Platform,
  target: Target,
  adds: readonly Of<CompleteAdd>[],
  rounding: AverageRounding,
): Promise<{ joined: number; individualIds: string[] }> {
  const inTime = adds.toSorted((a, b) => a.facts.from.localeCompare(b.facts.from))
  const fresh = new Map<string, CompleteAdd>()
  for (const { facts, known } of inTime)
    if ((!known || known.toPeriod !== null) && !fresh.has(facts.idNumber)) fresh.set(facts.idNumber, facts)
  const people = [...fresh.values()].map(({ name, idType, idNumber, sex, birthDate, mobile = '' }) => ({
    name,
    idType,
    idNumber,
    sex,
    birthDate,
    mobile,
  }))
  const ids = await takeInPeople(platform, people)
  const rows = [...fresh.values()].map((facts, index) => newSpell(facts, ids[index], target, rounding))
  const { declarationId: id, version, acceptedBy: by, acceptedAt: at } = target
  await insertEnrolments(platform, { kind: 'DECLARATION', id, version, by, at }, rows)
  const idOf = new Map([...fresh.keys()].map((idNumber, index) => [idNumber, ids[index]]))
  const further = inTime.flatMap(({ facts, known }) => {
    const individualId = idOf.get(facts.idNumber) ?? known?.individualId
    const begins = fresh.get(facts.idNumber) === facts
    return begins || individualId === undefined
      ? []
      : { from: facts.from, individualId, insurances: [...facts.insurances] }
  })
  for (const [from, of] of byMonth(further))
    await changeTermsOf(platform, target, from, { what: 'JOINED', people: ofEach(of) })
  return { joined: adds.length, individualIds: rows.map(({ individualId }) => individualId) }
}

function newSpell(
  facts: CompleteAdd,
  individualId: string | undefined,
  { employerId }: Target,
  rounding: AverageRounding,
): NewEnrolment {
  if (individualId === undefined) throw new Error('Somebody who was just taken into the register is gone.')
  const is = (insurance: CompleteAdd['insurances'][number]) => facts.insurances.includes(insurance)
  return {
    spellId: crypto.randomUUID(),
    employerId,
    individualId,
    fromPeriod: facts.from,
    toPeriod: null,
    employmentForm: facts.employmentForm,
    householdType: facts.householdType,
    hireDate: facts.hireDate,
    leaveDate: null,
    stopReason: null,
    // Who is hired this year has no last year: the first month's wage carries the base (domain 2.2).
    averageWage: averageWage({ wage: facts.wage }, rounding),
    wagesLastYear: null,
    monthsWorked: null,
    firstMonthWage: facts.wage,
    pension: is('PENSION'),
    medical: is('MEDICAL'),
    unemployment: is('UNEMPLOYMENT'),
    workInjury: is('WORK_INJURY'),
    maternity: is('MATERNITY'),
  }
}

/** Whose last insurance stops, leaves; who keeps some stays with those. Of several stops of one person each has its own month. */
async function stopPeople(
  platform: Platform,
  target: Target,
  stops: readonly Of<CompleteStop>[],
  adds: readonly Of<CompleteAdd>[],
): Promise<number> {
  const held = stops.flatMap(({ facts, known }) => (known ? { facts, known, individualId: known.individualId } : []))
  const stopping = held.map(({ facts: { lastMonth, insurances }, individualId }) => ({
    from: addMonths(lastMonth, 1),
    individualId,
    insurances: [...insurances],
  }))
  for (const [from, of] of byMonth(stopping))
    await changeTermsOf(platform, target, from, { what: 'STOPPED', people: ofEach(of) })
  const joined = new Map(
    ofEach(adds.map(({ facts }) => ({ individualId: facts.idNumber, insurances: [...facts.insurances] }))).map(
      (one) => [one.individualId, one.insurances],
    ),
  )
  const stopped = new Map(ofEach(stopping).map((one) => [one.individualId, one.insurances]))
  const last = new Map<string, (typeof held)[number]>()
  for (const one of held) {
    const before = last.get(one.individualId)
    if (!before || before.facts.lastMonth <= one.facts.lastMonth) last.set(one.individualId, one)
  }
  const leaving = [...last.values()].filter(({ facts, known, individualId }) =>
    [...known.insurances, ...(joined.get(facts.idNumber) ?? [])].every((one) =>
      stopped.get(individualId)?.includes(one),
    ),
  )
  await endSpellsOf(
    platform,
    target,
    leaving.map(({ facts, individualId }) => ({
      individualId,
      lastMonth: facts.lastMonth,
      leaveDate: facts.leaveDate ?? null,
      reason: facts.type,
    })),
  )
  return held.length
}

async function changeBases(platform: Platform, target: Target, bases: readonly Of<CompleteBase>[]): Promise<number> {
  const wages = bases.flatMap(({ facts, known }) =>
    known ? { from: facts.from, individualId: known.individualId, averageWage: Number(facts.wage) } : [],
  )
  let changed = 0
  for (const [from, people] of byMonth(wages))
    changed += await changeTermsOf(platform, target, from, { what: 'WAGE', people: lastOfEach(people) })
  return changed
}

const termOf = { householdType: 'HOUSEHOLD_TYPE', employmentForm: 'EMPLOYMENT_FORM' } as const

async function inform(platform: Platform, target: Target, infos: readonly Of<CompleteInfo>[]): Promise<number> {
  const ofPeople = infos.flatMap(({ facts: { field, value, idType }, known }) =>
    known && (field === 'name' || field === 'idNumber' || field === 'mobile')
      ? { individualId: known.individualId, field, value, idType }
      : [],
  )
  await restatePeople(platform, ofPeople)
  for (const field of ['householdType', 'employmentForm'] as const) {
    const people = infos.flatMap(({ facts, known }) =>
      known && facts.field === field ? { from: facts.from, individualId: known.individualId, value: facts.value } : [],
    )
    for (const [from, some] of byMonth(people))
      await changeTermsOf(platform, target, from, { what: termOf[field], people: lastOfEach(some) })
  }
  return infos.length
}

/** One statement changes a row once: what several lines say of a person is said together. */
function ofEach(
  lines: readonly { readonly individualId: string; readonly insurances: FiveInsurance[] }[],
): { individualId: string; insurances: FiveInsurance[] }[] {
  const people = new Map<string, FiveInsurance[]>()
  for (const { individualId, insurances } of lines)
    people.set(individualId, [...new Set([...(people.get(individualId) ?? []), ...insurances])])
  return [...people].map(([individualId, insurances]) => ({ individualId, insurances }))
}

/** Of several lines about the same month of somebody the last one counts. */
const lastOfEach = <Line extends { readonly individualId: string }>(lines: readonly Line[]): Line[] => [
  ...new Map(lines.map((line) => [line.individualId, line])).values(),
]

/** Together what holds from the same month, the earliest month first. */
function byMonth<Person extends { readonly from: Period }>(people: readonly Person[]): [Period, Person[]][] {
  const months = new Map<Period, Person[]>()
  for (const person of people) {
    const others = months.get(person.from)
    if (others) others.push(person)
    else months.set(person.from, [person])
  }
  return [...months].toSorted(([a], [b]) => a.localeCompare(b))
}

function firstMonthOf(changes: readonly CompleteChange[]): Period | undefined {
  let first: Period | undefined
  for (const { facts } of changes) {
    const from = facts.kind === 'STOP' ? addMonths(facts.lastMonth, 1) : facts.from
    if (first === undefined || from < first) first = from
  }
  return first
}
