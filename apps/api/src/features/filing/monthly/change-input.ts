import { MonthlyChangeDraft } from '@shebao/declaration-rules'
import { printedPermitNumber } from '@shebao/identifiers'
import { keepPermitNumber } from '@shebao/roster'
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
  return withKeptNumber(result.data)
}

/** What is typed from a travel permit is kept as the number made of it, as in a file (domain 1.2). */
function withKeptNumber(change: MonthlyChangeDraft): MonthlyChangeDraft {
  keepPermitNumber(change)
  if (change.infoField !== 'idNumber' || change.infoValue === undefined) return change
  return { ...change, infoValue: printedPermitNumber(change.idType, change.infoValue) ?? change.infoValue }
}
