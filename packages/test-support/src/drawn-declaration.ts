import fc from 'fast-check'
import type { Declaration, UnitDraft } from '@shebao/declaration-rules'
import { listAnswers, UNIT_FIELDS, writeAnswer } from '@shebao/declaration-rules'
import { fen } from '@shebao/kernel'
import type { PersonnelDraft } from '@shebao/roster'
import { BREAK_NAMES, breakDeclaration, makeCompleteDeclaration } from './declaration.ts'
import { makeResidentId, seededRandom } from './identifiers.ts'

/** Changes that leave a person with a warning, an unread answer, another kind of number or one answer less. */
const PERSON_CHANGES: Readonly<Record<string, (draft: PersonnelDraft, seed: number) => PersonnelDraft>> = {
  rareName: (draft) => ({ ...draft, name: '张' }),
  latinName: (draft) => ({ ...draft, name: 'Anna-Maria  Weiss' }),
  lowWage: ({ firstMonthWage: _none, ...draft }) => ({
    ...draft,
    hireDate: '2021-03-01',
    monthsWorkedLastYear: 12,
    wagesLastYear: fen(12 * 200_000),
  }),
  pastRetirement: (draft, seed) => withBirth(draft, '1950-03-04', seed),
  underSixteen: (draft, seed) => withBirth(draft, '2014-03-04', seed),
  residencePermit: (draft) => ({
    ...draft,
    idType: 'HMT_RESIDENCE_PERMIT',
    householdType: 'HMT_RESIDENT',
    idNumber: '830000199201300022',
    sex: 'FEMALE',
  }),
  otherKindOfNumber: (draft) => ({ ...draft, idType: 'FOREIGN_PASSPORT_NUMBER' }),
  householdOfOthers: (draft) => ({ ...draft, householdType: 'FOREIGN_NATIONAL' }),
  lowerCaseNumber: (draft) => ({ ...draft, idNumber: (draft.idNumber ?? '').toLowerCase() }),
  otherBirthDate: (draft) => ({ ...draft, birthDate: '1999-09-09' }),
  otherAverage: (draft) => ({ ...draft, statedMonthlyAverage: fen(1) }),
  otherCategory: (draft) => ({ ...draft, retirementCategory: draft.sex === 'MALE' ? 'FEMALE_50' : 'MALE' }),
  left: (draft) => ({ ...draft, leaveDate: '2026-05-31' }),
  signedAlone: (draft) => ({ ...draft, signed: true }),
  unreadSex: ({ sex: _unread, ...draft }) => ({ ...draft, raw: { ...draft.raw, sex: '不详' } }),
  unreadKind: ({ idType: _unread, ...draft }) => ({ ...draft, raw: { ...draft.raw, idType: '工作证' } }),
  unreadHousehold: ({ householdType: _unread, ...draft }) => ({
    ...draft,
    raw: { ...draft.raw, householdType: '集体' },
  }),
  unreadForm: ({ employmentForm: _unread, ...draft }) => ({
    ...draft,
    raw: { ...draft.raw, employmentForm: '其他用工' },
  }),
  unreadMonths: ({ monthsWorkedLastYear: _unread, ...draft }) => ({
    ...draft,
    raw: { ...draft.raw, monthsWorkedLastYear: '大半年' },
  }),
  unreadWages: ({ wagesLastYear: _unread, ...draft }) => ({ ...draft, raw: { ...draft.raw, wagesLastYear: '若干' } }),
  noSex: ({ sex: _gone, ...draft }) => draft,
  noKind: ({ idType: _gone, ...draft }) => draft,
  noHireDate: ({ hireDate: _gone, ...draft }) => draft,
  noMobile: ({ mobile: _gone, ...draft }) => draft,
  noParticipation: ({ participation: _gone, exemptionReasons: _reasons, ...draft }) => draft,
  noReason: ({ exemptionReasons: _gone, ...draft }) => draft,
  onlyAName: ({ name = '' }) => ({ name }),
}

function withBirth(draft: PersonnelDraft, birthDate: string, seed: number): PersonnelDraft {
  const sex = draft.sex ?? 'MALE'
  return { ...draft, idNumber: makeResidentId(seededRandom(seed + 1), { sex, birthDate, region: '110101' }) }
}

interface Change {
  readonly kind: 'break' | 'person' | 'unitGone' | 'unitUnread'
  readonly name: string
  readonly place: number
}

const typedAnswers = UNIT_FIELDS.filter(({ readOnly, section }) => !readOnly && section !== 'truth').map(
  ({ name }) => name,
)
const readAsNumbers = UNIT_FIELDS.filter(
  ({ kind, readOnly }) => !readOnly && (kind === 'money' || kind === 'count'),
).map(({ name }) => name)

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: drawChange('break', BREAK_NAMES) },
  { weight: 4, arbitrary: drawChange('person', Object.keys(PERSON_CHANGES)) },
  { weight: 1, arbitrary: drawChange('break', ['duplicate']) },
  { weight: 1, arbitrary: drawChange('unitGone', typedAnswers) },
  { weight: 1, arbitrary: drawChange('unitUnread', readAsNumbers) },
)

function drawChange(kind: Change['kind'], names: readonly string[]): fc.Arbitrary<Change> {
  return fc.record({ kind: fc.constant(kind), name: fc.constantFrom(...names), place: fc.nat(1000) })
}

/** Draws declarations from complete ones to ones with many things wrong at once, on one row or on several. */
export function drawnDeclaration(mostPeople = 8, mostChanges = 6): fc.Arbitrary<Declaration> {
  return fc
    .record({
      seed: fc.nat(),
      people: fc.integer({ min: 1, max: mostPeople }),
      changes: fc.array(change, { maxLength: mostChanges }),
    })
    .map(({ seed, people, changes }) =>
      changes.reduce(
        (declaration, one) => numberRows(applyChange(declaration, one)),
        makeCompleteDeclaration(seed, people),
      ),
    )
}

function applyChange(declaration: Declaration, { kind, name, place }: Change): Declaration {
  if (kind === 'unitGone') return { ...declaration, unit: withoutAnswer(declaration.unit, name) }
  if (kind === 'unitUnread') return { ...declaration, unit: unread(declaration.unit, name) }
  const index = place % declaration.personnel.length
  const person = declaration.personnel[index]
  // Nobody is left to change after the whole list was taken away.
  if (person === undefined) return declaration
  if (kind === 'break') return breakDeclaration(declaration, name, place).declaration
  const draft = PERSON_CHANGES[name]?.(person.draft, place) ?? person.draft
  return { ...declaration, personnel: declaration.personnel.with(index, { ...person, draft }) }
}

/** A row stands once in a list, also when its content stands there twice. */
function numberRows(declaration: Declaration): Declaration {
  const personnel = declaration.personnel.map(({ draft }, index) => ({ draft: readOnce(draft), row: index + 2 }))
  return { ...declaration, personnel }
}

/** An answer was either read or it was not: no face keeps a value and the text it replaced. */
function readOnce({ raw, ...draft }: PersonnelDraft): PersonnelDraft {
  const unread = Object.entries(raw ?? {}).filter(([field]) => !(field in draft))
  return unread.length === 0 ? draft : { ...draft, raw: Object.fromEntries(unread) }
}

const pathsOf = (unit: UnitDraft, name: string): string[] =>
  [...listAnswers(unit).keys()].filter((path) => path === name || path.startsWith(`${name}.`))

function withoutAnswer(unit: UnitDraft, name: string): UnitDraft {
  return pathsOf(unit, name).reduce((rest, path) => writeAnswer(rest, path, undefined), unit)
}

function unread(unit: UnitDraft, name: string): UnitDraft {
  return pathsOf(unit, name).reduce(
    (rest, path) => writeAnswer(writeAnswer(rest, path, undefined), `raw.${path}`, '约十几'),
    unit,
  )
}
