import { addMonths, packedDay, parsePeriod, period } from '@shebao/kernel'
import type { Period } from '@shebao/kernel'
import type { IssueSink } from '../rule.ts'
import * as rules from './change-rules.ts'
import type { MonthlyChangeDraft } from './monthly-change.ts'
import { isAdd, isStop } from './monthly-change.ts'
import { identityOfChange } from './person-of-change.ts'
import type { MonthlyContext, RegisteredPerson } from './monthly-context.ts'

/** What a change says against what the register has: who is not there cannot be stopped, who is there cannot join again. */
export function checkAgainstRegister(
  change: MonthlyChangeDraft,
  effective: Period | undefined,
  { registered, today }: MonthlyContext,
  sink: IssueSink,
): void {
  const { changeType: type } = change
  if (registered === undefined || type === undefined) return
  const key = identityOfChange(change, today)
  if (key === undefined) return
  const known = registered(key)
  if (isAdd(type)) return known && effective !== undefined ? checkJoin(change, effective, known, sink) : undefined
  if (!known || known.toPeriod !== undefined) return sink.add(rules.NOT_ENROLLED, 'idNumber')
  if (type === 'INFO_CHANGE') return
  const [absent] = (change.insurances ?? []).filter((insurance) => !known.insurances.includes(insurance))
  if (absent !== undefined) sink.add(rules.NOT_INSURED, 'insurances', { insurance: absent })
  if (isStop(type)) checkLeave(change, known, sink)
}

/** Somebody who left may come back from the month after; who is there may still join what they are not in, while they are there. */
function checkJoin(
  { insurances = [] }: MonthlyChangeDraft,
  effective: Period,
  known: RegisteredPerson,
  sink: IssueSink,
): void {
  if (known.toPeriod !== undefined && effective > known.toPeriod) return
  const [twice] = insurances.filter((insurance) => known.insurances.includes(insurance))
  if (twice !== undefined)
    return sink.add(rules.ALREADY_ENROLLED, 'insurances', { insurance: twice, since: known.fromPeriod })
  const earliest = known.toPeriod === undefined ? known.fromPeriod : addMonths(period(known.toPeriod), 1)
  if (effective < earliest) sink.add(rules.JOIN_BESIDE_STAY, 'effectivePeriod', { earliest })
}

function checkLeave(change: MonthlyChangeDraft, known: RegisteredPerson, sink: IssueSink): void {
  const left = packedDay(change.leaveDate)
  if (left !== 0 && left < packedDay(known.hireDate))
    sink.add(rules.LEAVE_BEFORE_HIRE, 'leaveDate', { hired: known.hireDate })
  const last = parsePeriod(change.lastPayablePeriod ?? '')
  if (last !== undefined && last < known.fromPeriod)
    sink.add(rules.STOP_BEFORE_JOIN, 'lastPayablePeriod', { joined: known.fromPeriod })
}
