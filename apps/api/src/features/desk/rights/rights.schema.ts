import { explainAccountYear } from '@shebao/premium'
import type { AccountYear, Explanation } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { builder } from '../../../graphql/builder.ts'
import { beneath } from '../../../graphql/personal.ts'
import { addDerivationSubject, derived } from '../../../graphql/derivation.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { IndividualType, noteReading } from '../record/index.ts'
import { loadRightsOf, yearToday } from './load-rights.ts'
import { insuredStandings } from './rights-content.ts'
import type { RightsContent, RightsLine, RightsTransfer } from './rights-content.ts'

const StandingEnum = builder.enumType('InsuredStanding', {
  description: 'INSURED in the last month of the record; STOPPED: paid before; NEVER: nothing was ever paid.',
  values: insuredStandings,
})

const LineType = builder.objectRef<RightsLine>('RightsRecordLine').implement({
  personal: beneath,
  description: 'One insurance of a rights record.',
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    standing: t.field({ type: StandingEnum, resolve: ({ standing }) => standing }),
    firstInsured: t.field({
      type: 'Period',
      nullable: true,
      description: 'First month that counts.',
      resolve: ({ firstInsured }) => firstInsured,
    }),
    monthsOfYear: t.exposeInt('monthsOfYear', { description: 'Months of the year that count, each once.' }),
    months: t.exposeInt('months', { description: 'Cumulative.' }),
    base: t.field({ type: 'Fen', description: 'Sum of the bases of the year.', resolve: ({ base }) => base }),
    employer: t.field({ type: 'Fen', resolve: ({ employer }) => employer }),
    personal: t.field({ type: 'Fen', resolve: ({ personal }) => personal }),
  }),
})

const AccountYearType = builder.objectRef<AccountYear>('PensionAccountYear').implement({
  description:
    'A year of the personal account of the pension insurance (个人账户): opening + principal + interest = closing.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    opening: t.field({ type: 'Fen', resolve: ({ opening }) => opening }),
    principal: t.field({
      type: 'Fen',
      description:
        'The employee’s shares that came in during the year, less what was refunded in it; and what came from another region’s account or went to one.',
      resolve: ({ principal }) => principal,
    }),
    interest: t.field({
      type: 'Fen',
      nullable: true,
      description: 'Null while the year runs, and until the state has published its rate.',
      resolve: ({ rate, interest }) => (rate ? interest : null),
    }),
    ratePpm: t.int({
      nullable: true,
      description: 'The published rate of the year.',
      resolve: ({ rate }) => (rate ? Number(rate.row.value) : null),
    }),
    closing: t.field({ type: 'Fen', resolve: ({ closing }) => closing }),
    isFinal: t.boolean({
      description: 'This year and all before it have their interest.',
      resolve: (account) => account.final,
    }),
  }),
})

const RightsTransferType = builder.objectRef<RightsTransfer>('RightsTransfer').implement({
  description: 'Months on end that moved between this office and another region.',
  fields: (t) => ({
    outgoing: t.exposeBoolean('outgoing', { description: 'They count there.' }),
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    from: t.field({ type: 'Period', resolve: ({ from }) => from }),
    to: t.field({ type: 'Period', resolve: ({ to }) => to }),
    agency: t.exposeString('agency'),
  }),
})

const RightsRecordType = builder.objectRef<RightsContent>('RightsRecord').implement({
  personal: beneath,
  description:
    'What the office has recorded of a person’s rights (个人权益记录; SIL 74, order 14 of 2011, 2), live. Benefits are not kept in this product.',
  fields: (t) => ({
    year: t.exposeInt('year'),
    until: t.field({ type: 'Period', description: 'Last month it counts.', resolve: ({ until }) => until }),
    employerName: t.string({
      nullable: true,
      description: 'The unit they were last billed with.',
      resolve: ({ unit }) => unit?.employerName ?? null,
    }),
    lines: t.field({
      type: [LineType],
      description: 'The five insurances.',
      complexity: { multiplier: 5 },
      resolve: ({ lines }) => lines,
    }),
    account: t.field({
      type: [AccountYearType],
      description: 'Newest first; empty before something was posted.',
      complexity: { multiplier: 10 },
      resolve: ({ account }) => account.toReversed(),
    }),
    transfers: t.field({
      type: [RightsTransferType],
      complexity: { multiplier: 2 },
      resolve: ({ transfers = [] }) => transfers,
    }),
  }),
})

builder.objectFields(IndividualType, (t) => ({
  rights: t.field({
    type: RightsRecordType,
    description: 'The rights record of the running year, as of now.',
    complexity: { field: 20, multiplier: 1 },
    resolve: async ({ id }, _args, context) => {
      await noteReading(context.platform, context.viewer, context, id)
      return loadRightsOf(context.platform, id, yearToday(context.platform))
    },
  }),
}))

const FigureEnum = builder.enumType('PensionAccountFigure', {
  values: ['PRINCIPAL', 'INTEREST', 'CLOSING'] as const,
})
const AccountInput = builder.inputType('PensionAccountDerivation', {
  fields: (t) => ({
    year: t.int({ required: true }),
    figure: t.field({ type: FigureEnum, required: true }),
  }),
})

addDerivationSubject<typeof AccountInput.$inferInput>('pensionAccount', {
  input: (t) =>
    t.field({
      type: AccountInput,
      description:
        'A figure of the asker’s own pension account. CLOSING: ACCOUNT_CLOSING, down to every month in which something was posted; PRINCIPAL and INTEREST: of that year. Nothing for a year the account does not have. An insured person.',
    }),
  permission: 'record:read',
  complexity: 100,
  derive: async (platform, viewer, { year, figure }) => {
    const { individualId } = requireMay(viewer, 'record:read')
    const { account } = await loadRightsOf(platform, individualId, yearToday(platform))
    return derived(explainFigure(account, year, figure))
  },
})

function explainFigure(
  account: readonly AccountYear[],
  year: number,
  figure: (typeof FigureEnum)['$inferType'],
): Explanation | undefined {
  const upTo = account.filter((each) => each.year <= year)
  if (upTo.at(-1)?.year !== year) return undefined
  const closing = explainAccountYear(upTo)
  if (figure === 'CLOSING') return closing
  return closing.inputs.find(({ label }) => label === `ACCOUNT_${figure}`)
}
