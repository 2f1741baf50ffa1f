import { amountInCapitals, fen, findPart, FIVE_INSURANCES, formatYuan } from '@shebao/premium'
import type { Explanation, FiveInsurance, Language } from '@shebao/premium'
import type { Viewer } from '../../graphql/context.ts'
import { notFound } from '../../graphql/errors.ts'
import { contentHash } from '../../platform/crypto.ts'
import type { Platform } from '../../platform/platform.ts'
import { derivationSteps, registerDocument, renderPdf, verifyMark, versionToIssue } from '../document/index.ts'
import { findEmployer, getOfficeOf } from '../employer/index.ts'
import type { EmployerRow, OfficeRow } from '../employer/index.ts'
import { findLiveAgreement } from './agreement.repository.ts'
import { amountDue } from './amount-due.ts'
import { readDeemedBasis } from './deemed-basis.ts'
import { deriveOutstanding } from './explain-notice.ts'
import type { AmountDue } from './amount-due.ts'
import { listLines, listPayments } from './notice.repository.ts'
import type { NoticeLineRow, NoticeRow } from './notice.repository.ts'
import { noticeBarcode } from './notice-barcode.ts'
import { insuranceName, paperWords } from './notice-paper-words.ts'
import type { PaperKind } from './notice-paper-words.ts'
import { readNotice } from './read-notice.ts'

const template = 'billing/notice.typ'
/** One group of people derived in full in each share of the annex, the others as a sum: a page or two, whatever the size. */
const groupsOnPaper = 1

const documentKind = { NOTICE: 'PAYMENT_NOTICE', RECEIPT: 'PAYMENT_VOUCHER' } as const

export interface PrintedNotice {
  pdf: Uint8Array<ArrayBuffer>
  number: string
}

interface PaperSource {
  kind: PaperKind
  notice: NoticeRow
  employer: EmployerRow
  office: OfficeRow
  lines: NoticeLineRow[]
  due: AmountDue
  today: string
  reference: string | null
  payee: Platform['environment']['payee']
  /** An agreement is in force: the bank debits the notice when it falls due. */
  debited: boolean
  derivation: Explanation
}

/** The payment notice, or once it is paid the voucher for it, typeset for whoever may see the notice. */
export async function printNotice(
  platform: Platform,
  viewer: Viewer,
  input: { noticeId: string; kind: PaperKind; language: Language },
): Promise<PrintedNotice> {
  const source = await loadSource(platform, viewer, input)
  const { notice, employer, due } = source
  const subject = { kind: documentKind[input.kind], subjectId: notice.id }
  // A notice paid again after its payment was reversed gets another voucher: the first one stays taken back.
  const version = await versionToIssue(platform, subject)
  const number = input.kind === 'NOTICE' ? notice.number : `${notice.number}P${version === 1 ? '' : version}`
  const hash = hashOf(source, number)
  const document = await registerDocument(
    platform,
    { ...subject, version },
    {
      number,
      contentHash: hash,
      summary: {
        unitName: employer.name,
        issuedAt: platform.clock.now().toISOString(),
        concerning: notice.period,
        people: notice.people,
        totalFen: input.kind === 'NOTICE' ? due.principal : due.total,
      },
    },
  )
  const mark = await verifyMark(platform, document.verifyCode)
  const pdf = await renderPdf(
    template,
    paperOf(source, input.language, number, document.contentHash, mark),
    notice.createdAt,
  )
  return { pdf, number }
}

async function loadSource(
  platform: Platform,
  viewer: Viewer,
  input: { noticeId: string; kind: PaperKind },
): Promise<PaperSource> {
  const notice = await readNotice(platform, viewer, input.noticeId)
  const employer = await findEmployer(platform, notice.employerId)
  if (!employer || (input.kind === 'RECEIPT' && notice.postedOn === null)) throw notFound('document')
  const payments = await listPayments(platform, notice.id)
  return {
    kind: input.kind,
    notice,
    employer,
    office: await getOfficeOf(platform, employer),
    lines: await listLines(platform, notice.id),
    due: await amountDue(platform, notice, platform.clock.today()),
    today: platform.clock.today(),
    derivation: await deriveOutstanding(platform, notice, groupsOnPaper),
    reference: payments.find(({ status }) => status === 'SUCCESS')?.bankReference ?? null,
    payee: platform.environment.payee,
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
  const paid = kind === 'RECEIPT' ? [due.total, notice.postedOn, reference] : []
  return contentHash(
    JSON.stringify([number, employer.creditCode, notice.period, notice.issuedOn, notice.dueOn, stable, ...paid]),
  )
}

function paperOf(
  source: PaperSource,
  language: Language,
  number: string,
  hash: string,
  mark: Awaited<ReturnType<typeof verifyMark>>,
) {
  const { kind, notice, office, lines, due } = source
  const words = paperWords[language]
  const chinese = language === 'zh-CN'
  const money = (amount: bigint | number) => formatYuan(fen(Number(amount)), { grouping: true })
  const ordered = FIVE_INSURANCES.flatMap((insurance) => lines.filter((line) => line.insurance === insurance))
  return {
    lang: chinese ? 'zh' : 'en',
    title: words.titles[kind],
    subtitle: words.subtitle.replace('{number}', number),
    number,
    contentHash: hash,
    office: {
      name: chinese ? office.nameZh : office.nameEn,
      address: chinese ? office.addressZh : office.addressEn,
      phone: office.phone,
    },
    facts: factsOf(source, language, number),
    barcode: kind === 'NOTICE' ? noticeBarcode(number) : null,
    headers: words.headers,
    rows: ordered.map((line) => [
      insuranceName(line.insurance as FiveInsurance, language),
      String(line.people),
      money(line.base),
      money(line.employer),
      money(line.personal),
      money(line.employer + line.personal),
    ]),
    sums: [
      words.sum,
      String(notice.people),
      '',
      money(notice.employerTotal),
      money(notice.personalTotal),
      money(due.principal),
    ],
    amounts: [
      [words.principal, money(due.principal)],
      [words.lateFee, money(due.lateFee)],
      [words.total, `¥ ${money(due.total)}`],
    ],
    total: due.total,
    capitals: amountInCapitals(due.total),
    notes: notesOf(source, language),
    // A paid notice is explained by what it cost, an open one by what is left of it.
    derivation: derivationSteps(
      (notice.postedOn === null ? undefined : findPart(source.derivation, { label: 'AMOUNT_DUE' })) ??
        source.derivation,
      language,
    ),
    words,
    mark: { ...mark, contentHash: hash },
  }
}

function factsOf(
  { kind, notice, employer, reference, payee, debited }: PaperSource,
  language: Language,
  number: string,
): [string, string][] {
  const words = paperWords[language]
  const ending: [string, string][] =
    kind === 'RECEIPT'
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

function notesOf({ kind, notice, lines, due, today }: PaperSource, language: Language): string[] {
  const words = paperWords[language]
  const deemed = readDeemedBasis(notice)
  const merged = [
    ...(deemed ? [words.noteDeemed.replace('{period}', deemed.period)] : []),
    ...(lines.some(({ insurance }) => insurance === 'MATERNITY') ? [] : [words.noteMaternity]),
  ]
  if (kind === 'RECEIPT') return [...merged, words.notePaid.replace('{date}', notice.postedOn ?? '')]
  const asOf = due.lateFee > 0 ? [words.noteAsOf.replace('{date}', notice.postedOn ?? today)] : []
  return [...merged, words.noteUnpaid, words.noteTransfer.replace('{number}', notice.number), ...asOf]
}
