import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import type { Fen } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import { addScalars } from './scalars.ts'
import { forbidden, Refusal, unauthenticated } from '../access/refusal.ts'
import type { Context, StaffRole } from './context.ts'

export interface SchemaTypes {
  Context: Context
  DefaultFieldNullability: false
  AuthScopes: {
    /** Anyone, signed in or not. */
    public: boolean
    /** Any session, also one that must first change its password. */
    session: boolean
    signedIn: boolean
    employer: boolean
    insured: boolean
    /** Staff with one of these roles; an empty list means any member of staff. */
    staff: readonly StaffRole[]
  }
  Scalars: {
    ID: { Input: string; Output: string }
    Fen: { Input: Fen; Output: Fen }
    Date: { Input: string; Output: string }
    Period: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Explanation: { Input: never; Output: Explanation }
    JSON: { Input: unknown; Output: unknown }
  }
}

/**
 * The one schema builder. Each root field names who may call it in `authScopes` (a test refuses one that does not);
 * which rows they may see is decided in the feature's policy.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {},
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    limit: { complexity: 20_000, depth: 12, breadth: 400 },
    complexityError: (kind) =>
      new Refusal('TOO_LARGE', `The ${kind.toLowerCase()} of this operation is over the limit.`),
  },
  scopeAuth: {
    unauthorizedError: (_parent, context) => (context.viewer ? forbidden() : unauthenticated()),
    authScopes: ({ viewer }) => {
      const full = viewer?.stage === 'FULL' ? viewer : undefined
      return {
        public: true,
        session: viewer !== undefined,
        signedIn: full !== undefined,
        employer: full?.kind === 'EMPLOYER',
        insured: full?.kind === 'INSURED',
        staff: (roles) =>
          full?.kind === 'STAFF' && (roles.length === 0 || roles.some((role) => full.roles.includes(role))),
      }
    },
  },
})

builder.queryType({ description: 'Everything that reads.' })
builder.mutationType({ description: 'Everything that changes something. Domain outcomes are unions, not errors.' })
addScalars(builder)
