import { addMonths, fen, oneOf, period } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { householdAgainstId } from '@shebao/declaration-rules'
import type { HouseholdType } from '@shebao/roster'
import { insurances, employmentForms, householdTypes } from '@shebao/roster'
import type { Insurance, PersonnelDraft } from '@shebao/roster'
import type { DemoEnrolment, DemoUnit } from '@shebao/prisma/seed'

const spreadsheetHeadRow = 1

/** A row of a list, by its place in the spreadsheet. */
export interface DeclaredRow {
  row: number
  draft: PersonnelDraft
}

/** The people an employer would declare for a year: everybody enrolled now, with the wages of the year before. */
export function declaredPeople(unit: DemoUnit, year: number, wageIndex: number): PersonnelDraft[] {
  return unit.enrolments
    .filter((enrolment) => enrolment.toPeriod === null)
    .map((enrolment) => declaredPerson(enrolment, year, wageIndex))
}

export const asRows = (people: readonly PersonnelDraft[]): DeclaredRow[] =>
  people.map((draft, index) => ({ row: index + spreadsheetHeadRow + 1, draft }))

function declaredPerson(enrolment: DemoEnrolment, year: number, wageIndex: number): PersonnelDraft {
  const { person, hireDate, absent = [] } = enrolment
  const { name, idType, idNumber, sex, birthDate, mobile } = person
  const taken = (insurance: Insurance) => !absent.some((one) => one === insurance)
  return {
    name,
    idType,
    idNumber,
    sex,
    // These two numbers tell neither sex nor birth date (domain 1.2, 1.3).
    ...(idType === 'FOREIGN_PASSPORT_NUMBER' || idType === 'HMT_TRAVEL_NUMBER' ? { birthDate } : {}),
    householdType: oneOf(householdTypes, enrolment.householdType, 'household type'),
    employmentForm: oneOf(employmentForms, enrolment.employmentForm, 'employment form'),
    hireDate,
    ...wagesOf(hireDate, year, fen(enrolment.wagesByPaymentYear[wageIndex] ?? 0)),
    mobile,
    participation: Object.fromEntries(insurances.map((insurance) => [insurance, taken(insurance)])),
    ...(absent.length > 0
      ? { exemptionReasons: Object.fromEntries(absent.map((insurance) => [insurance, '已在另一用人单位参保'])) }
      : {}),
  }
}

type Wages = Pick<PersonnelDraft, 'monthsWorkedLastYear' | 'wagesLastYear' | 'statedMonthlyAverage' | 'firstMonthWage'>

/** Last year's wages with their average; who was hired this year has a first month's wage instead (domain 2.2). */
export function wagesOf(hireDate: string, year: number, average: Fen): Wages {
  const hireYear = Number(hireDate.slice(0, 4))
  if (hireYear >= year) return { monthsWorkedLastYear: 0, wagesLastYear: fen(0), firstMonthWage: average }
  const months = hireYear === year - 1 ? 13 - Number(hireDate.slice(5, 7)) : 12
  return { monthsWorkedLastYear: months, wagesLastYear: fen(average * months), statedMonthlyAverage: average }
}

/** Somebody who came last month, so that nobody is hired on a day that has not come. */
export function newcomer(
  who: Pick<PersonnelDraft, 'name' | 'idType' | 'idNumber' | 'sex' | 'birthDate' | 'mobile'>,
  like: PersonnelDraft,
  today: string,
  wage: Fen,
): PersonnelDraft {
  const hireDate = `${addMonths(period(today.slice(0, 7)), -1)}-02`
  const { householdType, employmentForm, participation } = like
  return {
    ...who,
    householdType: householdLike(who.idType, householdType),
    ...(employmentForm ? { employmentForm } : {}),
    ...(participation ? { participation } : {}),
    hireDate,
    ...wagesOf(hireDate, Number(today.slice(0, 4)), wage),
  }
}

/** As the colleague's, where it goes with the ID. */
function householdLike(idType: PersonnelDraft['idType'], like: HouseholdType = 'LOCAL_URBAN'): HouseholdType {
  const expected = idType && householdAgainstId(like, idType)
  return expected === 'HUKOU' ? 'LOCAL_URBAN' : (expected ?? like)
}

/** The same person with another average, and the wages that give it. */
export function withAverage(draft: PersonnelDraft, average: Fen): PersonnelDraft {
  const months = draft.monthsWorkedLastYear ?? 0
  return months === 0
    ? { ...draft, firstMonthWage: average }
    : { ...draft, wagesLastYear: fen(average * months), statedMonthlyAverage: average }
}

export const averageOf = ({ statedMonthlyAverage, firstMonthWage }: PersonnelDraft): Fen =>
  statedMonthlyAverage ?? firstMonthWage ?? fen(0)
