import qrcode from 'qrcode'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import { builder } from '../../../graphql/builder.ts'
import { noted } from '../../../graphql/personal.ts'
import type { Context } from '../../../graphql/context.ts'
import { annualInspection, DeclarationType, editRefusals, findAnyDeclaration } from '../declaration/index.ts'
import type { DeclarationRow } from '../declaration/index.ts'
import { askEmployees, namedRowsAtMost } from './ask-employees.ts'
import type { AskOutcome } from './ask-employees.ts'
import { DisputedFieldEnum } from './confirmation-type.ts'
import { handOverLinks, linksAtMost } from './hand-over-links.ts'
import type { HandedLink, HandOverOutcome } from './hand-over-links.ts'
import { settleDisagreement } from './settle-disagreement.ts'
import type { SettleOutcome } from './settle-disagreement.ts'

type Outcome = AskOutcome | HandOverOutcome | SettleOutcome
type Of<Kind extends Outcome['kind']> = Extract<Outcome, { kind: Kind }>

/** The declaration as it is after the call, for the client's cache. */
async function declarationOf(
  { declarationId }: { declarationId: string },
  _args: object,
  { platform }: Context,
): Promise<DeclarationRow | null> {
  const declaration = await findAnyDeclaration(platform, declarationId)
  return declaration?.kind === annualInspection ? declaration : null
}
const ofDeclaration = {
  type: DeclarationType,
  nullable: true,
  description: 'Null where it is one of a month.',
  resolve: declarationOf,
} as const

const AskedType = builder.objectRef<Of<'ASKED'>>('EmployeesAsked').implement({
  description: 'What became of an asking.',
  fields: (t) => ({
    declaration: t.field(ofDeclaration),
    asked: t.exposeInt('asked', { description: 'People a link is on its way to.' }),
    unreached: t.exposeInt('unreached', { description: 'People whose link has to be handed over.' }),
    already: t.exposeInt('already', {
      description: 'People asked for just this before, who are not asked twice within a day.',
    }),
    withoutNumber: t.exposeInt('withoutNumber', {
      description: 'Rows without an ID number, by which the person would prove who they are.',
    }),
  }),
})
const LinkType = builder.objectRef<HandedLink>('HandedConfirmationLink').implement({
  personal: noted('HAND_OVER_LINKS'),
  description: 'A link to hand to one person. It is shown this once.',
  fields: (t) => ({
    rowNo: t.exposeInt('rowNo'),
    name: t.exposeString('name'),
    idMasked: t.exposeString('idMasked'),
    url: t.exposeString('url'),
    qrSvg: t.string({
      description: 'The link as a QR code, SVG.',
      resolve: ({ url }) => qrcode.toString(url, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 }),
    }),
  }),
})
const HandedType = builder.objectRef<Of<'HANDED'>>('ConfirmationLinksHanded').implement({
  description: 'Links to print or copy; those sent before lead nowhere any more.',
  fields: (t) => ({
    declaration: t.field(ofDeclaration),
    expiresAt: t.field({ type: 'DateTime', resolve: ({ expiresAt }) => expiresAt }),
    links: t.field({
      type: [LinkType],
      description: 'In the order of the rows; whoever was not asked, or has answered, is not among them.',
      resolve: ({ links }) => [...links],
    }),
  }),
})
const SettledType = builder.objectRef<Of<'SETTLED'>>('DisagreementSettled').implement({
  description: 'Settled, and the person is asked again.',
  fields: (t) => ({
    declaration: t.field(ofDeclaration),
    asked: t.exposeBoolean('asked', { description: 'False when the new link has to be handed over.' }),
  }),
})
const RefusalEnum = builder.enumType('ConfirmationRefusal', {
  description: 'NOTHING_TO_SETTLE: this person does not disagree, or somebody settled it meanwhile.',
  values: [...editRefusals, 'NOTHING_TO_SETTLE'] as const,
})
const RefusedType = builder.objectRef<Of<'REFUSED'>>('ConfirmationRefused').implement({
  description: 'Why nothing was done.',
  fields: (t) => ({
    declaration: t.field(ofDeclaration),
    code: t.field({ type: RefusalEnum, resolve: ({ code }) => code }),
  }),
})

const AskResult = builder.unionType('AskEmployeesResult', {
  types: [AskedType, RefusedType],
  resolveType: ({ kind }) => (kind === 'ASKED' ? AskedType : RefusedType),
})
const HandOverResult = builder.unionType('HandOverLinksResult', {
  types: [HandedType, RefusedType],
  resolveType: ({ kind }) => (kind === 'HANDED' ? HandedType : RefusedType),
})
const SettleResult = builder.unionType('SettleDisagreementResult', {
  types: [SettledType, RefusedType],
  resolveType: ({ kind }) => (kind === 'SETTLED' ? SettledType : RefusedType),
})

builder.mutationFields((t) => ({
  askEmployees: t.field({
    type: AskResult,
    authScopes: { may: 'confirmation:ask' },
    description:
      'Asks everybody of the open list, or the rows named, to confirm their own row by a one-time link on their phone.',
    args: {
      declarationId: t.arg.id({ required: true }),
      rowNos: t.arg.intList({ description: `At most ${namedRowsAtMost}; everybody where it is not given.` }),
      remind: t.arg.boolean({
        defaultValue: false,
        description: 'Of everybody: those who have not answered get a new link, once a day.',
      }),
    },
    resolve: (_root, { declarationId, rowNos, remind }, context) =>
      askEmployees(context.platform, requireMay(context.viewer, 'confirmation:ask'), {
        declarationId: requireUuid(declarationId, 'declaration'),
        rowNos: rowNos ?? undefined,
        remind: remind ?? false,
        origin: context.origin,
      }),
  }),
  handOverConfirmationLinks: t.field({
    type: HandOverResult,
    authScopes: { may: 'confirmation:ask' },
    description: 'New links of people who were asked, to be printed or copied for those whom no text message reaches.',
    args: {
      declarationId: t.arg.id({ required: true }),
      rowNos: t.arg.intList({ required: true, description: `At most ${linksAtMost}.` }),
    },
    resolve: (_root, { declarationId, rowNos }, context) =>
      handOverLinks(context.platform, requireMay(context.viewer, 'confirmation:ask'), {
        declarationId: requireUuid(declarationId, 'declaration'),
        rowNos,
        origin: context.origin,
      }),
  }),
  settleDisagreement: t.field({
    type: SettleResult,
    authScopes: { may: 'confirmation:settle' },
    description:
      'Takes over what a person said of their row, or keeps ours with a reason that they read; asks them again.',
    args: {
      declarationId: t.arg.id({ required: true }),
      rowNo: t.arg.int({ required: true }),
      askingId: t.arg.id({ required: true, description: 'EmployeeConfirmation.askingId as it was shown.' }),
      take: t.arg({ type: [DisputedFieldEnum], required: true, description: 'The fields to take over; others stay.' }),
      reason: t.arg.string({ description: 'Why others stay, 4 to 500 characters; needed when any does.' }),
    },
    resolve: (_root, { declarationId, reason, ...input }, context) =>
      settleDisagreement(context.platform, requireMay(context.viewer, 'confirmation:settle'), {
        ...input,
        declarationId: requireUuid(declarationId, 'declaration'),
        reason: reason ?? undefined,
        origin: context.origin,
      }),
  }),
}))
