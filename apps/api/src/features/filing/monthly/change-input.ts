import { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { badInput } from '../../../access/refusal.ts'

/** A client's change, or BAD_USER_INPUT naming the first field of another shape. Null stands for unknown. */
export function readChangeInput(input: object, at: string): MonthlyChangeDraft {
  const said = Object.entries(input).filter(([, value]) => value !== null && value !== undefined)
  const result = MonthlyChangeDraft.safeParse(Object.fromEntries(said))
  if (!result.success) {
    const path = result.error.issues[0]?.path.join('.') ?? ''
    throw badInput(`${at}.${path}`, 'This has another shape than a change.')
  }
  for (const [field, value] of Object.entries(result.data))
    if (typeof value === 'string' && value.length > 200) throw badInput(`${at}.${field}`, 'At most 200 characters.')
  return result.data
}
