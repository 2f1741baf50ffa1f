import type { OutlookFragment, ProcedureStepFragment } from '../case/procedure.generated.ts'

const reviewer = { __typename: 'OfficePerson' as const, name: '周复核', roles: ['REVIEWER' as const] }

/** A step as the server tells of it: by default somebody else's, who is named. */
export const step = (
  event: ProcedureStepFragment['event'],
  given: Partial<ProcedureStepFragment> = {},
): ProcedureStepFragment => ({
  __typename: 'CaseStep',
  event,
  standing: 'NOT_PERMITTED',
  outside: false,
  strands: false,
  mayAct: [reviewer],
  ...given,
})

/** An office that has the people for everything, unless told otherwise. */
export const outlook = (given: Partial<OutlookFragment> = {}): OutlookFragment => ({
  __typename: 'OpeningOutlook',
  mayOpen: true,
  finishable: true,
  openers: [reviewer],
  better: [reviewer],
  ...given,
})
