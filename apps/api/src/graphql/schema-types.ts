import type { Fen } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import type { Permission } from '../access/permissions.ts'
import type { CaseMark } from '../case/case-mark.ts'
import type { Context } from './context.ts'

/** What the builder knows of every field: its context, who may ask, and the scalars. */
export interface SchemaTypes {
  Context: Context
  DefaultFieldNullability: false
  AuthScopes: {
    /** Anyone, signed in or not. */
    public: boolean
    /** Whoever holds this permission of the table, be it only for rows of their own. */
    may: Permission
  }
  Scalars: {
    ID: { Input: string; Output: string }
    Fen: { Input: Fen; Output: Fen }
    Date: { Input: string; Output: string }
    Period: { Input: string; Output: string }
    DateTime: { Input: Date; Output: Date }
    Explanation: { Input: never; Output: Explanation }
    CaseMark: { Input: CaseMark; Output: CaseMark }
    JSON: { Input: unknown; Output: unknown }
  }
}
