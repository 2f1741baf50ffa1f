import { graphql } from 'graphql'
import type { GraphQLSchema } from 'graphql'
import type { Context } from '../graphql/context.ts'
import type {
  Clerk,
  InsuredPerson,
  PartnerKind,
  PartnerOperator,
  StaffMember,
  StaffRole,
  Viewer,
} from '../access/viewer.ts'
import { VariablesRefused } from '../graphql/compiled-execution.ts'
import { createOperations, OperationRefused } from '../graphql/operations.ts'
import { schema } from '../graphql/schema.ts'
import { clerkDuties } from '../access/viewer.ts'
import type { TestPlatform } from './test-platform.ts'

const noCookie: Context['cookie'] = { token: undefined, set: () => undefined, clear: () => undefined }

const signedIn = <Kind extends Viewer['kind']>(kind: Kind) => ({
  accountId: crypto.randomUUID(),
  sessionId: crypto.randomUUID(),
  kind,
  stage: 'FULL' as const,
  displayName: kind,
  language: 'zh-CN',
  expiresAt: new Date('2027-01-01T00:00:00Z'),
})

export const staffViewer = (roles: readonly StaffRole[], given: Partial<StaffMember> = {}): StaffMember => ({
  ...signedIn('STAFF'),
  officeId: crypto.randomUUID(),
  roles,
  fullyProvedAt: new Date('9999-01-01T00:00:00Z'),
  ...given,
})
export const employerViewer = (employerId: string, given: Partial<Clerk> = {}): Clerk => ({
  ...signedIn('EMPLOYER'),
  employerId,
  duties: clerkDuties,
  ...given,
})
export const insuredViewer = (individualId: string, given: Partial<InsuredPerson> = {}): InsuredPerson => ({
  ...signedIn('INSURED'),
  individualId,
  ...given,
})

export const partnerViewer = (partnerKind: PartnerKind, given: Partial<PartnerOperator> = {}): PartnerOperator => ({
  ...signedIn('PARTNER'),
  partnerId: crypto.randomUUID(),
  partnerKind,
  ...given,
})

export interface Answer {
  data: Record<string, never>
  /** Codes of the errors, `UNEXPECTED` for one that is no refusal. */
  errors: string[]
}

/** One operation through the whole schema as this viewer, without HTTP. */
export async function ask(
  platform: TestPlatform,
  asker: Viewer | undefined,
  source: string,
  variableValues: Record<string, unknown> = {},
  on?: { schema: GraphQLSchema; rootValue?: unknown },
): Promise<Answer> {
  const contextValue: Context = {
    platform,
    viewer: asker,
    cookie: noCookie,
    origin: 'test',
    userAgent: 'test',
    requestId: 'test',
  }
  const result = on
    ? await graphql({ ...on, source, variableValues, contextValue })
    : await answerAsServed(source, variableValues, contextValue)
  return {
    data: JSON.parse(JSON.stringify(result.data ?? {})),
    errors: (result.errors ?? []).map((error) => {
      const code = error.extensions?.['code']
      return typeof code === 'string' ? code : `UNEXPECTED ${error.message}`
    }),
  }
}

const operations = createOperations(schema, undefined)

async function answerAsServed(source: string, variables: Record<string, unknown>, context: Context) {
  try {
    return await operations.prepare(source, undefined).run(variables, context)
  } catch (error) {
    if (error instanceof OperationRefused || error instanceof VariablesRefused) return { errors: error.errors }
    throw error
  }
}
