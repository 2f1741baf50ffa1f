import { nameDistrict } from '@shebao/identifiers/districts'
import { requireMay } from '../../../access/permissions.ts'
import { staffRoles } from '../../../access/viewer.ts'
import { listOfficePeople } from '../../../case/office-people.repository.ts'
import type { OfficePerson } from '../../../case/office-people.repository.ts'
import { builder } from '../../../graphql/builder.ts'
import { DistrictType as PlaceType } from '../../../graphql/district-type.ts'
import { StaffRoleType } from '../session/index.ts'
import { DistrictRefusal, districtRefusals } from './district-refusal.ts'
import { countOfNoOffice, listDistricts, listPosts } from './district.repository.ts'
import type { DistrictRow, PostRow } from './district.repository.ts'
import { endPost, lendStaff, postStaff } from './post-staff.ts'
import { saveDistrict } from './save-district.ts'

const PostType = builder.objectRef<PostRow>('DistrictPost').implement({
  description: 'From when a member of staff handles the cases of an office.',
  fields: (t) => ({
    id: t.exposeID('id'),
    accountId: t.exposeID('accountId'),
    name: t.exposeString('name'),
    staffNo: t.exposeString('staffNo'),
    validFrom: t.expose('validFrom', { type: 'Date' }),
    validTo: t.expose('validTo', { type: 'Date', nullable: true }),
    lentBecause: t.exposeString('lentBecause', { nullable: true, description: 'Why the head lent them here.' }),
  }),
})

interface DistrictShape extends DistrictRow {
  staff: readonly PostRow[]
}
const DistrictType = builder.objectRef<DistrictShape>('DistrictOffice').implement({
  description: 'An office of one or more districts: the employers there are its own.',
  fields: (t) => ({
    id: t.exposeID('id'),
    code: t.exposeString('code'),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    regions: t.stringList({ description: 'Its districts, GB/T 2260.', resolve: ({ regions }) => [...regions] }),
    districts: t.field({
      type: [PlaceType],
      description: 'The same by name.',
      resolve: ({ regions }) => regions.map((region) => nameDistrict(region)),
    }),
    employers: t.exposeInt('employers', { description: 'How many are in its districts.' }),
    staff: t.field({ type: [PostType], resolve: ({ staff }) => [...staff] }),
  }),
})

interface AgencyPerson extends OfficePerson {
  post: PostRow | undefined
}
const PersonType = builder.objectRef<AgencyPerson>('AgencyPerson').implement({
  description: 'A member of staff, and whether they handle the cases of the whole agency.',
  fields: (t) => ({
    accountId: t.exposeID('account'),
    name: t.exposeString('name'),
    roles: t.field({
      type: [StaffRoleType],
      resolve: ({ roles }) => staffRoles.filter((role) => roles.includes(role)),
    }),
    wholeAgency: t.boolean({ resolve: ({ districts }) => districts === null }),
    post: t.field({
      type: PostType,
      nullable: true,
      description: 'Of the whole agency, if given.',
      resolve: ({ post }) => post ?? null,
    }),
  }),
})

class Done {
  readonly accountId: string | null
  constructor(accountId: string | null) {
    this.accountId = accountId
  }
}
const DoneType = builder.objectType(Done, {
  name: 'DistrictChanged',
  fields: (t) => ({ accountId: t.exposeID('accountId', { nullable: true, description: 'Whose post changed.' }) }),
})
const RefusedType = builder.objectType(DistrictRefusal, {
  name: 'DistrictRefused',
  fields: (t) => ({
    reason: t.expose('reason', {
      type: builder.enumType('DistrictRefusal', {
        description:
          'CODE_TAKEN, REGION_TAKEN: another office has it. NO_DISTRICT: no district of the agency’s region. DAYS: over, or the last before the first. NOT_STAFF: nobody of the staff. ALREADY: they stand there. NOT_BOUND: of the whole agency, and need not be lent.',
        values: districtRefusals,
      }),
    }),
    region: t.string({ nullable: true, resolve: ({ region }) => region ?? null }),
  }),
})
const ResultType = builder.unionType('DistrictResult', {
  types: [DoneType, RefusedType],
  resolveType: (outcome) => (outcome instanceof DistrictRefusal ? RefusedType : DoneType),
})
const posted = (outcome: string | DistrictRefusal) => (outcome instanceof DistrictRefusal ? outcome : new Done(outcome))

builder.queryFields((t) => ({
  districtOffices: t.field({
    type: [DistrictType],
    complexity: 50,
    authScopes: { may: 'district:read' },
    description: 'The offices of the districts, by code, with who handles cases there now or later; at most 200.',
    resolve: async (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'district:read')
      const [offices, posts] = [await listDistricts(platform), await listPosts(platform)]
      return offices.map((office) => ({ ...office, staff: posts.filter(({ districtId }) => districtId === office.id) }))
    },
  }),
  employersOfNoOffice: t.int({
    authScopes: { may: 'district:read' },
    description:
      'How many employers are of no office: without a district, or of one that no office has. Everybody handles their cases.',
    resolve: (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'district:read')
      return countOfNoOffice(platform)
    },
  }),
  agencyPeople: t.field({
    type: [PersonType],
    complexity: 50,
    authScopes: { may: 'district:read' },
    description: 'Everybody of the staff, by name.',
    resolve: async (_root, _args, { platform, viewer }) => {
      requireMay(viewer, 'district:read')
      const whole = (await listPosts(platform)).filter(({ districtId }) => districtId === null)
      const people = await listOfficePeople(platform)
      return people.map((person) => ({ ...person, post: whole.find(({ accountId }) => accountId === person.account) }))
    },
  }),
}))

builder.mutationFields((t) => {
  const post = {
    accountId: t.arg.id({ required: true }),
    validFrom: t.arg({ type: 'Date', required: true, description: 'First day, today or later.' }),
  }
  return {
    saveDistrictOffice: t.field({
      type: ResultType,
      authScopes: { may: 'district:set-up' },
      description: 'Opens an office, or changes its names and regions.',
      args: {
        id: t.arg.id({ description: 'Of the one that changes.' }),
        code: t.arg.string({ required: true, description: '2 to 6 letters and digits.' }),
        nameZh: t.arg.string({ required: true }),
        nameEn: t.arg.string({ required: true }),
        regions: t.arg.stringList({
          required: true,
          description: 'Districts of the agency’s region, GB/T 2260; 1 to 50.',
        }),
      },
      resolve: async (_root, input, { platform, viewer, origin }) => {
        const outcome = await saveDistrict(platform, origin, viewer, input)
        return outcome instanceof DistrictRefusal ? outcome : new Done(null)
      },
    }),
    postStaff: t.field({
      type: ResultType,
      authScopes: { may: 'district:post' },
      description: 'Somebody handles the cases of this office from a day on; without an office, of the whole agency.',
      args: { ...post, districtId: t.arg.id(), validTo: t.arg({ type: 'Date', description: 'Last day.' }) },
      resolve: async (_root, input, { platform, viewer, origin }) =>
        posted(await postStaff(platform, origin, viewer, input)),
    }),
    lendStaff: t.field({
      type: ResultType,
      authScopes: { may: 'district:lend' },
      description: 'Somebody of another office decides here too, for a time.',
      args: {
        ...post,
        districtId: t.arg.id({ required: true }),
        validTo: t.arg({ type: 'Date', required: true, description: 'Last day.' }),
        reason: t.arg.string({ required: true, description: '4 to 200 characters.' }),
      },
      resolve: async (_root, input, { platform, viewer, origin }) =>
        posted(await lendStaff(platform, origin, viewer, input)),
    }),
    endPost: t.field({
      type: ResultType,
      authScopes: { may: 'district:post' },
      description: 'They decide there no more.',
      args: { id: t.arg.id({ required: true }) },
      resolve: async (_root, { id }, { platform, viewer, origin }) =>
        posted(await endPost(platform, origin, viewer, id)),
    }),
  }
})
