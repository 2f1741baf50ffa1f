import { builder } from '../../../graphql/builder.ts'
import { own } from '../../../graphql/personal.ts'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import { InsuranceEnum } from '../../../graphql/insurance-enum.ts'
import { keysetPage, pageComplexity } from '../../../access/keyset.ts'
import { PremiumPaymentType } from '../../money/month/index.ts'
import { CardType, listCards } from '../../register/card/index.ts'
import { findIndividual } from '../../register/individual/index.ts'
import type { IndividualRow } from '../../register/individual/index.ts'
import { noteReading } from './note-reading.ts'
import { readPayments } from './read-payments.ts'
import { readRightsSummary } from './rights-summary.ts'
import type { InsuranceRights, RightsSummary } from './rights-summary.ts'

const InsuranceRightsType = builder.objectRef<InsuranceRights>('InsuranceRights').implement({
  fields: (t) => ({
    insurance: t.field({ type: InsuranceEnum, resolve: ({ insurance }) => insurance }),
    months: t.exposeInt('months', { description: 'Cumulative paid months; a month counts once, whoever paid it.' }),
    firstInsured: t.field({ type: 'Period', nullable: true, resolve: ({ firstInsured }) => firstInsured ?? null }),
    lastPaid: t.field({ type: 'Period', nullable: true, resolve: ({ lastPaid }) => lastPaid ?? null }),
    gaps: t.field({
      type: ['Period'],
      description: 'Months not paid between the first and the last paid one.',
      resolve: ({ gaps }) => gaps,
    }),
  }),
})

export const RightsSummaryType = builder.objectRef<RightsSummary>('RightsSummary').implement({
  description: 'What the months on record add up to, live (个人权益).',
  fields: (t) => ({
    insurances: t.field({
      type: [InsuranceRightsType],
      complexity: { multiplier: 5 },
      resolve: ({ insurances }) => insurances,
    }),
    firstPeriod: t.field({ type: 'Period', nullable: true, resolve: ({ firstPeriod }) => firstPeriod ?? null }),
    lastPeriod: t.field({ type: 'Period', nullable: true, resolve: ({ lastPeriod }) => lastPeriod ?? null }),
  }),
})

const PremiumPaymentConnection = builder.connectionObject({
  type: PremiumPaymentType,
  name: 'PremiumPaymentConnection',
})

/** The registration is read only when a field of it is asked for: the record query, the hottest of all, asks for none. */
interface Person {
  id: string
  registration: () => Promise<IndividualRow>
}

export const IndividualType = builder.objectRef<Person>('Individual').implement({
  personal: own,
  description: 'An insured person, as that person sees themself. Nobody else ever reaches this type.',
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.string({
      description: 'In full: it is the person’s own.',
      resolve: async ({ registration }, _args, { platform }) =>
        platform.vault.open<{ name: string }>((await registration()).personal).name,
    }),
    idMasked: t.string({
      description: 'First three and last two characters of the social security number.',
      resolve: async ({ registration }) => (await registration()).idMasked,
    }),
    cards: t.field({
      type: [CardType],
      description: 'Newest first; at most 20.',
      complexity: { multiplier: 2 },
      resolve: ({ id }, _args, { platform }) => listCards(platform, id),
    }),
    rightsSummary: t.field({
      type: RightsSummaryType,
      resolve: ({ id }, _args, { platform }) => readRightsSummary(platform, id),
    }),
    payments: t.field({
      description: 'Months on record, newest first, 50 at a time unless `first` (1-100) says otherwise.',
      type: PremiumPaymentConnection,
      args: {
        first: t.arg.int(),
        after: t.arg.string(),
        year: t.arg.int({ description: 'Calendar year; every year when absent.' }),
        period: t.arg({ type: 'Period', description: 'One month; not together with `year`.' }),
      },
      complexity: pageComplexity,
      resolve: async ({ id }, args, context) => {
        await noteReading(context.platform, context.viewer, context, id)
        return keysetPage(
          await readPayments(context.platform, id, args),
          args,
          ({ period, employerId, kind, sequence }) => [period, employerId, kind, sequence],
        )
      },
    }),
  }),
})

builder.queryField('me', (t) =>
  t.field({
    description:
      'The insured person that is signed in: registration, cards and months on record (SIL 4, 74). Free of charge, and never anyone else’s.',
    type: IndividualType,
    authScopes: { may: 'record:read' },
    resolve: (_root, _args, { platform, viewer }) => {
      const { individualId: id } = requireMay(viewer, 'record:read')
      let asked: Promise<IndividualRow> | undefined
      const registration = () =>
        (asked ??= findIndividual(platform, id).then((row) => row ?? Promise.reject(notFound('person'))))
      return { id, registration }
    },
  }),
)
