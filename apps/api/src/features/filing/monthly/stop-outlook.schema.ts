import { STOP_TYPES } from '@shebao/declaration-rules'
import type { OutlookStep } from '@shebao/declaration-rules'
import { period as toPeriod } from '@shebao/kernel'
import { RETIREMENT_CATEGORIES } from '@shebao/premium'
import { badInput } from '../../../access/refusal.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { askStop, askStops, STOPS_AT_MOST } from './ask-stop.ts'
import type { StopAnswer, StoppedPerson } from './ask-stop.ts'
import type { DutyRow } from './duties.repository.ts'
import { readDuties } from './report-unemployed.ts'

export const StopTypeEnum = builder.enumType('StopType', { values: STOP_TYPES })
const CategoryEnum = builder.enumType('StopRetirementCategory', { values: RETIREMENT_CATEGORIES })
const OutlookStepType = builder.objectRef<OutlookStep>('StopOutlookStep').implement({
  fields: (t) => ({ code: t.exposeString('code'), value: t.exposeString('value'), source: t.exposeString('source') }),
})
const OutlookType = builder.objectRef<StopAnswer>('StopOutlook').implement({
  description: 'What stopping somebody breaks, before anybody confirms it, with how each figure came about.',
  fields: (t) => ({
    earliestLastPayable: t.expose('earliestLastPayable', {
      type: 'Period',
      description: 'It is owed whatever the stop says.',
    }),
    lastPayable: t.expose('lastPayable', { type: 'Period' }),
    firstMonthWithout: t.expose('firstMonthWithout', { type: 'Period' }),
    monthsPaid: t.exposeInt('monthsPaid', { description: 'Pension months by then, as far as this register knows.' }),
    monthsNeeded: t.exposeInt('monthsNeeded'),
    monthsMissing: t.exposeInt('monthsMissing'),
    retirementPeriod: t.expose('retirementPeriod', { type: 'Period' }),
    category: t.expose('category', { type: CategoryEnum }),
    monthsUntilRetirement: t.exposeInt('monthsUntilRetirement', {
      description: 'Each of them that nobody pays is lost to the count.',
    }),
    canStillReach: t.exposeBoolean('canStillReach'),
    unemployedListDue: t.field({
      type: 'Date',
      nullable: true,
      resolve: ({ unemployedListDue }) => unemployedListDue ?? null,
    }),
    steps: t.field({ type: [OutlookStepType], resolve: ({ steps }) => [...steps] }),
  }),
})

export const OpenDutyType = builder.objectRef<DutyRow>('UnemployedListDuty').implement({
  description: 'The unit has to report the unemployed list (SIL 50).',
  fields: (t) => ({
    id: t.exposeID('id'),
    declarationId: t.exposeID('declarationId'),
    dueOn: t.expose('dueOn', { type: 'Date' }),
    people: t.exposeInt('people'),
    reportedOn: t.expose('reportedOn', { type: 'Date', nullable: true }),
  }),
})

function personOf(individualId: string | null | undefined, idNumber: string | null | undefined): StoppedPerson {
  if (individualId && !idNumber) return { individualId: requireUuid(individualId, 'person') }
  if (idNumber && !individualId) return { idNumber }
  throw badInput('individualId', 'Name the person by id or by number.')
}

const StopAskedInput = builder.inputType('StopAskedInput', {
  fields: (t) => ({
    idNumber: t.string({ required: true, description: 'The whole number of the person.' }),
    type: t.field({ type: StopTypeEnum, required: true }),
    lastPayable: t.field({ type: 'Period', description: 'The month that is open when left out.' }),
    leaveDate: t.field({ type: 'Date' }),
  }),
})

builder.queryFields((t) => ({
  stopOutlooks: t.field({
    type: [OutlookType],
    nullable: { list: false, items: true },
    authScopes: { may: 'employer:act-for' },
    complexity: { field: 10, multiplier: 10 },
    description: `The same of up to ${STOPS_AT_MOST} people in the order asked; null for a number that names nobody whom the unit insures.`,
    args: { stops: t.arg({ type: [StopAskedInput], required: true }) },
    resolve: async (_root, { stops }, { platform, viewer }) => {
      const answers = await askStops(
        platform,
        viewer,
        stops.map(({ idNumber, type, lastPayable, leaveDate }) => ({
          person: { idNumber },
          type,
          lastMonth: lastPayable ? toPeriod(lastPayable) : undefined,
          leaveDate: leaveDate ?? undefined,
        })),
      )
      return answers.map((answer) => answer ?? null)
    },
  }),
  stopOutlook: t.field({
    type: OutlookType,
    nullable: true,
    authScopes: { may: 'employer:act-for' },
    description:
      'What stopping one of the unit’s people breaks. Nothing is written. Null where the number names nobody whom the unit insures.',
    args: {
      individualId: t.arg.id({ description: 'Of the register; this or the number.' }),
      idNumber: t.arg.string({ description: 'The whole number of the person.' }),
      type: t.arg({ type: StopTypeEnum, required: true }),
      lastPayable: t.arg({ type: 'Period', description: 'The month that is open when left out.' }),
      leaveDate: t.arg({ type: 'Date' }),
      category: t.arg({ type: CategoryEnum, description: 'Of a woman, whose post the register does not know.' }),
    },
    resolve: async (
      _root,
      { individualId, idNumber, type, lastPayable, leaveDate, category },
      { platform, viewer },
    ) => {
      const answer = await askStop(platform, viewer, {
        person: personOf(individualId, idNumber),
        type,
        lastMonth: lastPayable ? toPeriod(lastPayable) : undefined,
        leaveDate: leaveDate ?? undefined,
        category: category ?? undefined,
      })
      return answer ?? null
    },
  }),
  unemployedListDuties: t.field({
    type: [OpenDutyType],
    authScopes: { may: 'employer:act-for' },
    description: 'Those of the employer who asks that are not reported; at most 100.',
    resolve: (_root, _args, { platform, viewer }) => readDuties(platform, viewer),
  }),
}))
