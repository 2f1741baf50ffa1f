import { requireMay } from '../../../access/permissions.ts'
import { forbidden, notFound } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Decision } from '../../../case/case-mark.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { checkParticular } from './office-particulars.ts'
import { findOffice, insertPayee, lockOffices, updateOffice } from './office.repository.ts'
import type { Payee } from './payee.ts'
import { payeeChangeCase, payeeTrace } from './payee-change-case.ts'
import { payeeChangeTable } from './payee-change.lifecycle.ts'
import { decidePayeeChange, findPayeeChange, hasOpenPayeeChange, insertPayeeChange } from './payee-change.repository.ts'
import type { PayeeChangeRow } from './payee-change.repository.ts'

export const payeeParts = ['NUMBER', 'NAME', 'BANK'] as const
export type PayeePart = (typeof payeeParts)[number]

/** VALUES: the parts named are not what such a part is. UNCHANGED: it is the account already. ALREADY_REQUESTED: one waits. */
export const payeeRefusals = [
  'VALUES',
  'UNCHANGED',
  'ALREADY_REQUESTED',
  'CHANGED_MEANWHILE',
  'SAME_PERSON',
  'NOT_IN_STATE',
] as const
export type PayeeRefusal = (typeof payeeRefusals)[number]
export interface PayeeRefused {
  reason: PayeeRefusal
  wrong: readonly PayeePart[]
}
type PayeeOutcome = PayeeChangeRow | PayeeRefused
const refused = (reason: PayeeRefusal, wrong: readonly PayeePart[] = []): PayeeRefused => ({
  reason,
  wrong,
})

type ReadPayee = { [Part in keyof Payee]: string | undefined }
/** By the rules of the office's particulars; nothing where it is none. */
function read(part: 'payeeNumber' | 'payeeName' | 'payeeBank', typed: string): string | undefined {
  const checked = checkParticular(part, typed)
  return 'value' in checked ? checked.value : undefined
}
const isAccount = (read: ReadPayee): read is Payee => wrongParts(read).length === 0
const wrongParts = ({ number, name, bank }: ReadPayee): PayeePart[] => {
  const values = { NUMBER: number, NAME: name, BANK: bank }
  return payeeParts.filter((part) => values[part] === undefined)
}

export interface PayeeRequest extends Payee {
  documentNo: string
  reason: string
}

/** Asks for another account. Money goes on going to the old one until somebody else confirms. */
export async function requestPayeeChange(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: PayeeRequest,
): Promise<PayeeOutcome> {
  const actor = requireMay(asker, 'payee:change')
  const documentNo = requireText('documentNo', input.documentNo, [2, 100])
  const reason = requireText('reason', input.reason)
  const wanted = {
    number: read('payeeNumber', input.number),
    name: read('payeeName', input.name),
    bank: read('payeeBank', input.bank),
  }
  if (!isAccount(wanted)) return refused('VALUES', wrongParts(wanted))
  return platform.database.transaction(async () => {
    await lockOffices(platform)
    const office = await findOffice(platform)
    if (!office) throw notFound('office')
    if (await hasOpenPayeeChange(platform, office.id)) return refused('ALREADY_REQUESTED')
    if (wanted.number === office.payeeNumber && wanted.name === office.payeeName && wanted.bank === office.payeeBank)
      return refused('UNCHANGED')
    return openCase(platform, payeeChangeTable, {
      event: 'REQUEST',
      actor,
      origin,
      write: () =>
        insertPayeeChange(platform, {
          officeId: office.id,
          ...wanted,
          heldNumber: office.payeeNumber,
          heldName: office.payeeName,
          heldBank: office.payeeBank,
          documentNo,
          reason,
          requestedBy: actor.accountId,
          requestedAt: platform.clock.now(),
        }),
      trace: payeeTrace('PAYEE_CHANGE_REQUESTED'),
    })
  })
}

const steps = {
  CONFIRM: { permission: 'payee:confirm', action: 'PAYEE_CHANGE_CONFIRMED' },
  REFUSE: { permission: 'payee:refuse', action: 'PAYEE_CHANGE_REFUSED' },
  WITHDRAW: { permission: 'payee:withdraw', action: 'PAYEE_CHANGE_WITHDRAWN' },
} as const

/** Confirmed, it is the account from this day on; papers of earlier money go on naming the account of their day. */
export async function stepPayeeChange(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  event: keyof typeof steps,
  { id, decidedOn, reason }: Decision & { reason?: string },
): Promise<PayeeOutcome> {
  const { permission, action } = steps[event]
  const actor = requireMay(asker, permission)
  const refusal = event === 'REFUSE' ? requireText('reason', reason ?? '') : null
  const outcome = await takeStep(platform, payeeChangeCase, {
    id,
    decidedOn,
    event,
    actor,
    origin,
    note: refusal ?? undefined,
    async facts({ heldNumber }) {
      await lockOffices(platform)
      return { held: (await findOffice(platform))?.payeeNumber, asked: heldNumber }
    },
    async write({ officeId, number, name, bank }, status) {
      const decidedAt = platform.clock.now()
      await decidePayeeChange(platform, id, { status, decidedBy: actor.accountId, decidedAt, refusal })
      if (event !== 'CONFIRM') return
      const office = await updateOffice(platform, officeId, {
        payeeNumber: number,
        payeeName: name,
        payeeBank: bank,
      })
      await insertPayee(platform, office, platform.clock.today())
    },
    trace: payeeTrace(action),
  })
  if (outcome.kind === 'REFUSED') {
    const { code } = outcome.refusal
    if (code === 'NOT_PERMITTED') throw forbidden()
    if (code === 'GUARD') return refused('CHANGED_MEANWHILE')
    return refused(code === 'SAME_PERSON' ? 'SAME_PERSON' : 'NOT_IN_STATE')
  }
  const change = await findPayeeChange(platform, id)
  if (!change) throw notFound('change of the payee account')
  return change
}
