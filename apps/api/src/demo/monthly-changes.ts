import type { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { addMonths, fen, FIVE_INSURANCES } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { DemoEnrolment, DemoUnit } from '@shebao/prisma/seed'

/** Somebody who has been there for long and stays; `nth` from the end, so that the first ones keep their teaching. */
function staying({ enrolments }: DemoUnit, nth: number): DemoEnrolment {
  const people = enrolments.filter(
    ({ toPeriod, absent, person }) => toPeriod === null && !absent && person.idType === 'RESIDENT_ID',
  )
  const found = people.at(-1 - nth)
  if (!found) throw new Error('A demo employer without people.')
  return found
}

const identity = ({ person: { name, idNumber } }: DemoEnrolment) => ({ name, idNumber })

export function newMobile(unit: DemoUnit, month: Period, nth: number): MonthlyChangeDraft {
  const digits = String(Number(month.replace('-', '')) * 100 + nth).padStart(8, '0')
  return {
    changeType: 'INFO_CHANGE',
    ...identity(staying(unit, nth + 4)),
    effectivePeriod: month,
    infoField: 'mobile',
    infoValue: `139${digits.slice(-8)}`,
    reason: '本人更换手机号码',
  }
}

/** From the next month on: this month's bill is out, and the next one shows it. */
export function join(name: string, idNumber: string, month: Period, wage: number): MonthlyChangeDraft {
  return {
    changeType: 'ADD_NEW',
    name,
    idNumber,
    insurances: [...FIVE_INSURANCES],
    householdType: 'LOCAL_URBAN',
    employmentForm: 'CONTRACT',
    hireDate: `${month}-01`,
    mobile: '13910007000',
    effectivePeriod: addMonths(month, 1),
    monthlyWage: fen(wage),
  }
}

export function stop(
  unit: DemoUnit,
  month: Period,
  nth: number,
  changeType: 'STOP_CONTRACT_END' | 'STOP_RESIGN' | 'STOP_RETIRED',
): MonthlyChangeDraft {
  return {
    changeType,
    ...identity(staying(unit, nth)),
    insurances: [...FIVE_INSURANCES],
    lastPayablePeriod: month,
    effectivePeriod: addMonths(month, 1),
  }
}

export function base(unit: DemoUnit, month: Period, nth: number): MonthlyChangeDraft {
  return {
    changeType: 'BASE_CHANGE',
    ...identity(staying(unit, nth)),
    insurances: [...FIVE_INSURANCES],
    effectivePeriod: addMonths(month, 1),
    monthlyWage: fen(1_350_000),
    reason: '岗位调整，工资随之变动',
  }
}
