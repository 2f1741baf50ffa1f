import type { PersonnelDraft } from '@shebao/roster'
import type { Issue } from './issue.ts'
import type { PersonnelContext, PreparedContext } from './personnel-context.ts'
import { preparePersonnelContext } from './personnel-context.ts'
import type { PersonnelRow } from './personnel-row.ts'
import { checkDates, checkEmployment, checkRetirement } from './personnel-rules/check-employment.ts'
import { checkIdentity, checkMobileNumber, checkName } from './personnel-rules/check-identity.ts'
import { checkParticipation, checkWages } from './personnel-rules/check-wages.ts'

/**
 * Everything that can be said about one person alone (domain 4.3). This is the hot path: a prepared context, plain
 * functions, and nothing allocated for a row without fault. `context.reading` holds what the row told.
 */
export function checkRow(person: PersonnelRow, context: PreparedContext, index: number): readonly Issue[] {
  const { sink, reading } = context
  const { draft } = person
  sink.start('personnel', index, person.row)
  reading.identityNumber = ''
  reading.sex = undefined
  reading.birthDay = 0
  reading.hireDay = 0
  reading.leaveDay = 0
  reading.monthlyWage = -1
  checkName(draft.name ?? draft.raw?.name, context)
  checkIdentity(person, context)
  checkEmployment(draft, context)
  checkDates(draft, context)
  checkRetirement(draft, context)
  checkWages(draft, context)
  checkMobileNumber(draft.mobile, draft.raw?.mobile, context)
  checkParticipation(draft, context)
  return sink.taken()
}

/** One person, for a form or a single look; prepare the context once when there are many. */
export function checkPersonnelRow(
  draft: PersonnelDraft,
  context: PersonnelContext | PreparedContext,
  index = 0,
): readonly Issue[] {
  return checkRow({ draft }, 'sink' in context ? context : preparePersonnelContext(context), index)
}
