import { PARAMETER_UNITS, restsOnDocument } from '@shebao/premium'
import { builder } from '../../../graphql/builder.ts'
import { badInput } from '../../../access/refusal.ts'
import { decodeCursor, keysetPage, pageComplexity, pageSize } from '../../../access/keyset.ts'
import type { KeysetArgs } from '../../../access/keyset.ts'
import type { Platform } from '../../../platform/platform.ts'
import { requireRegion } from './edit-proposal.ts'
import { listAccountNames } from './proposal.repository.ts'
import { listRowPage } from './published.repository.ts'
import type { PublishedRow } from './published.repository.ts'
import { loadRegionContext } from './region-context.ts'
import type { RegionContext } from './region-context.ts'

type NamedRow = PublishedRow & { publisher: string | null }

const UnitEnum = builder.enumType('ParameterUnit', {
  description:
    'What the number counts: FEN; PPM (8 % = 80000); DAY of the month; MONTH of the year; MONTHS; PEOPLE; or a WORD, such as HALF_UP_FEN.',
  values: ['FEN', 'PPM', 'DAY', 'MONTH', 'MONTHS', 'PEOPLE', 'WORD'] as const,
})

const ParameterType = builder.objectRef<NamedRow>('PublishedParameter').implement({
  description:
    'One dated regional figure or rule as it was published (domain specification, section 0). Never edited: a successor ends it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    region: t.string({ resolve: ({ row }) => row.region, description: 'GB/T 2260 code of the pooling region.' }),
    name: t.string({ resolve: ({ row }) => row.name, description: 'Such as RATE_PPM or BASE_FLOOR.' }),
    insurance: t.string({
      resolve: ({ row }) => row.insurance,
      description: 'ALL where it does not depend on the insurance.',
    }),
    side: t.string({ resolve: ({ row }) => row.side, description: 'ALL, EMPLOYER or PERSONAL.' }),
    category: t.string({
      resolve: ({ row }) => row.category,
      description: 'ALL, INJURY_CLASS_1 to _8, or one the office defines.',
    }),
    value: t.string({ resolve: ({ row }) => String(row.value), description: 'A whole number in `unit`, or a word.' }),
    unit: t.field({ type: UnitEnum, resolve: ({ row }) => PARAMETER_UNITS[row.name] }),
    validFrom: t.field({
      type: 'Period',
      resolve: ({ row }) => row.validFrom,
      description: 'First month it holds for.',
    }),
    validTo: t.field({
      type: 'Period',
      nullable: true,
      resolve: ({ row }) => row.validTo,
      description: 'Last month; null while open.',
    }),
    docNo: t.string({
      nullable: true,
      resolve: ({ row }) => row.docNo,
      description: 'Number of the document that set it.',
    }),
    publishedOn: t.field({
      type: 'Date',
      nullable: true,
      resolve: ({ row }) => row.publishedOn,
      description: 'Date of that document.',
    }),
    source: t.string({
      resolve: ({ row }) => row.source,
      description:
        'Where the figure was found, which is no legal basis: once, or in Chinese and in English with a bar between.',
    }),
    verified: t.boolean({
      resolve: ({ row }) => restsOnDocument(row),
      description: 'False: without the number of a document, or not yet compared with it.',
    }),
    publishedBy: t.string({
      nullable: true,
      resolve: ({ publisher }) => publisher,
      description: 'Who put it in force here; null for a sample that nobody has published.',
    }),
    publishedAt: t.field({ type: 'DateTime', resolve: ({ publishedAt }) => publishedAt }),
    proposalId: t.id({ nullable: true, resolve: ({ proposalId }) => proposalId }),
    supersededBy: t.id({
      nullable: true,
      resolve: ({ supersededBy }) => supersededBy,
      description: 'The row that ended it.',
    }),
  }),
})

const ParameterConnection = builder.connectionObject({ type: ParameterType, name: 'PublishedParameterConnection' })

const RegionStateType = builder.objectRef<RegionContext>('ParameterRegionState').implement({
  description: 'What a proposal of the region is judged against.',
  fields: (t) => ({
    region: t.exposeString('region'),
    currentPeriod: t.field({
      type: 'Period',
      resolve: ({ current }) => current,
      description: 'The month it is at the office.',
    }),
    billedPeriods: t.field({
      type: ['Period'],
      resolve: ({ billed }) => [...billed],
      description: 'Months with ordinary notices, in time: closed for every parameter but late limits [PD].',
    }),
    revision: t.exposeString('revision', { description: 'Changes with every publication in the region.' }),
  }),
})

builder.queryFields((t) => ({
  policyParameters: t.field({
    type: ParameterConnection,
    description:
      'Every published parameter of a region, past, in force and coming; by name, insurance, side and category, then in time. 50 at a time unless `first` (1-100) says otherwise. Staff only.',
    complexity: pageComplexity,
    authScopes: { may: 'parameter:read' },
    args: { region: t.arg.string({ required: true }), first: t.arg.int(), after: t.arg.string() },
    resolve: async (_root, args, { platform }) => keysetPage(await readParameters(platform, args), args, keyOf),
  }),
  policyRegionState: t.field({
    type: RegionStateType,
    description: 'The billed months of a region, and which rows are published. Staff only.',
    complexity: 50,
    authScopes: { may: 'parameter:read' },
    args: { region: t.arg.string({ required: true }) },
    resolve: (_root, { region }, { platform }) => loadRegionContext(platform, requireRegion(region)),
  }),
}))

const keyOf = ({ row }: PublishedRow) => [row.name, row.insurance, row.side, row.category, row.validFrom]

async function readParameters(platform: Platform, args: KeysetArgs & { region: string }): Promise<NamedRow[]> {
  const after = decodeCursor(args, 5)?.map((value) => {
    if (typeof value !== 'string') throw badInput('after', 'This is no cursor of this list.')
    return value
  })
  const [name = '', insurance = '', payerSide = '', category = '', validFrom = ''] = after ?? []
  const key = after && { name, insurance, payerSide, category, validFrom }
  const rows = await listRowPage(platform, requireRegion(args.region), key, pageSize(args) + 1)
  const people = [...new Set(rows.map(({ approvedBy }) => approvedBy))].filter((id) => /^[0-9a-f-]{36}$/.test(id))
  const names = await listAccountNames(platform, people)
  return rows.map((row) => ({ ...row, publisher: names.get(row.approvedBy) ?? null }))
}
