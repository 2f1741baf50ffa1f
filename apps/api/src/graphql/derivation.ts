import type { InputFieldRef } from '@pothos/core'
import type { Explanation } from '@shebao/premium'
import { badInput, unauthenticated } from '../access/refusal.ts'
import type { Platform } from '../platform/platform.ts'
import { builder } from './builder.ts'
import { shown } from './personal.ts'
import type { SchemaTypes } from './schema-types.ts'
import type { Permission } from '../access/permissions.ts'
import type { Viewer } from '../access/viewer.ts'

type Types = PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>

export interface Derivation {
  explanation: Explanation
  /** Of a month: whether it arrives at the amounts on record. */
  agrees?: boolean
  /** The person whose amount it is. */
  individualId?: string | null
}

/** A kind of amount that can say how it came about. */
export interface DerivationSubject<Asked> {
  /** What names one such amount, with what its derivation is. */
  input: (
    t: PothosSchemaTypes.InputFieldBuilder<Types, 'InputObject'>,
  ) => InputFieldRef<Types, Asked | null | undefined>
  /** Who may ask at all. Whose row it is, `derive` asks: another's behaves as if it did not exist. */
  permission: Permission
  complexity: number
  /** Nothing where there is nothing to derive. */
  derive: (platform: Platform, viewer: Viewer, asked: Asked) => Promise<Derivation | undefined>
}

type Registered = Pick<DerivationSubject<unknown>, 'input' | 'permission' | 'complexity' | 'derive'>

/** Each feature adds the amounts that it answers for; nothing here knows them. */
const subjects = new Map<string, Registered>()

export function addDerivationSubject<Asked>(name: string, subject: DerivationSubject<Asked>): void {
  if (subjects.has(name)) throw new Error(`two features derive ${name}`)
  subjects.set(name, {
    ...subject,
    // GraphQL has read the value by the input of this very subject.
    derive: (platform, viewer, asked) => subject.derive(platform, viewer, asked as Asked),
  })
}

/** All of them, for the test that goes over each. */
export const derivationSubjects = (): string[] => [...subjects.keys()].toSorted()

/** The permission that each of them asks for, by its name. */
export const derivationPermissions = (): [subject: string, held: Permission][] =>
  derivationSubjects().flatMap((name) => {
    const subject = subjects.get(name)
    return subject ? [[name, subject.permission]] : []
  })

/** The one subject that is asked about, with what names it. GraphQL refuses none and two of them (`@oneOf`). */
function subjectOf(given: object): { subject: Registered; asked: unknown } {
  const [name, asked] = Object.entries(given).find(([, value]) => value !== null && value !== undefined) ?? []
  const subject = name === undefined ? undefined : subjects.get(name)
  if (!subject) throw badInput('subject', 'Name one subject.')
  return { subject, asked }
}

const SubjectInput = builder.inputType('DerivationSubject', {
  description: 'The amount that is asked about.',
  isOneOf: true,
  fields: (t) => Object.fromEntries([...subjects].map(([name, { input }]) => [name, input(t)])),
})

const DerivationType = builder.objectRef<Derivation>('Derivation').implement({
  personal: shown('READ_DERIVATION', ({ individualId }) => individualId),
  description: 'How an amount came about.',
  fields: (t) => ({
    explanation: t.field({ type: 'Explanation', resolve: ({ explanation }) => explanation }),
    agrees: t.boolean({
      nullable: true,
      description: 'Of a month: whether it arrives at the amounts on record.',
      resolve: ({ agrees }) => agrees ?? null,
    }),
  }),
})

builder.queryField('derivation', (t) =>
  t.field({
    description:
      'Why an amount is what it is; null where there is nothing to derive. Who may ask follows from the subject. Another’s row behaves as if it did not exist.',
    type: DerivationType,
    nullable: true,
    args: { subject: t.arg({ type: SubjectInput, required: true }) },
    authScopes: (_root, { subject }) => ({ may: subjectOf(subject).subject.permission }),
    complexity: ({ subject }) => subjectOf(subject).subject.complexity,
    resolve: async (_root, { subject }, { platform, viewer }) => {
      if (!viewer) throw unauthenticated()
      const { subject: found, asked } = subjectOf(subject)
      return (await found.derive(platform, viewer, asked)) ?? null
    },
  }),
)

/** For amounts of which no more is to be said. */
export async function derived(
  explanation: Promise<Explanation | null | undefined> | Explanation | null | undefined,
): Promise<Derivation | undefined> {
  const found = await explanation
  return found ? { explanation: found } : undefined
}
