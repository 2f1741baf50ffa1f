import { listDistricts, nameDistrict } from '@shebao/identifiers/districts'
import { builder } from '../../../graphql/builder.ts'
import { DistrictType } from '../../../graphql/district-type.ts'
import { shown } from '../../../graphql/personal.ts'
import { may, requireMay } from '../../../access/permissions.ts'
import { isUuid } from '../../../access/uuid.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { inspectionWindow, windowState } from '../../filing/declaration/index.ts'
import type { InspectionWindow } from '../../filing/declaration/index.ts'
import { dueKinds } from './due-item.ts'
import type { DueItem } from './due-item.ts'
import { listDueItems } from './due-items.ts'
import {
  EmployerType,
  findEmployer,
  findOfficeFor,
  findRegisteredEmployer,
  getOfficeOf,
} from '../../register/employer/index.ts'
import type { OfficeRow } from '../../register/employer/index.ts'
import { monthStates, yearAtAGlance } from './year-at-a-glance.ts'
import type { MonthAtAGlance } from './year-at-a-glance.ts'

const DueKindEnum = builder.enumType('DueKind', { values: dueKinds })
const MonthStateEnum = builder.enumType('MonthState', {
  description:
    'NOT_BILLED: the month has passed without a notice. AHEAD: it has not come. WRITTEN_OFF: given up on a document.',
  values: monthStates,
})

const LateType = builder.objectRef<NonNullable<DueItem['late']>>('LateNotice').implement({
  description: 'What being late means for a notice.',
  fields: (t) => ({
    days: t.exposeInt('days'),
    fee: t.expose('fee', { type: 'Fen', description: 'Part of the amount: the late fee up to today.' }),
    underWay: t.exposeBoolean('underWay', { description: 'A payment was sent to the bank and has not come.' }),
  }),
})

const DueItemType = builder.objectRef<DueItem>('DueItem').implement({
  description: 'One thing the employer has to do.',
  fields: (t) => ({
    kind: t.field({ type: DueKindEnum, resolve: ({ kind }) => kind }),
    dueOn: t.field({ type: 'Date', resolve: ({ dueOn }) => dueOn }),
    overdue: t.exposeBoolean('overdue'),
    amount: t.field({ type: 'Fen', nullable: true, resolve: ({ amount }) => amount ?? null }),
    late: t.field({ type: LateType, nullable: true, resolve: ({ late }) => late ?? null }),
    partPaid: t.boolean({
      description: 'Of a notice: part of it is paid, and the amount is the rest.',
      resolve: ({ partPaid }) => partPaid === true,
    }),
    count: t.int({
      nullable: true,
      description:
        'Things missing in the draft, notes on a returned declaration that are neither mended nor answered, or people of an unemployed list.',
      resolve: ({ count }) => count ?? null,
    }),
    targetId: t.id({
      nullable: true,
      description: 'The declaration or payment notice; null while the declaration is not opened.',
      resolve: ({ targetId }) => targetId ?? null,
    }),
    concerning: t.exposeString('concerning', {
      description: "Year, month, or of an unemployed list the day: '2026', '2026-11', '2026-11-20'.",
    }),
  }),
})

const MonthType = builder.objectRef<MonthAtAGlance>('MonthAtAGlance').implement({
  fields: (t) => ({
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    state: t.field({ type: MonthStateEnum, resolve: ({ state }) => state }),
    total: t.field({ type: 'Fen', nullable: true, resolve: ({ total }) => total ?? null }),
    noticeId: t.id({ nullable: true, resolve: ({ noticeId }) => noticeId ?? null }),
  }),
})

const OfficeType = builder.objectRef<OfficeRow>('Office').implement({
  description: 'The social insurance office that serves the unit.',
  fields: (t) => ({
    region: t.exposeString('region', { description: 'GB/T 2260 code.' }),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    phone: t.exposeString('phone'),
    addressZh: t.exposeString('addressZh'),
    addressEn: t.exposeString('addressEn'),
    districts: t.field({
      type: [DistrictType],
      description:
        'Those of its region that stand today, by code: in one of them an employer is. None in a region without.',
      resolve: ({ region }) => listDistricts(region),
    }),
  }),
})

const WindowType = builder.objectRef<InspectionWindow>('InspectionWindow').implement({
  description: 'When the annual inspection may be submitted, both days included.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    opensOn: t.field({ type: 'Date', resolve: ({ opensOn }) => opensOn }),
    closesOn: t.field({ type: 'Date', resolve: ({ closesOn }) => closesOn }),
    passed: t.boolean({
      description: 'The last day is over: what is handed in now is overdue.',
      resolve: (window, _args, { platform }) => windowState(window, platform.clock.today()) === 'CLOSED',
    }),
  }),
})

EmployerType.implement({
  description: 'A unit in the register. It sees itself; staff see all.',
  fields: (t) => ({
    id: t.exposeID('id'),
    registrationNo: t.exposeString('registrationNo', { description: 'Social insurance registration number.' }),
    creditCode: t.exposeString('creditCode', { description: 'Unified social credit code, GB 32100-2015.' }),
    name: t.exposeString('name'),
    region: t.exposeString('region', {
      description: 'Pooling region, GB/T 2260: premiums are computed by its parameters.',
    }),
    district: t.field({
      type: DistrictType,
      nullable: true,
      description: 'Says which office of a district decides on its cases; null: the whole agency.',
      resolve: ({ district }) => (district === null ? null : nameDistrict(district)),
    }),
    unitType: t.exposeString('unitType'),
    industry: t.exposeString('industry'),
    injuryClass: t.exposeInt('injuryClass', { description: 'Work-injury class, 1 to 8.' }),
    registeredAddress: t.exposeString('registeredAddress'),
    registeredOn: t.field({ type: 'Date', resolve: ({ registeredOn }) => registeredOn }),
    legalRepName: t.exposeString('legalRepName', {
      personal: shown('READ_UNIT_PARTICULARS', ({ id }) => id, 'Employer'),
    }),
    legalRepId: t.string({
      personal: shown('READ_UNIT_PARTICULARS', ({ id }) => id, 'Employer'),
      description: 'In full for the unit itself, masked for staff.',
      resolve: async (row, _args, { platform, viewer }) =>
        viewer?.kind === 'EMPLOYER'
          ? ((await findRegisteredEmployer(platform, row.id))?.legalRepIdNumber ?? row.legalRepIdMasked)
          : row.legalRepIdMasked,
    }),
    bankName: t.exposeString('bankName'),
    bankAccountName: t.exposeString('bankAccountName'),
    bankAccount: t.exposeString('bankAccountMasked', { description: 'Masked to its last four digits.' }),
    rosterVersion: t.exposeInt('rosterVersion', { description: 'Counts up with every change of the enrolments.' }),
    office: t.field({ type: OfficeType, resolve: (row, _args, { platform }) => getOfficeOf(platform, row) }),
    inspectionWindow: t.field({
      type: WindowType,
      resolve: async (row, _args, { platform }) =>
        inspectionWindow(await getOfficeOf(platform, row), platform.clock.today()),
    }),
    dueItems: t.field({
      type: [DueItemType],
      complexity: 50,
      description: 'What is due, most urgent first.',
      resolve: (row, _args, { platform, viewer }) => listDueItems(platform, viewer, row),
    }),
    yearAtAGlance: t.field({
      type: [MonthType],
      description: 'Twelve months, January first.',
      args: { year: t.arg.int({ description: 'This year when left out.' }) },
      resolve: (row, { year }, { platform }) => {
        const wanted = year ?? Number(platform.clock.today().slice(0, 4))
        if (wanted < 2000 || wanted > 2100) throw badInput('year', 'A year between 2000 and 2100.')
        return yearAtAGlance(platform, row, wanted)
      },
    }),
  }),
})

builder.queryField('employer', (t) =>
  t.field({
    type: EmployerType,
    description: 'The employer who asks.',
    authScopes: { may: 'employer:act-for' },
    resolve: async (_root, _args, { platform, viewer }) => {
      const employer = await findEmployer(platform, requireMay(viewer, 'employer:act-for').employerId)
      if (!employer) throw notFound('employer')
      return employer
    },
  }),
)

builder.queryField('employerById', (t) =>
  t.field({
    type: EmployerType,
    description: 'One employer, for staff; to an employer any other behaves as absent.',
    authScopes: { may: 'employer:read' },
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, { platform, viewer }) => {
      const visible = isUuid(id) && may(viewer, 'employer:read', { employerId: id })
      const employer = visible ? await findEmployer(platform, id) : null
      if (!employer) throw notFound('employer')
      return employer
    },
  }),
)

builder.queryField('office', (t) =>
  t.field({
    type: OfficeType,
    nullable: true,
    authScopes: { public: true },
    description:
      'Name, telephone and address of the office, for anyone; the own one for an employer. Null before one is set up.',
    resolve: (_root, _args, { platform, viewer }) =>
      findOfficeFor(platform, viewer?.kind === 'EMPLOYER' ? viewer.employerId : undefined),
  }),
)
