import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import ScopeAuthPlugin from '@pothos/plugin-scope-auth'
import { addScalars } from './scalars.ts'
import { lacksProof } from '../access/fresh-proof.ts'
import { may, refusalOf } from '../access/permissions.ts'
import { proofNeeded } from '../access/refusal.ts'
import type { SchemaTypes } from './schema-types.ts'

/**
 * The one schema builder. Each root field names its permission in `authScopes` (a test refuses one that does not), and so does
 * an object field that fewer people may read than the object; whose row it is, the use case asks of the same table.
 */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  relay: {},
  complexity: {
    defaultComplexity: 1,
    defaultListMultiplier: 10,
    // The fields say what they cost; whether that is too much is asked before anything runs (operation-limits.ts).
    disabled: true,
  },
  scopeAuth: {
    authScopes: ({ viewer, platform }) => ({
      public: true,
      may: (permission) => {
        if (!may(viewer, permission)) throw refusalOf(viewer, permission)
        if (lacksProof(viewer, permission, platform.clock.now())) throw proofNeeded()
        return true
      },
    }),
  },
})

builder.queryType({ description: 'Everything that reads.' })
builder.mutationType({ description: 'Everything that changes something. Domain outcomes are unions, not errors.' })
addScalars(builder)
