import { fen, oneOf } from '@shebao/kernel'
import { insurances, employmentForms, householdTypes } from '@shebao/roster'
import type { PersonnelDraft } from '@shebao/roster'
import type { DemoEnrolment, DemoUnit } from '@shebao/prisma/seed'

const spreadsheetHeadRow = 1

/** The people an employer would declare for a year: everybody enrolled now, with the wages of the year before. */
export function declaredRows(
  unit: DemoUnit,
  year: number,
  wageIndex: number,
): { row: number; draft: PersonnelDraft }[] {
  return unit.enrolments
    .filter((enrolment) => enrolment.toPeriod === null)
    .map((enrolment, index) => ({
      row: index + spreadsheetHeadRow + 1,
      draft: declaredPerson(enrolment, year, wageIndex),
    }))
}

function declaredPerson(enrolment: DemoEnrolment, year: number, wageIndex: number): PersonnelDraft {
  const { person, hireDate } = enrolment
  const hiredLastYear = Number(hireDate.slice(0, 4)) === year - 1
  const months = hiredLastYear ? 13 - Number(hireDate.slice(5, 7)) : 12
  const average = fen(enrolment.wagesByPaymentYear[wageIndex] ?? 0)
  return {
    name: person.name,
    idType: 'RESIDENT_ID',
    idNumber: person.idNumber,
    sex: person.sex,
    householdType: oneOf(householdTypes, enrolment.householdType, 'household type'),
    employmentForm: oneOf(employmentForms, enrolment.employmentForm, 'employment form'),
    hireDate,
    monthsWorkedLastYear: months,
    wagesLastYear: fen(average * months),
    statedMonthlyAverage: average,
    mobile: person.mobile,
    participation: Object.fromEntries(insurances.map((insurance) => [insurance, true])),
  }
}
