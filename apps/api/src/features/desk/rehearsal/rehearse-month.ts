import { addMonths, civilDate, fen, firstDayOf, period as toPeriod } from '@shebao/kernel'
import type { CivilDate, Fen } from '@shebao/kernel'
import { PolicyError, unfiledMonth } from '@shebao/premium'
import type { DelayedDebt, Unfiled } from '@shebao/premium'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { listOfMonth } from '../../filing/declaration/index.ts'
import type { DeclarationRow } from '../../filing/declaration/index.ts'
import { dueDayOf, isEditable, monthlyWindow, previewMonthly } from '../../filing/monthly/index.ts'
import type { MonthlyWindow } from '../../filing/monthly/index.ts'
import { countInsured, estimatePremium, listLastDeclared } from '../../money/assessment/index.ts'
import type { PremiumEstimate } from '../../money/assessment/index.ts'
import { findLastBill, findMonthNotice } from '../../money/notice/index.ts'
import { findPaymentDue } from '../../money/policy/index.ts'
import type { PaymentDue } from '../../money/policy/index.ts'
import { lateFeeRules } from '../../money/settlement/index.ts'
import { CalendarMissing } from '../../register/calendar/index.ts'
import { findEmployer } from '../../register/employer/index.ts'
import type { EmployerRow } from '../../register/employer/index.ts'

/** NOT_BEGUN: there is no draft. INCOMPLETE: what it comes to is unknown, and the bill is that of the register. HANDED_IN: it is with the office or accepted. */
export const rehearsalStandings = ['NOT_BEGUN', 'INCOMPLETE', 'COMPLETE', 'HANDED_IN'] as const
export type RehearsalStanding = (typeof rehearsalStandings)[number]

export interface RehearsedBill {
  next: PremiumEstimate
  last: Awaited<ReturnType<typeof findLastBill>>
  /** What months that are billed already cost more, and less. */
  differenceBilled: Fen
  differenceCredited: Fen
}

/** By when the bill is paid: as the month's notice says, or as it would if it were issued as early as it can be. */
export interface RehearsedPayment extends PaymentDue {
  noticeId: string | undefined
  noticeNumber: string | undefined
  /** Part or all of it is paid: what is left, and what waiting adds, stands on the notice. */
  begun: boolean
}

/** OPEN: the month that is declared now. NEXT: the one after, with the changes of the open one as they stand. */
export const rehearsedMonths = ['OPEN', 'NEXT'] as const
export type RehearsedMonth = (typeof rehearsedMonths)[number]

export interface MonthRehearsal {
  employer: EmployerRow
  month: RehearsedMonth
  /** Of the month that is rehearsed. */
  window: MonthlyWindow
  standing: RehearsalStanding
  declaration: DeclarationRow | undefined
  /** Nothing where the office has no parameters to bill by. */
  bill: RehearsedBill | undefined
  payment: RehearsedPayment | { missingCalendar: number }
  /** What may be paid late; nothing where there is no bill, no day, or part of it is paid. */
  debt: DelayedDebt | undefined
  /** What not filing comes to; nothing once it is filed. */
  unfiled: Unfiled | undefined
}

/**
 * A month filed today as it stands: what the bill would be, by when it is paid, and what it costs not to file. Nothing is written:
 * acceptance is performed and undone (`previewMonthly`), the rest is read.
 */
export async function rehearseMonth(
  platform: Platform,
  viewer: Viewer | undefined,
  asked?: RehearsedMonth,
): Promise<MonthRehearsal> {
  const clerk = requireMay(viewer, 'draft:read')
  const { employerId } = clerk
  const employer = await findEmployer(platform, employerId)
  if (!employer) throw notFound('employer')
  const open = await monthlyWindow(platform, employerId)
  const declaration = (await listOfMonth(platform, employerId, open.open)).find(({ filing }) => filing === 'REGULAR')
  const month = asked ?? (await whichMonth(platform, employerId, open, declaration))
  const window = month === 'OPEN' ? open : after(open)
  const registered = await estimate(platform, employerId, window)
  const filed = declaration && (await previewMonthly(platform, clerk, declaration, window.open))
  const standing = standingOf(declaration, filed?.kind)
  const preview = filed?.kind === 'preview' ? filed.preview : undefined
  const next = preview?.next ?? registered
  const { payment, principal } = await paymentOf(platform, employer, window)
  const owed = principal ?? next?.total
  // The next month's own declaration has yet to be written, whatever became of this one's.
  const handedIn = month === 'OPEN' && standing === 'HANDED_IN'
  return {
    employer,
    month,
    window,
    standing,
    declaration,
    bill: next && {
      next,
      last: await findLastBill(platform, employerId, window.open),
      differenceBilled: preview?.differenceBilled ?? fen(0),
      differenceCredited: preview?.differenceCredited ?? fen(0),
    },
    payment,
    debt:
      owed === undefined || 'missingCalendar' in payment || payment.begun
        ? undefined
        : { principal: owed, due: payment.dueOn, ...(await lateFeeRules(platform, employer.region, window.open)) },
    unfiled: handedIn
      ? undefined
      : await notFiled(platform, employerId, window, {
          // Without a draft of its own the month costs what the register says, filed or not.
          asFiled: standing === 'INCOMPLETE' ? undefined : next?.total,
          asRegistered: registered?.total,
        }),
  }
}

/** The open month, until nothing is left to do about it: it is filed, or billed without any change being written. */
async function whichMonth(
  platform: Platform,
  employerId: string,
  { open }: MonthlyWindow,
  declaration: DeclarationRow | undefined,
): Promise<RehearsedMonth> {
  if (declaration) return isEditable(declaration) ? 'OPEN' : 'NEXT'
  return (await findMonthNotice(platform, employerId, open)) ? 'NEXT' : 'OPEN'
}

function after(window: MonthlyWindow): MonthlyWindow {
  const open = addMonths(window.open, 1)
  return { ...window, open, due: dueDayOf(open, window.cutOffDay) }
}

function standingOf(declaration: DeclarationRow | undefined, preview: string | undefined): RehearsalStanding {
  if (!declaration) return 'NOT_BEGUN'
  if (!isEditable(declaration)) return 'HANDED_IN'
  return preview === 'incomplete' ? 'INCOMPLETE' : 'COMPLETE'
}

async function estimate(
  platform: Platform,
  employerId: string,
  { open }: MonthlyWindow,
): Promise<PremiumEstimate | undefined> {
  try {
    return await estimatePremium(platform, { employerId, period: open })
  } catch (failure) {
    if (failure instanceof PolicyError) return undefined
    throw failure
  }
}

interface Payment {
  payment: MonthRehearsal['payment']
  /** Of the month's notice, where it has one. */
  principal: Fen | undefined
}

async function paymentOf(platform: Platform, { id, region }: EmployerRow, window: MonthlyWindow): Promise<Payment> {
  const notice = await findMonthNotice(platform, id, window.open)
  const begins = firstDayOf(window.open)
  const issuedOn = civilDate(notice?.issuedOn ?? (window.today > begins ? window.today : begins))
  try {
    const found = await findPaymentDue(platform, region, issuedOn)
    const own = notice && { dueOn: civilDate(notice.dueOn), noticeId: notice.id, noticeNumber: notice.number }
    const begun = notice !== null && (notice.postedOn !== null || notice.status !== 'UNPAID')
    return {
      payment: { ...found, noticeId: undefined, noticeNumber: undefined, ...own, begun },
      principal: notice ? fen(Number(notice.employerTotal + notice.personalTotal)) : undefined,
    }
  } catch (failure) {
    if (failure instanceof CalendarMissing) return { payment: { missingCalendar: failure.year }, principal: undefined }
    throw failure
  }
}

async function notFiled(
  platform: Platform,
  employerId: string,
  { open: period, mode }: MonthlyWindow,
  known: { asFiled: Fen | undefined; asRegistered: Fen | undefined },
): Promise<Unfiled> {
  const last = (await listLastDeclared(platform, [employerId], period)).get(employerId)
  return unfiledMonth({
    period,
    mode,
    obligationExists: (await countInsured(platform, { employerId, period })) > 0,
    lastDeclared: last && { period: toPeriod(last.period), lines: last.lines },
    ...known,
  })
}

/** The last day on which the month's regular declaration is taken. */
export const cutOffOf = ({ window }: Pick<MonthRehearsal, 'window'>): CivilDate => civilDate(window.due)
