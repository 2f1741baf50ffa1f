import { isKnownProvince, personNumberOnRecord } from '@shebao/identifiers'
import { period, readRanges } from '@shebao/kernel'
import type { MonthRange, RangeProblem, TypedRange } from '@shebao/kernel'
import { guarded } from '../../../access/guess-watch.ts'
import { requireMay } from '../../../access/permissions.ts'
import { badInput } from '../../../access/refusal.ts'
import { requireText } from '../../../access/require-text.ts'
import { isUuid } from '../../../access/uuid.ts'
import type { InsuredPerson, StaffMember, Viewer } from '../../../access/viewer.ts'
import { openCase } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import { attachFiles } from '../../register/attachment/index.ts'
import { isStillInsured } from './counted-months.ts'
import { requireAmount } from './require-amount.ts'
import { traceOf } from './relation-transfer-case.ts'
import { relationTransferTable } from './relation-transfer.lifecycle.ts'
import {
  findAsked,
  findPersonByNumber,
  hasOpenTransfer,
  insertTransfer,
  lockPerson,
  replaceMonths,
} from './relation-transfer.repository.ts'
import type { TransferDirection, TransferRow } from './relation-transfer.repository.ts'
import { dueOnIn } from './transfer-rule.ts'

/** NO_SUCH_PERSON: nobody here has that number. ALREADY_OPEN: one in the same direction is not over. MONTHS: rows of months are wrong. */
export const openingRefusals = [
  'NO_SUCH_PERSON',
  'ALREADY_OPEN',
  'STILL_INSURED',
  'EVIDENCE_MISSING',
  'MONTHS_MISSING',
  'MONTHS_WRONG',
] as const
export type OpeningRefusal = (typeof openingRefusals)[number]
export class OpeningRefused {
  readonly reason: OpeningRefusal
  readonly rows: readonly RangeProblem[]
  constructor(reason: OpeningRefusal, rows: readonly RangeProblem[] = []) {
    this.reason = reason
    this.rows = rows
  }
}

interface OtherOffice {
  /** Drawn by the screen for one press. */
  askingKey: string
  /** The whole ID number of whoever came to the window; of somebody who is signed in nothing. */
  personNumber?: string | null | undefined
  region: string
  agency: string
}
export interface VoucherInput extends OtherOffice {
  voucherNo: string
  months: readonly TypedRange[]
  principal: number
  interest: number
  pooled?: number | null | undefined
  files: readonly string[]
}

/** The other region and its office, as they may be kept. */
function requireOffice({ askingKey, region, agency }: OtherOffice) {
  if (!isUuid(askingKey)) throw badInput('askingKey', 'A UUID is needed.')
  const code = region.trim()
  if (!/^\d{6}$/.test(code) || !isKnownProvince(code))
    throw badInput('region', 'A region code of six digits is needed.')
  return { askingKey, region: code, agency: requireText('agency', agency, [4, 100]) }
}

async function personOf(
  platform: Platform,
  actor: InsuredPerson | StaffMember,
  typed: string | null | undefined,
): Promise<string | undefined> {
  if (actor.kind === 'INSURED') return actor.individualId
  const person = await guarded(platform, { door: 'PERSON_NUMBER', by: actor.accountId }, () =>
    findPersonByNumber(platform, personNumberOnRecord(typed ?? '')),
  )
  return person?.id
}

interface Opening {
  readonly direction: TransferDirection
  readonly actor: InsuredPerson | StaffMember
  readonly origin: string
  readonly office: ReturnType<typeof requireOffice>
  readonly individualId: string
}

/** One of a person and direction at a time; the same press again is the same one. */
function open(
  platform: Platform,
  { direction, actor, origin, office, individualId }: Opening,
  work: {
    refuses?(): Promise<OpeningRefused | undefined>
    row: Partial<TransferRow>
    after?(row: TransferRow): Promise<void>
  },
): Promise<TransferRow | OpeningRefused> {
  return platform.database.transaction(async () => {
    await lockPerson(platform, individualId)
    const same = await findAsked(platform, individualId, office.askingKey)
    if (same) return same
    const refused = await work.refuses?.()
    if (refused) return refused
    if (await hasOpenTransfer(platform, individualId, direction)) return new OpeningRefused('ALREADY_OPEN')
    const [event, status, action] =
      direction === 'OUT'
        ? (['APPLY', 'APPLIED', 'TRANSFER_APPLIED'] as const)
        : (['HAND_IN', 'HANDED_IN', 'TRANSFER_HANDED_IN'] as const)
    const made = await openCase(platform, relationTransferTable, {
      event,
      actor,
      origin,
      write: async () =>
        insertTransfer(platform, {
          ...office,
          individualId,
          direction,
          status,
          voucherNo: work.row.voucherNo ?? null,
          announcedPrincipal: work.row.announcedPrincipal ?? null,
          announcedInterest: work.row.announcedInterest ?? null,
          announcedPooled: work.row.announcedPooled ?? null,
          appliedBy: actor.accountId,
          appliedAt: platform.clock.now(),
          dueOn: await dueOnIn(platform, status),
        }),
      trace: traceOf(action),
    })
    await work.after?.(made)
    return made
  })
}

/** To another region, once the last employment here has ended. */
export async function applyForTransfer(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: OtherOffice,
): Promise<TransferRow | OpeningRefused> {
  const actor = requireMay(asker, 'relation-transfer:apply')
  const office = requireOffice(input)
  const individualId = await personOf(platform, actor, input.personNumber)
  if (individualId === undefined) return new OpeningRefused('NO_SUCH_PERSON')
  return open(
    platform,
    { direction: 'OUT', actor, origin, office, individualId },
    {
      row: {},
      refuses: async () =>
        (await isStillInsured(platform, individualId)) ? new OpeningRefused('STILL_INSURED') : undefined,
    },
  )
}

/** With the voucher of the region the person comes from. */
export async function handInVoucher(
  platform: Platform,
  asker: Viewer | undefined,
  origin: string,
  input: VoucherInput,
): Promise<TransferRow | OpeningRefused> {
  const actor = requireMay(asker, 'relation-transfer:apply')
  const office = requireOffice(input)
  const voucherNo = requireText('voucherNo', input.voucherNo, [2, 60])
  const announced = announcedOf(input)
  const months = requireMonths(platform, input.months)
  if (months instanceof OpeningRefused) return months
  if (input.files.length === 0) return new OpeningRefused('EVIDENCE_MISSING')
  const individualId = await personOf(platform, actor, input.personNumber)
  if (individualId === undefined) return new OpeningRefused('NO_SUCH_PERSON')
  return open(
    platform,
    { direction: 'IN', actor, origin, office, individualId },
    {
      row: { voucherNo, ...announced },
      after: async (made) => {
        await replaceMonths(platform, made, months)
        const subject = { kind: 'RELATION_TRANSFER', id: made.id, employerId: null } as const
        await attachFiles(platform, actor, { field: 'files', ids: input.files, subject, retention: 'CASE_EVIDENCE' })
      },
    },
  )
}

/** The rows of months as they may be kept, or what is wrong with which. */
export function requireMonths(
  platform: Platform,
  typed: readonly TypedRange[],
): readonly MonthRange[] | OpeningRefused {
  const { ranges, problems } = readRanges(typed, period(platform.clock.today().slice(0, 7)))
  if (problems.length > 0) return new OpeningRefused('MONTHS_WRONG', problems)
  return ranges.length === 0 ? new OpeningRefused('MONTHS_MISSING') : ranges
}

/** What the other region announces: the person's account, and the unified part where it says it. */
export const announcedOf = ({
  principal,
  interest,
  pooled,
}: Pick<VoucherInput, 'principal' | 'interest' | 'pooled'>) => ({
  announcedPrincipal: requireAmount('principal', principal),
  announcedInterest: requireAmount('interest', interest),
  announcedPooled: pooled === null || pooled === undefined ? null : requireAmount('pooled', pooled),
})
