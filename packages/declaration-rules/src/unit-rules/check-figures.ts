import type { Fen, FiveInsurance } from '@shebao/kernel'
import { FIVE_INSURANCES } from '@shebao/kernel'
import type { IssueSink, Rule } from '../rule.ts'
import { paidDiffers } from '../unit-fields.ts'
import type { UnitDraft } from '../unit-form.ts'
import * as rules from './figure-rules.ts'

/** What the office already knows about the unit; absent means unknown, and the rule stays silent. */
export interface UnitContext {
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly today: string
  /** Year of the open window. */
  readonly year: number
  readonly register?: Readonly<Partial<Record<'unitName' | 'unitCode' | 'creditCode', string>>>
  /**
   * Wages of last year as the personnel list adds up, once every row says. A unit whose people all came this year
   * paid none, and its form is complete with 0 [PD].
   */
  readonly listWagesLastYear?: number
  /** Unpaid principal per insurance by the ledger; an insurance that is absent owes nothing. */
  readonly ledgerArrears?: Readonly<Partial<Record<FiveInsurance, Fen>>>
}

/** `isSound` tells whether an answer is there and free of faults, so that a sum may be taken over it. */
export interface FigureCheck {
  readonly draft: UnitDraft
  readonly context: UnitContext
  readonly sink: IssueSink
  readonly isSound: (...names: readonly string[]) => boolean
}

export function checkFigures(check: FigureCheck): void {
  checkRegister(check)
  checkHeadcount(check)
  checkInsured(check)
  checkPayments(check)
}

/** Both figures are said, whoever reads it: the clerk before submitting, staff in the review. */
function checkPaid({ draft, sink, isSound }: FigureCheck): void {
  for (const insurance of FIVE_INSURANCES) {
    const name = `paidLastYear.${insurance}`
    if (!isSound(name) || !paidDiffers(draft, insurance)) continue
    const [statedFen, ledgerFen] = [draft.paidLastYear?.[insurance] ?? 0, draft.paidLastYearByLedger?.[insurance] ?? 0]
    sink.add(rules.PAID_AGAINST_LEDGER, name, { insurance, statedFen, ledgerFen })
  }
}

function checkRegister({ draft, context, sink, isSound }: FigureCheck): void {
  if (isSound('year') && draft.year !== context.year) sink.add(rules.YEAR_WINDOW, 'year', { expected: context.year })
  for (const name of ['unitName', 'unitCode', 'creditCode'] as const) {
    const registered = context.register?.[name]
    if (registered === undefined || !isSound(name) || draft[name] === registered) continue
    sink.add(rules.REGISTER_DIFFERS, name, { registered })
  }
}

const FORM_PARTS = ['staffRegular', 'staffContract', 'staffTemporary', 'staffSeasonal'] as const
type Count = 'staffTotal' | (typeof FORM_PARTS)[number] | 'staffLocal' | 'staffNonlocal' | 'staffUrban' | 'staffRural'

function checkHeadcount(check: FigureCheck): void {
  checkSum(check, rules.STAFF_BY_FORM, 'staffTotal', FORM_PARTS)
  checkSum(check, rules.STAFF_BY_PLACE, 'staffLocal', ['staffLocal', 'staffNonlocal'])
  checkSum(check, rules.STAFF_BY_HOUSEHOLD, 'staffUrban', ['staffUrban', 'staffRural'])
  const { draft, context, sink, isSound } = check
  if (!isSound('staffTotal', 'totalWagesLastYear') || context.listWagesLastYear === 0) return
  if ((draft.staffTotal ?? 0) > 0 && draft.totalWagesLastYear === 0) {
    sink.add(rules.WAGES_FOR_STAFF, 'totalWagesLastYear', { staff: draft.staffTotal ?? 0 })
  }
}

function checkSum({ draft, sink, isSound }: FigureCheck, rule: Rule, field: Count, parts: readonly Count[]): void {
  if (!isSound('staffTotal', ...parts)) return
  const sum = parts.reduce((total, part) => total + (draft[part] ?? 0), 0)
  const total = draft.staffTotal ?? 0
  if (sum !== total) sink.add(rule, field, { sum, total, difference: sum - total })
}

function checkInsured({ draft, sink, isSound }: FigureCheck): void {
  for (const insurance of FIVE_INSURANCES) {
    const name = `insuredCount.${insurance}`
    if (!isSound('staffTotal', name)) continue
    const insured = draft.insuredCount?.[insurance] ?? 0
    const total = draft.staffTotal ?? 0
    if (insured > total) sink.add(rules.INSURED_ABOVE_STAFF, name, { insurance, insured, total })
  }
}

function checkPayments(check: FigureCheck): void {
  checkPaid(check)
  const { draft, context, sink, isSound } = check
  let owed = 0
  let known = true
  for (const insurance of FIVE_INSURANCES) {
    const name = `arrears.${insurance}`
    if (!isSound(name)) {
      known = false
      continue
    }
    const statedFen = draft.arrears?.[insurance] ?? 0
    owed += statedFen
    if (context.ledgerArrears === undefined) continue
    const ledgerFen = context.ledgerArrears[insurance] ?? 0
    if (statedFen !== ledgerFen) sink.add(rules.ARREARS_AGAINST_LEDGER, name, { insurance, statedFen, ledgerFen })
  }
  if (!known || !isSound('paymentStatus')) return
  const { paymentStatus } = draft
  if ((paymentStatus === 'ARREARS' && owed === 0) || (paymentStatus === 'PAID' && owed > 0)) {
    sink.add(rules.STATUS_AGAINST_ARREARS, 'paymentStatus', { status: paymentStatus, owedFen: owed })
  }
}
