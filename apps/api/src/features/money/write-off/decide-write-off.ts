import { addFen, oneOf } from '@shebao/kernel'
import type { Fen } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { requireUuid } from '../../../access/uuid.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { requireText } from '../../../access/require-text.ts'
import type { Decision } from '../../../case/case-mark.ts'
import type { Trace } from '../../../case/lifecycle.ts'
import { reasonOf } from '../../../case/reason-of.ts'
import { requireOwnDistrict } from '../../../case/require-own-district.ts'
import { openCase, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { findNotice } from '../notice/index.ts'
import { writeOffCase } from './write-off-case.ts'
import type { WriteOffRefusal } from './write-off-case.ts'
import { readBasisProblem } from './write-off-basis.ts'
import type { BasisProblem } from './write-off-basis.ts'
import { writeOffGrounds } from './write-off-codes.ts'
import type { WriteOffGround } from './write-off-codes.ts'
import { lockDebt, writeOffDebt } from './write-off-debt.ts'
import { writeOffTable } from './write-off.lifecycle.ts'
import { decide, hasOpenWriteOff, insertWriteOff } from './write-off.repository.ts'

export type WriteOffOutcome =
  | { kind: 'DONE'; writeOffId: string }
  | { kind: 'REFUSED'; reason: WriteOffRefusal; basis?: BasisProblem }

export interface WriteOffRequest {
  noticeId: string
  ground: WriteOffGround
  documentNo: string
  explanation: string
  /** The document that the ground is: files that the asker handed in. */
  files: readonly string[]
}

/** Asks to give up an overdue notice; nothing changes until a head confirms. */
export async function requestWriteOff(
  platform: Platform,
  asker: Viewer | undefined,
  request: WriteOffRequest,
  origin: string,
): Promise<WriteOffOutcome> {
  const viewer = requireMay(asker, 'write-off:request')
  const documentNo = requireText('documentNo', request.documentNo, [2, 100])
  const explanation = requireText('explanation', request.explanation)
  if (request.files.length === 0) return { kind: 'REFUSED', reason: 'DOCUMENT_MISSING' }
  return platform.database.transaction(async () => {
    const notice = await findNotice(platform, requireUuid(request.noticeId, 'payment notice'))
    if (notice) await requireOwnDistrict(platform, viewer, notice)
    const debt = notice && (await lockDebt(platform, notice.id))
    if (!debt) return { kind: 'REFUSED', reason: 'NOTHING_OWED' }
    if (!debt.overdue) return { kind: 'REFUSED', reason: 'NOT_OVERDUE' }
    const basis = await readBasisProblem(platform, { ...debt, ground: request.ground })
    if (basis) return { kind: 'REFUSED', reason: basis.code, basis }
    if (await hasOpenWriteOff(platform, debt.noticeId)) return { kind: 'REFUSED', reason: 'ALREADY_REQUESTED' }
    const amount = addFen(debt.principal, debt.lateFee)
    const { id: writeOffId } = await openCase(platform, writeOffTable, {
      event: 'REQUEST',
      actor: viewer,
      origin,
      write: () =>
        insertWriteOff(platform, {
          noticeId: debt.noticeId,
          amount: BigInt(amount),
          ground: request.ground,
          documentNo,
          explanation,
          requestedBy: viewer.accountId,
          requestedAt: platform.clock.now(),
        }),
      trace: ({ id }) => traceOf('WRITE_OFF_REQUESTED', { id, notice: debt.number, amount }),
    })
    await attachFiles(platform, viewer, {
      field: 'files',
      ids: request.files,
      subject: { kind: 'WRITE_OFF', id: writeOffId, employerId: debt.employerId },
      retention: 'CASE_EVIDENCE',
    })
    return { kind: 'DONE', writeOffId }
  })
}

/** A head who did not ask for it confirms or, with a reason, refuses. The amount is that of the day of the decision. */
export async function decideWriteOff(
  platform: Platform,
  asker: Viewer | undefined,
  input: Decision & { confirm: boolean; refusal?: string | null | undefined },
  origin: string,
): Promise<WriteOffOutcome> {
  const actor = requireMay(asker, 'write-off:decide')
  const refusal = input.confirm ? null : requireText('refusal', input.refusal ?? '')
  const outcome = await takeStep(platform, writeOffCase, {
    id: requireUuid(input.id, 'write-off'),
    decidedOn: input.decidedOn,
    event: input.confirm ? 'CONFIRM' : 'REFUSE',
    actor,
    origin,
    note: refusal ?? undefined,
    async facts({ noticeId, ground }) {
      const debt = input.confirm ? await lockDebt(platform, noticeId) : undefined
      const named = oneOf(writeOffGrounds, ground, 'ground')
      return { debt, basis: debt && (await readBasisProblem(platform, { ...debt, ground: named })) }
    },
    async write({ id, noticeId, amount: asked }, status) {
      const amount = input.confirm ? await writeOffDebt(platform, { noticeId, key: id }) : Number(asked)
      await decide(platform, id, {
        status,
        amount,
        decidedBy: actor.accountId,
        decidedAt: platform.clock.now(),
        refusal,
      })
      return amount
    },
    trace: ({ id, noticeNumber }, _status, amount) =>
      traceOf(input.confirm ? 'WRITE_OFF_CONFIRMED' : 'WRITE_OFF_REFUSED', { id, notice: noticeNumber, amount }),
  })
  return outcome.kind === 'REFUSED'
    ? { kind: 'REFUSED', reason: reasonOf(outcome.refusal) }
    : { kind: 'DONE', writeOffId: outcome.row.id }
}

function traceOf(
  action: 'WRITE_OFF_REQUESTED' | 'WRITE_OFF_CONFIRMED' | 'WRITE_OFF_REFUSED',
  { id, ...change }: { id: string; notice: string; amount: Fen | number },
): Trace {
  return { action, recordType: 'WriteOff', recordId: id, change }
}
