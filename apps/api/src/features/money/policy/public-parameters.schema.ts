import { builder } from '../../../graphql/builder.ts'
import { findPublicParameters, listPublicRegions } from './public-parameters.ts'
import type { NoPublicParameters, PublicParameters, PublicRegion } from './public-parameters.ts'

const RegionType = builder.objectRef<PublicRegion>('ParameterRegion').implement({
  description: 'A pooling region with published parameters.',
  fields: (t) => ({
    region: t.exposeString('region', { description: 'GB/T 2260 code, six digits.' }),
    nameZh: t.exposeString('nameZh'),
    nameEn: t.exposeString('nameEn'),
    firstPeriod: t.field({
      type: 'Period',
      description: 'The first month that can be answered.',
      resolve: ({ firstPeriod }) => firstPeriod,
    }),
    currentPeriod: t.field({
      type: 'Period',
      description: 'The month it is at the office.',
      resolve: ({ currentPeriod }) => currentPeriod,
    }),
    lastPeriod: t.field({
      type: 'Period',
      description:
        'The last month that can be answered, a year ahead; months without limits of their own use the latest.',
      resolve: ({ lastPeriod }) => lastPeriod,
    }),
  }),
})

const FoundType = builder.objectRef<PublicParameters>('PublicParameters').implement({
  description: 'The approved parameters that hold in one region and month.',
  fields: (t) => ({
    region: t.exposeString('region'),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    sample: t.exposeBoolean('sample', {
      description: 'True in a demo: some of it is a sample that no office has published.',
    }),
    file: t.field({
      type: 'JSON',
      description:
        'A parameter file, `{format: "shebao-parameters/1", rows}`: one row a rule, amounts in fen, rates in ppm. Limits whose own range is over are still in force until newer ones are published. The premium package reads it.',
      resolve: ({ file }) => file,
    }),
  }),
})

const MissingType = builder.objectRef<NoPublicParameters>('NoPublicParameters').implement({
  description: 'There are no parameters for that region and month.',
  fields: (t) => ({
    region: t.exposeString('region', { description: 'As it was asked for.' }),
    nameZh: t.exposeString('nameZh', { description: 'The code itself where no place has it.' }),
    nameEn: t.exposeString('nameEn', { description: 'The code itself where no place has it.' }),
    period: t.field({ type: 'Period', resolve: ({ period }) => period }),
    firstPeriod: t.field({
      type: 'Period',
      nullable: true,
      description: 'The first month the region has parameters for; null when it has none at all.',
      resolve: ({ firstPeriod }) => firstPeriod,
    }),
    lastPeriod: t.field({ type: 'Period', resolve: ({ lastPeriod }) => lastPeriod }),
  }),
})

const ResultType = builder.unionType('PublicParametersResult', {
  types: [FoundType, MissingType],
  resolveType: ({ kind }) => kind,
})

builder.queryFields((t) => ({
  parameterRegions: t.field({
    description: 'Regions with published parameters, by code, at most 1,000. Anyone may ask.',
    type: [RegionType],
    authScopes: { public: true },
    resolve: (_root, _args, { platform }) => listPublicRegions(platform),
  }),
  publicParameters: t.field({
    description:
      'What premiums are computed by in one region and month: approved rows only, never drafts. Anyone may ask; it holds no personal data.',
    type: ResultType,
    authScopes: { public: true },
    args: {
      region: t.arg.string({ required: true, description: 'GB/T 2260 code, six digits.' }),
      period: t.arg({ type: 'Period', required: true }),
    },
    resolve: (_root, { region, period }, { platform }) => findPublicParameters(platform, region, period),
  }),
}))
