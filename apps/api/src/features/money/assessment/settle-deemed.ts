import { fen } from '@shebao/kernel'
import { settleDeemed } from '@shebao/premium'
import type { Fen } from '@shebao/kernel'
import type { Platform } from '../../../platform/platform.ts'
import { bookTransfers, listShareBalances } from '../ledger/index.ts'
import type { ShareBalance } from '../ledger/index.ts'
import { paymentDueDate } from '../policy/index.ts'
import type { UnitToAssess } from './assess-units.repository.ts'
import { chargeEntries, creditEntries } from './charge-entries.ts'
import { lockDeemedNotice } from './deemed.repository.ts'
import { writeNotices, markDeclared } from '../debt/index.ts'
import type { NoticeLine } from '../debt/index.ts'
import type { MonthToIssue } from './issue-notices.ts'
import { premiumColumns, totalOf, totalOfLines } from './premium-rows.ts'
import { spendCredit } from '../settlement/index.ts'
import { policiesOf } from './unit-problem.ts'
import type { UnitProblem } from './unit-problem.ts'
import { openUnit, writeMonths } from './write-months.ts'

export interface SettledMonth {
  people: number
  total: Fen
  credited: Fen
  supplement: Fen
}

/**
 * A declaration that comes after the month was deemed (3.3): the people's months are written under the deemed notice; shares that
 * were deemed too high go to the employer's credit, which then pays what it owes; shares that were too low are billed in a
 * notice of their own. Undefined when an earlier declaration settled the month. Within the open transaction, the unit locked.
 */
export async function settleDeemedMonth(
  platform: Platform,
  unit: UnitToAssess,
  noticeId: string,
  month: MonthToIssue & { declarationId: string },
): Promise<SettledMonth | undefined> {
  const deemed = await lockDeemedNotice(platform, noticeId)
  if (deemed.declarationId !== null) return undefined
  const shares = (await listShareBalances(platform, [noticeId])).filter(({ insurance }) => insurance !== null)
  const paid = shares.every(({ outstanding, writtenOff }) => outstanding === 0 && writtenOff === 0)
  const postedOn = paid ? (deemed.postedOn ?? month.issuedOn) : null
  const declared = await writeDeclared(platform, unit, noticeId, month, postedOn)
  const { fallen, risen } = compareShares(deemed.lines, declared.lines, shares)
  await creditExcess(platform, unit.id, noticeId, month, fallen)
  await billSupplement(platform, unit, noticeId, month, { lines: risen, people: declared.people })
  await markDeclared(platform, noticeId, {
    declarationId: month.declarationId,
    lines: declared.lines,
    on: month.issuedOn,
  })
  await spendCredit(platform, [{ employerId: unit.id, key: `settled:${noticeId}` }], month.issuedOn)
  return {
    people: declared.people,
    total: totalOfLines(declared.lines),
    credited: totalOfLines(fallen),
    supplement: totalOfLines(risen),
  }
}

/** The months are paid when the deemed notice's premiums are. */
async function writeDeclared(
  platform: Platform,
  unit: UnitToAssess,
  noticeId: string,
  { period }: MonthToIssue,
  postedOn: string | null,
): Promise<{ people: number; lines: readonly NoticeLine[] }> {
  const policy = (await policiesOf(platform, [unit], period)).get(unit.id)
  if (policy === undefined || 'cause' in policy) throw policy?.cause ?? new Error(`no policy for unit ${unit.id}`)
  const open = openUnit(unit, policy, noticeId)
  const problems: UnitProblem[] = []
  const status = postedOn === null ? 'UNPAID' : 'PAID'
  await writeMonths(platform, new Map([[unit.id, open]]), { period, status, postedOn }, problems)
  for (const { cause } of problems) throw cause
  return open
}

/** Each insurance and side for itself: the ledger's shares. What was written off was never paid and is not given back. */
function compareShares(
  deemed: readonly NoticeLine[],
  declared: readonly NoticeLine[],
  shares: readonly ShareBalance[],
): { fallen: NoticeLine[]; risen: NoticeLine[] } {
  const lineOf = (lines: readonly NoticeLine[], insurance: NoticeLine['insurance']) =>
    lines.find((line) => line.insurance === insurance)
  const writtenOffOf = (insurance: NoticeLine['insurance'], side: 'employer' | 'personal') =>
    shares.find((share) => share.insurance === insurance && share.side === side.toUpperCase())?.writtenOff ?? 0
  const part = (wanted: 'CREDIT' | 'SUPPLEMENT') =>
    premiumColumns
      .map((insurance) => {
        const [before, after] = [lineOf(deemed, insurance), lineOf(declared, insurance)]
        const of = (side: 'employer' | 'personal') => {
          const { kind, amount } = settleDeemed(before?.[side] ?? fen(0), after?.[side] ?? fen(0))
          if (kind !== wanted) return fen(0)
          return kind === 'CREDIT' ? fen(Math.max(0, amount - writtenOffOf(insurance, side))) : amount
        }
        const { people, base } = after ?? before ?? { people: 0, base: fen(0) }
        return { insurance, people, base, employer: of('employer'), personal: of('personal') }
      })
      .filter(({ employer, personal }) => employer > 0 || personal > 0)
  return { fallen: part('CREDIT'), risen: part('SUPPLEMENT') }
}

/** What was deemed above what was declared is the employer's. */
async function creditExcess(
  platform: Platform,
  employerId: string,
  deemedNoticeId: string,
  { period, issuedOn, declarationId }: MonthToIssue & { declarationId: string },
  lines: readonly NoticeLine[],
): Promise<void> {
  if (lines.length === 0) return
  await bookTransfers(platform, [
    {
      kind: 'DIFFERENCE',
      key: `settled:${deemedNoticeId}`,
      occurredOn: issuedOn,
      memo: { deemed: deemedNoticeId, declarationId, period },
      entries: creditEntries({ employerId, period }, lines),
    },
  ])
}

/** What was declared above what was deemed is owed like any premium, late fee included once its own due date is over. */
async function billSupplement(
  platform: Platform,
  { id: employerId, injuryClass, injuryRatePpm }: UnitToAssess,
  deemedNoticeId: string,
  { region, period, issuedOn, declarationId }: MonthToIssue & { declarationId: string },
  { lines, people }: { lines: readonly NoticeLine[]; people: number },
): Promise<void> {
  if (lines.length === 0) return
  const notice = {
    id: crypto.randomUUID(),
    employerId,
    declarationId,
    period,
    kind: 'DIFFERENCE' as const,
    sequence: 0,
    runId: null,
    bearsLateFee: true,
    injuryClass,
    injuryRatePpm,
    basis: { deemed: deemedNoticeId },
    people,
    employerTotal: totalOf(lines, 'EMPLOYER'),
    personalTotal: totalOf(lines, 'PERSONAL'),
    total: totalOfLines(lines),
    issuedOn,
    dueOn: await paymentDueDate(platform, region, issuedOn),
    lines,
  }
  const numbers = await writeNotices(platform, [notice])
  await bookTransfers(platform, [
    {
      kind: 'DIFFERENCE',
      key: `difference:${notice.id}`,
      occurredOn: issuedOn,
      noticeId: notice.id,
      memo: { number: numbers.get(notice.id), deemed: deemedNoticeId },
      entries: chargeEntries(notice, lines),
    },
  ])
}
