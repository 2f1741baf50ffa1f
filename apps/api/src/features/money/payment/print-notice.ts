import { FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import { findPart, WORDS } from '@shebao/premium'
import type { Language } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import type { Viewer } from '../../../access/viewer.ts'
import { notFound } from '../../../access/refusal.ts'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findPayeeOn, payeeOf } from '../../register/office/index.ts'
import type { Payee } from '../../register/office/index.ts'
import { printStatement, printedYuan, registerDocument, versionToIssue } from '../../register/paper/index.ts'
import type { PrintedPaper, Statement } from '../../register/paper/index.ts'
import { wordsInForce } from '../../register/paper-template/index.ts'
import { findEmployer, getOfficeOf } from '../../register/employer/index.ts'
import type { EmployerRow, OfficeRow } from '../../register/employer/index.ts'
import { findLiveAgreement } from '../agreement/index.ts'
import { amountDue } from '../settlement/index.ts'
import type { AmountDue } from '../settlement/index.ts'
import { readDeemedBasis } from '../assessment/index.ts'
import { deriveOutstanding, holdPaidNotice, listLines, listPayments, readNotice } from '../notice/index.ts'
import type { NoticeLineRow, NoticeRow } from '../notice/index.ts'
import { noticeBarcode } from './notice-barcode.ts'
import { paperWords } from './notice-paper-words.ts'
import type { NoticePaperWords, PaperKind } from './notice-paper-words.ts'

/** One group of people derived in full in each share of the annex, the others as a sum: a page or two, whatever the size. */
const groupsOnPaper = 1

const documentKind = { NOTICE: 'PAYMENT_NOTICE', VOUCHER: 'PAYMENT_VOUCHER' } as const

interface PaperSource {
  kind: PaperKind
  notice: NoticeRow
  employer: EmployerRow
  office: OfficeRow
  lines: NoticeLineRow[]
  due: AmountDue
  today: string
  reference: string | null
  payee: Payee
  /** An agreement is in force: the bank debits the notice when it falls due. */
  debited: boolean
  derivation: Explanation
}

/** The payment notice, or once it is paid the voucher for it, typeset for whoever may see the notice. */
export async function printNotice(
  platform: Platform,
  viewer: Viewer,
  kind: PaperKind,
  { noticeId, language }: { noticeId: string; language: Language },
): Promise<PrintedPaper> {
  const source = await loadSource(platform, viewer, kind, noticeId)
  const { document, number } = await platform.database.transaction(async () => {
    if (kind === 'VOUCHER' && !(await holdPaidNotice(platform, noticeId))) throw notFound('document')
    return register(platform, source)
  })
  const words = await wordsInForce(platform, paperWords, language, document.createdAt)
  const statement = statementOf(source, { language, words }, number)
  return printStatement(platform, document, { office: source.office, language, statement })
}

async function register(platform: Platform, source: PaperSource) {
  const { kind, notice, employer, due, office } = source
  const subject = { kind: documentKind[kind], subjectId: notice.id }
  // A notice paid again after its payment was reversed gets another voucher: the first one stays taken back.
  const version = await versionToIssue(platform, subject)
  const number = kind === 'NOTICE' ? notice.number : `${notice.number}P${version === 1 ? '' : version}`
  const document = await registerDocument(
    platform,
    { ...subject, version },
    {
      number,
      office,
      contentHash: hashOf(source, number),
      summary: {
        unitName: employer.name,
        issuedAt: platform.clock.now().toISOString(),
        concerning: notice.period,
        people: notice.people,
        totalFen: kind === 'NOTICE' ? due.principal : due.total,
      },
    },
  )
  return { document, number }
}

/** What the paper says, for whoever may see the notice. */
export async function loadSource(
  platform: Platform,
  viewer: Viewer,
  kind: PaperKind,
  noticeId: string,
): Promise<PaperSource> {
  const notice = await readNotice(platform, viewer, noticeId)
  const employer = await findEmployer(platform, notice.employerId)
  if (!employer || (kind === 'VOUCHER' && notice.postedOn === null)) throw notFound('document')
  const payments = await listPayments(platform, notice.id)
  const office = await getOfficeOf(platform, employer)
  const paid = payments.find(({ status }) => status === 'SUCCESS')
  const paidOn = kind === 'VOUCHER' ? (paid?.valueDate ?? notice.postedOn) : null
  return {
    kind,
    notice,
    employer,
    office,
    lines: await listLines(platform, notice.id),
    due: await amountDue(platform, notice, platform.clock.today()),
    today: platform.clock.today(),
    derivation: await deriveOutstanding(platform, notice, groupsOnPaper),
    reference: paid?.bankReference ?? null,
    // A notice asks for money now; a voucher says where it went then.
    payee: paidOn === null ? payeeOf(platform, office) : await findPayeeOn(platform, employer.region, paidOn),
    debited: (await findLiveAgreement(platform, notice.employerId))?.status === 'ACTIVE',
  }
}

/** Over what never changes: the notice without its late fee, the voucher with what was paid. */
function hashOf({ kind, notice, employer, lines, due, reference }: PaperSource, number: string): string {
  const stable = lines
    .map(({ insurance, people, base, employer: ofEmployer, personal }) => [
      insurance,
      people,
      Number(base),
      Number(ofEmployer),
      Number(personal),
    ])
    .toSorted((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
  const paid = kind === 'VOUCHER' ? [due.total, notice.postedOn, reference] : []
  return contentHash(
    JSON.stringify([number, employer.creditCode, notice.period, notice.issuedOn, notice.dueOn, stable, ...paid]),
  )
}

/** In which language, in which words. */
interface Said {
  language: Language
  words: NoticePaperWords
}

function statementOf(source: PaperSource, { language, words }: Said, number: string): Statement {
  const { kind, notice, lines, due } = source
  const ordered = FIVE_INSURANCES.flatMap((insurance) => lines.filter((line) => line.insurance === insurance))
  return {
    title: words.titles[kind],
    subtitle: words.subtitle.replace('{number}', number),
    facts: factsOf(source, words, number),
    ...(kind === 'NOTICE' ? { barcode: noticeBarcode(number) } : {}),
    headers: words.headers,
    widths: [1.4, 0.7, 1.4, 1.2, 1.2, 1.2],
    rightFrom: 1,
    rows: ordered.map((line) => [
      WORDS[language].insurances[oneOf(FIVE_INSURANCES, line.insurance, 'insurance')],
      String(line.people),
      printedYuan(line.base),
      printedYuan(line.employer),
      printedYuan(line.personal),
      printedYuan(line.employer + line.personal),
    ]),
    sums: [
      words.sum,
      String(notice.people),
      '',
      printedYuan(notice.employerTotal),
      printedYuan(notice.personalTotal),
      printedYuan(due.principal),
    ],
    amounts: [
      [words.principal, printedYuan(due.principal)],
      [words.lateFee, printedYuan(due.lateFee)],
      [words.total, `¥ ${printedYuan(due.total)}`],
    ],
    total: due.total,
    notes: notesOf(source, words),
    // A paid notice is explained by what it cost, an open one by what is left of it.
    derivations: [
      (notice.postedOn === null ? undefined : findPart(source.derivation, { label: 'AMOUNT_DUE' })) ??
        source.derivation,
    ],
  }
}

function factsOf(
  { kind, notice, employer, reference, payee, debited }: PaperSource,
  words: NoticePaperWords,
  number: string,
): [string, string][] {
  const ending: [string, string][] =
    kind === 'VOUCHER'
      ? [
          [words.paidOn, notice.postedOn ?? ''],
          [words.reference, reference ?? '–'],
        ]
      : [
          [words.dueOn, notice.dueOn],
          [words.channel, [words.eBank, ...(debited ? [words.debit] : []), words.transfer].join(words.separator)],
        ]
  return [
    [words.unit, employer.name],
    [words.creditCode, employer.creditCode],
    [words.number, number],
    [words.registrationNo, employer.registrationNo],
    [words.period, notice.period],
    [words.people, String(notice.people)],
    [words.issuedOn, notice.issuedOn],
    [words.payee, `${payee.name} ${payee.number} ${payee.bank}`],
    ...ending,
  ]
}

function notesOf({ kind, notice, lines, due, today }: PaperSource, words: NoticePaperWords): string[] {
  const deemed = readDeemedBasis(notice)
  const merged = [
    ...(deemed ? [words.noteDeemed.replace('{period}', deemed.period)] : []),
    ...(lines.some(({ insurance }) => insurance === 'MATERNITY') ? [] : [words.noteMaternity]),
  ]
  if (kind === 'VOUCHER') return [...merged, words.notePaid.replace('{date}', notice.postedOn ?? '')]
  const asOf = due.lateFee > 0 ? [words.noteAsOf.replace('{date}', notice.postedOn ?? today)] : []
  return [...merged, words.noteUnpaid, words.noteTransfer.replace('{number}', notice.number), ...asOf]
}
