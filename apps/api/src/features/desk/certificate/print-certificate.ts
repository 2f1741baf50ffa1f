import { FIVE_INSURANCES, oneOf } from '@shebao/kernel'
import { WORDS } from '@shebao/premium'
import type { Language } from '@shebao/kernel'
import { maskName } from '@shebao/identifiers'
import type { Viewer } from '../../../access/viewer.ts'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { printStatement, printedYuan, registerDocument } from '../../register/paper/index.ts'
import type { PrintedPaper, Statement } from '../../register/paper/index.ts'
import { wordsInForce } from '../../register/paper-template/index.ts'
import { certificateWords } from './certificate-words.ts'
import type { CertificateWords } from './certificate-words.ts'
import { monthRanges } from './certified-months.ts'
import { explainSums } from './explain-certificate.ts'
import { holderOf, loadCertificate } from './load-certificate.ts'
import type { Certificate, CertificateProblem } from './load-certificate.ts'

/**
 * A certificate of the asker's own payments, entered in the public register and typeset. The same content on the same day is
 * the same certificate, in whichever language it is printed: number and code do not change.
 */
export async function printCertificate(
  platform: Platform,
  viewer: Viewer | undefined,
  input: { from: string; to: string; language: Language; origin: string },
): Promise<PrintedPaper | { problem: CertificateProblem }> {
  const holder = holderOf(viewer)
  const certificate = await loadCertificate(platform, holder, input)
  if (typeof certificate === 'string') return { problem: certificate }
  const today = platform.clock.today()
  const hash = hashOf(certificate, today)
  const number = `ZM${today.replaceAll('-', '')}-${hash.slice(0, 10).toUpperCase()}`
  const document = await platform.database.transaction(async () => {
    const registered = await registerDocument(
      platform,
      {
        kind: certificate.kind === 'UNIT' ? 'UNIT_CERTIFICATE' : 'PERSONAL_CERTIFICATE',
        subjectId: idOf(hash),
        version: 1,
      },
      { number, contentHash: hash, summary: summaryOf(platform, certificate), office: certificate.office },
    )
    if (viewer)
      await platform.audit.record({
        actorKind: viewer.kind,
        actorId: viewer.accountId,
        origin: input.origin,
        action: 'CERTIFICATE_PRINTED',
        recordType: 'Document',
        recordId: registered.id,
        change: { number, from: certificate.range.from, to: certificate.range.to },
      })
    return registered
  })
  const { language } = input
  const derivations = await explainSums(platform, certificate)
  const words = await wordsInForce(platform, certificateWords, language, document.createdAt)
  const statement = { ...statementOf(certificate, { language, words, number, today }), derivations }
  return printStatement(platform, document, { office: certificate.office, language, statement })
}

/** What must not change between two printings of one certificate: its day, its holder and every amount in it. */
function hashOf(certificate: Certificate, today: string): string {
  const { kind, range } = certificate
  const holder =
    certificate.kind === 'PERSON' ? [certificate.name, certificate.idMasked] : [certificate.employer.creditCode]
  const text = JSON.stringify(
    [kind, today, holder, range.from, range.to, certificate.content],
    (_key, value: unknown) => (typeof value === 'bigint' ? Number(value) : value),
  )
  return contentHash(text)
}

/** The register knows its papers by a subject; of a certificate that is its content. */
const idOf = (hash: string) =>
  [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-')

function summaryOf(platform: Platform, certificate: Certificate) {
  const { range, total } = certificate
  return {
    unitName:
      certificate.kind === 'UNIT' ? certificate.employer.name : `${maskName(certificate.name)} ${certificate.idMasked}`,
    issuedAt: platform.clock.now().toISOString(),
    concerning: range.from === range.to ? range.from : `${range.from}/${range.to}`,
    totalFen: total,
  }
}

interface Paper {
  language: Language
  words: CertificateWords
  number: string
  today: string
}

function statementOf(certificate: Certificate, paper: Paper): Omit<Statement, 'derivations'> {
  const { words, number } = paper
  return {
    title: words.titles[certificate.kind],
    subtitle: words.subtitle.replace('{number}', number),
    ...(certificate.kind === 'PERSON' ? personalPart(certificate, paper) : unitPart(certificate, paper)),
    total: certificate.total,
  }
}

const rangeText = ({ from, to }: Certificate['range']) => (from === to ? from : `${from} – ${to}`)

function gapNote(words: CertificateWords, gaps: Parameters<typeof monthRanges>[0], separator: string): string {
  return gaps.length === 0 ? words.noGaps : words.gaps.replace('{months}', monthRanges(gaps).join(separator))
}

function statusText(words: CertificateWords, { status, kind }: { status: string; kind: string }): string {
  const said = words.status[status] ?? status
  const extra = words.kind[kind]
  return extra ? `${said} · ${extra}` : said
}

function personalPart(
  { name, idMasked, range, content }: Extract<Certificate, { kind: 'PERSON' }>,
  { language, words, today }: Paper,
): Omit<Statement, 'title' | 'subtitle' | 'total' | 'derivations'> {
  const { listSeparator, insurances } = WORDS[language]
  let before = ''
  return {
    facts: [
      [words.name, name],
      [words.idNumber, idMasked],
      [words.range, rangeText(range)],
      [words.asOf, today],
      [words.monthsPaid, words.monthsOf.replace('{months}', String(content.months))],
    ],
    headers: words.headersOfPerson,
    widths: [0.9, 2.2, 1.2, 1.1, 1, 1, 1.2, 1.1],
    rightFrom: 3,
    // A month and its employer are written once and stand for the lines below.
    rows: content.lines.map((line) => {
      const key = `${line.period} ${line.employerName} ${line.kind}`
      const again = key === before
      before = key
      return [
        again ? '' : line.period,
        again ? '' : line.employerName,
        insurances[line.insurance],
        printedYuan(line.base),
        printedYuan(line.employer),
        printedYuan(line.personal),
        statusText(words, line),
        line.postedOn ?? '–',
      ]
    }),
    amounts: [
      [words.paidEmployer, printedYuan(content.paidEmployer)],
      ...(content.unpaid === 0 ? [] : [[words.unpaid, printedYuan(content.unpaid)] as const]),
      [words.paidPersonal, `¥ ${printedYuan(content.paidPersonal)}`],
    ],
    notes: [gapNote(words, content.gaps, listSeparator), words.noteKinds, words.noteAsOf.replace('{date}', today)],
  }
}

function unitPart(
  { employer, range, content }: Extract<Certificate, { kind: 'UNIT' }>,
  { language, words, today }: Paper,
): Omit<Statement, 'title' | 'subtitle' | 'total' | 'derivations'> {
  const { listSeparator, insurances } = WORDS[language]
  return {
    facts: [
      [words.unit, employer.name],
      [words.creditCode, employer.creditCode],
      [words.registrationNo, employer.registrationNo],
      [words.range, rangeText(range)],
      [words.asOf, today],
    ],
    headers: words.headersOfUnit,
    widths: [0.9, 1.3, 0.6, 1.3, 1.2, 1.2, 1.2, 1.1],
    rightFrom: 2,
    rows: content.notices.flatMap((notice) => {
      const state = [statusText(words, notice), notice.postedOn ?? '–']
      const lines = FIVE_INSURANCES.flatMap((insurance) => notice.lines.filter((line) => line.insurance === insurance))
      const rows = lines.map((line) => [
        '',
        insurances[oneOf(FIVE_INSURANCES, line.insurance, 'insurance')],
        String(line.people),
        printedYuan(line.base),
        printedYuan(line.employer),
        printedYuan(line.personal),
        ...state,
      ])
      if (notice.due.lateFee > 0) rows.push(['', words.lateFee, '', '', printedYuan(notice.due.lateFee), '', ...state])
      return rows.map(([, ...cells], index) => [index === 0 ? notice.period : '', ...cells])
    }),
    amounts: [
      [words.charged, printedYuan(content.charged)],
      [words.owed, printedYuan(content.owed)],
      [words.paid, `¥ ${printedYuan(content.paid)}`],
    ],
    statement:
      content.owed === 0
        ? words.noDebt.replace('{date}', today)
        : words.debt.replace('{date}', today).replace('{amount}', printedYuan(content.owed)),
    notes: [gapNote(words, content.gaps, listSeparator), words.noteKinds, words.noteAsOf.replace('{date}', today)],
  }
}
