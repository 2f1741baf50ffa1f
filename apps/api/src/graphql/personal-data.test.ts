import { getNamedType, getNullableType, isListType, isObjectType, isRequiredArgument, isUnionType } from 'graphql'
import type { GraphQLField, GraphQLObjectType } from 'graphql'
import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { permissions } from '../access/permission-table.ts'
import type { Grant } from '../access/permission-table.ts'
import { staffMay } from '../access/permissions.ts'
import { staffRoles } from '../access/viewer.ts'
import { bySubject, permissionOf } from './permission-of-field.ts'
import { personalOf } from './note-shown.ts'
import { listUnmasking, printUnmasking, unmaskingFile } from './print-unmasking.ts'
import { schema } from './schema.ts'

type Field = GraphQLField<unknown, unknown>
interface Way {
  type: GraphQLObjectType
  field: Field
}

const types = Object.values(schema.getTypeMap()).filter(isObjectType)
const roots = new Set(['Query', 'Mutation'])
const fieldsOf = (type: GraphQLObjectType): Field[] => Object.values(type.getFields())

/** What a name of a field says when it is about a person: who they are, where they live, what they earn. */
const looksPersonal =
  /name|masked|idNumber|phone|mobile|address|account|wage|birth|payer|payee|contact|signer|person$|caller|legalRep|relation$|email|^subject$|^base$|Base$|^values$|^raw$|unitForm/i
/** Of these no name says what is in them. */
const anything = new Set(['JSON', 'Explanation'])
const told = new Set(['String', 'Fen', ...anything])

/** Fields that look like it and never are, wherever they stand. */
const harmless: Readonly<Record<string, readonly string[]>> = {
  'an office, bank, agency, court or unit': [
    'bodyName',
    'employerName',
    'unitName',
    'agencyName',
    'bankName',
    'nameZh',
    'nameEn',
  ],
  'a file': ['fileName'],
  'staff and clerks in what they did for their office or unit, which is what a case and its trail are for': [
    'actorName',
    'agentName',
    'authorName',
    'byName',
    'claimAskedByName',
    'closedByName',
    'deciderName',
    'enderName',
    'holderName',
    'importedByName',
    'ownerName',
    'proposerName',
    'requesterName',
    'resolvedByName',
    'reversalAskedByName',
    'standInName',
  ],
  'an identifier': ['accountId'],
}

/** Types that look like it, by why nothing is noted. A type that is new belongs here, or is marked where it is defined. */
const argued: Readonly<Record<string, readonly string[]>> = {
  'names units, banks, hospitals, regions or the office, and what they state in public': [
    'BankRequest',
    'Employer',
    'EmployerAccount',
    'EmployerActedFor',
    'EmployerLine',
    'EmployerLockStanding',
    'EnforcementBank',
    'FetchedStatement',
    'Office',
    'Partner',
    'PartnerDesk',
    'PayeeAccount',
    'SimulatedEmployer',
    'StatisticEmployer',
    'UnbillableUnit',
    'UndeclaredEmployer',
    'WatchedEmployer',
  ],
  'names the account of a unit, masked: units pay, and only a unit’s account is searched, seized or given back to': [
    'BankReply',
    'ClaimSuggestion',
    'DebitAgreement',
    'EnforcementBankReply',
    'MoneyToReturn',
    'PlannedRefund',
    'ReconciliationItem',
  ],
  'names staff of the office or of a partner to those who work with them': [
    'AgencyPerson',
    'DistrictPost',
    'ListedPaper',
    'OfficePerson',
    'PartnerOperator',
    'StaffAbsence',
    'StaffAccount',
    'WorkColleague',
    'WorkRulePerson',
  ],
  'names a thing that somebody called so': [
    'AccessToken',
    'Attachment',
    'Authenticator',
    'BankStatementRefused',
    'CalendarDay',
    'OwnAccessToken',
    'PaperTemplatePlace',
    'ProposedParameter',
    'PublishedParameter',
    'SavedView',
  ],
  'is a sum over people, a figure of a unit, or a rule': [
    'BillingRunProblem',
    'Declaration',
    'DeemedAssessment',
    'PaymentNoticeLine',
    'PeopleCount',
    'PersonnelInsuranceTotal',
    'PersonnelRules',
    'PersonnelSummary',
    'PremiumEstimate',
    'PublicParameters',
    'RehearsedBill',
    'RehearsedDelay',
    'RehearsedNotFiled',
    'ReviewInsuredSum',
    'ReviewSum',
    'StatisticFigure',
  ],
  'says what is wrong with what was sent, by codes, rows and figures': [
    'AcceptedProposalWarning',
    'Issue',
    'ProposalProblem',
  ],
  'is handed back to the unit that just sent it': ['AnswerConflict', 'LastSaved', 'PlannedBackPayment'],
  'tells somebody who they are themselves': ['LinkHolder', 'PasskeyOptions', 'Viewer'],
  'is the audit trail, in which people stand masked: reading it is for auditors, and a file of it is written down': [
    'AuditChange',
  ],
  'is the number of a caller, masked, of whom nobody is known yet; after the check it is HotlineCaller': [
    'HotlineCall',
  ],
  'names who shared a record, to whom they shared it with; opened, it is SharedRecord': ['HeldRecordConsent'],
}
const arguedTypes = Object.values(argued).flat()
const harmlessFields = new Set(Object.values(harmless).flat())

function suspicious(type: GraphQLObjectType): Field[] {
  return fieldsOf(type).filter((field) => {
    const { name } = getNamedType(field.type)
    if (!told.has(name) || harmlessFields.has(field.name) || personalOf(field)) return false
    return anything.has(name) || looksPersonal.test(field.name)
  })
}

/** Every field that hands out a type, by itself or as a member of a union. */
const waysTo = new Map<string, Way[]>()
for (const type of types)
  for (const field of fieldsOf(type)) {
    const named = getNamedType(field.type)
    for (const { name } of isUnionType(named) ? named.getTypes() : [named])
      waysTo.set(name, [...(waysTo.get(name) ?? []), { type, field }])
  }

/** The ways by which a type is reached from a root without anything marked in between. */
function openWays(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return []
  seen.add(name)
  return (waysTo.get(name) ?? []).flatMap(({ type, field }) => {
    if (personalOf(field) ?? personalOf(type)) return []
    return roots.has(type.name) ? [`${type.name}.${field.name}`] : openWays(type.name, seen)
  })
}

const marked = (how: string) => types.filter((type) => personalOf(type)?.how === how).map(({ name }) => name)

describe('every type that looks like personal data', () => {
  it('says how it is noted that somebody looked, or it is argued that it is none', () => {
    const silent = types
      .filter((type) => !roots.has(type.name) && !type.name.startsWith('__'))
      .filter((type) => !personalOf(type) && !arguedTypes.includes(type.name))
      .flatMap((type) => suspicious(type).map(({ name }) => `${type.name}.${name}`))
    expect(silent, 'mark them (graphql/personal.ts), or argue why not').toEqual([])
  })

  it('is argued only where there is something to argue', () => {
    const needless = arguedTypes.filter((name) => {
      const type = schema.getType(name)
      return !isObjectType(type) || personalOf(type) !== undefined || suspicious(type).length === 0
    })
    expect(needless).toEqual([])
    expect(new Set(arguedTypes).size).toBe(arguedTypes.length)
  })

  it.each(marked('BENEATH'))('%s is reached through what is marked alone', (name) => {
    expect(openWays(name)).toEqual([])
  })

  it.each(marked('OWN'))('%s is reached by its person alone', (name) => {
    const others = openWays(name).filter((way) => {
      const [kind, field = ''] = way.split('.')
      const root = kind === 'Query' ? schema.getQueryType() : schema.getMutationType()
      const found = root?.getFields()[field]
      const held = found && permissionOf(found)
      if (!held || field === bySubject) return true
      if (held === 'public') return false
      const { clerk, staff, partner, system }: Grant = permissions[held]
      return (clerk ?? staff ?? partner ?? system) !== undefined
    })
    expect(others).toEqual([])
  })
})

describe('what is shown in clear', () => {
  it('stands in the printed table', () => {
    expect(readFileSync(unmaskingFile, 'utf8'), 'run: node apps/api/src/graphql/print-unmasking.ts').toBe(
      printUnmasking(),
    )
  })

  it('takes a reason wherever one is said to be asked, and only there', () => {
    const places = listUnmasking().filter(({ name }) => roots.has(name.split('.')[0] ?? ''))
    expect(places.length).toBeGreaterThan(4)
    const asked = places.filter(
      ({ name, inClear }) => /^Mutation\.(reveal|open)/.test(name) || inClear.reason === 'ASKED',
    )
    for (const { name, inClear, asksReason } of asked)
      expect([name, inClear.reason, asksReason]).toEqual([name, 'ASKED', true])
  })
})

describe('a list of people that staff can ask for at the root', () => {
  /** What makes a row a case that somebody works on, and not somebody. */
  const ofCase = [['mark'], ['step'], ['procedure'], ['number', 'state']]
  /** By whom or what it is asked for: a whole number, or the unit or case it belongs to. */
  const exact = ['number', 'employerId', 'declarationId', 'id']
  const otherwise: Readonly<Record<string, string>> = {
    deliveryLog:
      'what was told, by which way: a name masked, no number, and nothing by which a person can be looked for',
  }
  const rowsOf = (field: Field): GraphQLObjectType | undefined => {
    const named = getNamedType(field.type)
    if (!isObjectType(named)) return undefined
    const edges = named.getFields()['edges']
    const edge = edges && getNamedType(edges.type)
    const node = isObjectType(edge) ? edge.getFields()['node'] : undefined
    if (!node) return isListType(getNullableType(field.type)) ? named : undefined
    const inner = getNamedType(node.type)
    return isObjectType(inner) ? inner : undefined
  }
  const lists = fieldsOf(schema.getQueryType() ?? expect.fail('no queries')).flatMap((field) => {
    const held = permissionOf(field)
    const row = rowsOf(field)
    const mark = row && personalOf(row)
    if (!row || !mark || mark.how === 'OWN' || !held || held === 'public' || !staffMay(staffRoles, held)) return []
    return [{ name: field.name, field, row }]
  })

  it('there are some', () => expect(lists.map(({ name }) => name)).toContain('refundQueue'))

  it.each(lists)('$name is of cases, or of a number, a unit or a case that was named', ({ name, field, row }) => {
    const isCase = ofCase.some((names) => names.every((one) => one in row.getFields()))
    const isNamed = field.args.some((argument) => exact.includes(argument.name) && isRequiredArgument(argument))
    expect([isCase || isNamed, name in otherwise].filter(Boolean)).toHaveLength(1)
  })
})
