import { FIVE_INSURANCES, civilDateAt, fen, subtractFen, sumFen } from '@shebao/kernel'
import { explainPayment, WORDS } from '@shebao/premium'
import type { Fen, FiveInsurance, Language } from '@shebao/kernel'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPayeeOn } from '../../register/office/index.ts'
import type { Payee } from '../../register/office/index.ts'
import { printStatement, printedYuan, registerDocument } from '../../register/paper/index.ts'
import type { PrintedPaper, Statement } from '../../register/paper/index.ts'
import { wordsInForce } from '../../register/paper-template/index.ts'
import { findEmployer, getOfficeOf } from '../../register/employer/index.ts'
import type { EmployerRow } from '../../register/employer/index.ts'
import { listTakenParts } from '../ledger/index.ts'
import type { TakenOfNotice } from '../ledger/index.ts'
import { holdTakenPayment } from './payment.repository.ts'
import type { PaymentRow } from './payment.repository.ts'
import { readPayment } from './read-payment.ts'
import { receiptWords } from './receipt-words.ts'
import type { ReceiptWords } from './receipt-words.ts'

/** What stands on a receipt. */
interface ReceiptFacts {
  number: string
  payment: Pick<PaymentRow, 'bankReference' | 'channel'>
  employer: Pick<EmployerRow, 'name' | 'creditCode' | 'registrationNo'>
  amount: Fen
  receivedOn: string
  taken: TakenOfNotice[]
  payee: Payee
}

interface ReceiptSource extends ReceiptFacts {
  payment: PaymentRow
  employer: EmployerRow
}

/**
 * The receipt (收款凭证) for money that came, whatever it settled: a whole notice, a part of one, several or none yet. What a
 * payment settled never changes, so neither do number and code; once it is taken back there is no receipt for it.
 */
export async function printReceipt(
  platform: Platform,
  viewer: Viewer,
  { paymentId, language }: { paymentId: string; language: Language },
): Promise<PrintedPaper> {
  const source = await loadReceipt(platform, viewer, paymentId)
  const { number, employer, receivedOn, amount } = source
  const office = await getOfficeOf(platform, employer)
  const document = await platform.database.transaction(async () => {
    if (!(await holdTakenPayment(platform, paymentId))) throw notFound('receipt')
    return registerDocument(
      platform,
      { kind: 'PAYMENT_RECEIPT', subjectId: paymentId, version: 1 },
      {
        number,
        office,
        contentHash: hashOf(source),
        summary: {
          unitName: employer.name,
          issuedAt: platform.clock.now().toISOString(),
          concerning: receivedOn,
          totalFen: amount,
        },
      },
    )
  })
  const words = await wordsInForce(platform, receiptWords, language, document.createdAt)
  return printStatement(platform, document, { office, language, statement: receiptOf(source, { language, words }) })
}

/** What the receipt of a payment says, for whoever may see the payment. */
export async function loadReceipt(platform: Platform, viewer: Viewer, paymentId: string): Promise<ReceiptSource> {
  const payment = await readPayment(platform, viewer, paymentId)
  const employer = await findEmployer(platform, payment.employerId)
  if (!employer || payment.status !== 'SUCCESS') throw notFound('receipt')
  const receivedOn = payment.valueDate ?? civilDateAt(payment.settledAt ?? payment.createdAt)
  return {
    number: `SK${receivedOn.replaceAll('-', '')}-${payment.id.slice(-12).toUpperCase()}`,
    payment,
    employer,
    amount: fen(Number(payment.amount)),
    receivedOn,
    taken: await listTakenParts(platform, payment.id),
    payee: await findPayeeOn(platform, employer.region, receivedOn),
  }
}

function hashOf({ number, payment, employer, amount, receivedOn, taken }: ReceiptFacts): string {
  const parts = taken.map((part) => [part.noticeNumber, part.period, part.insurance, part.side, part.amount])
  return contentHash(
    JSON.stringify([number, employer.creditCode, amount, receivedOn, payment.channel, payment.bankReference, parts]),
  )
}

/** In which language, in which words. */
interface Said {
  language: Language
  words: ReceiptWords
}

export function receiptOf(source: ReceiptFacts, said: Said): Statement {
  const { number, amount, receivedOn, taken } = source
  const { words } = said
  const settled = sumFen(taken.map((part) => part.amount))
  const rest = subtractFen(amount, settled)
  return {
    title: words.title,
    subtitle: words.subtitle.replace('{number}', number),
    facts: factsOf(source, words),
    headers: words.headers,
    widths: [1.9, 0.9, 1.5, 1.1, 1.1, 1.2],
    rightFrom: 3,
    rows: rowsOf(taken, said),
    sums: [words.sum, '', '', ...amountsOf(taken)],
    amounts: [
      [words.settled, printedYuan(settled)],
      ...(rest > 0 ? [[words.kept, printedYuan(rest)] as const] : []),
      ...(rest < 0 ? [[words.creditUsed, printedYuan(rest)] as const] : []),
      [words.received, `¥ ${printedYuan(amount)}`],
    ],
    total: amount,
    notes: [
      words.noteReceipt.replace('{date}', receivedOn),
      ...(taken.length > 0 ? [words.noteOrder] : []),
      ...(rest > 0 ? [words.noteKept] : []),
    ],
    derivations: [explainPayment(amount, taken)],
  }
}

function factsOf(
  { number, payment, employer, receivedOn, payee }: ReceiptFacts,
  words: ReceiptWords,
): Statement['facts'] {
  return [
    [words.payer, employer.name],
    [words.creditCode, employer.creditCode],
    [words.number, number],
    [words.registrationNo, employer.registrationNo],
    [words.receivedOn, receivedOn],
    [words.reference, payment.bankReference ?? '–'],
    [words.channel, words.channels[payment.channel] ?? payment.channel],
    [words.payee, `${payee.name} ${payee.number} ${payee.bank}`],
  ]
}

/** Notice by notice, insurance by insurance, the late fee last; a notice and its month are written once. */
function rowsOf(taken: readonly TakenOfNotice[], { language, words }: Said): string[][] {
  return [...Map.groupBy(taken, ({ noticeNumber }) => noticeNumber)].flatMap(([noticeNumber, parts]) => {
    const kinds: readonly (FiveInsurance | null)[] = [...FIVE_INSURANCES, null]
    const rows = kinds
      .map((insurance) => ({ insurance, of: parts.filter((part) => part.insurance === insurance) }))
      .filter(({ of }) => of.length > 0)
    return rows.map(({ insurance, of }, index) => [
      index === 0 ? noticeNumber : '',
      index === 0 ? (parts[0]?.period ?? '') : '',
      insurance === null ? words.lateFee : WORDS[language].insurances[insurance],
      ...amountsOf(of),
    ])
  })
}

/** Of the employees, of the employer, together. */
function amountsOf(parts: readonly TakenOfNotice[]): string[] {
  const of = (side: TakenOfNotice['side']) =>
    sumFen(parts.filter((part) => part.side === side).map(({ amount }) => amount))
  return [of('PERSONAL'), of('EMPLOYER'), sumFen(parts.map(({ amount }) => amount))].map(printedYuan)
}
