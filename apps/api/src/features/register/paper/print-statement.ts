import { amountInCapitals, fen, formatYuan } from '@shebao/kernel'
import type { Fen, Language } from '@shebao/kernel'
import type { Explanation } from '@shebao/premium'
import type { Platform } from '../../../platform/platform.ts'
import { derivationSteps } from './derivation-steps.ts'
import type { DocumentRow } from './document.repository.ts'
import type { StatementPaper } from './drawn/draw-statement.ts'
import { linkMark, renderStatement } from './print-document.ts'
import { statementWords } from './statement-words.ts'

/** The office that a paper comes from. */
interface Letterhead {
  nameZh: string
  nameEn: string
  addressZh: string
  addressEn: string
  phone: string
  /** What the seal says that is set on the paper. */
  sealText: string | null
}

/** One table of amounts and what they come to, already worded: a notice, a voucher, a receipt, a certificate. */
export interface Statement {
  title: string
  subtitle: string
  facts: readonly (readonly [label: string, value: string])[]
  /** As SVG; for the scanners at bank counters. */
  barcode?: string
  headers: readonly string[]
  /** Of the columns, relative to each other. */
  widths: readonly number[]
  /** The first column of figures. */
  rightFrom: number
  rows: readonly (readonly string[])[]
  sums?: readonly string[]
  /** The last is the one that counts. */
  amounts: readonly (readonly [label: string, amount: string])[]
  /** What is written in capitals. */
  total: Fen
  /** The sentence that someone wants the paper for. */
  statement?: string
  notes: readonly string[]
  /** How the amounts came about, for the annex. */
  derivations: readonly Explanation[]
}

export interface PrintedPaper {
  pdf: Uint8Array<ArrayBuffer>
  number: string
}

/** Typesets what was entered in the register as `document`, with the mark by which it is found there. */
export async function printStatement(
  platform: Platform,
  document: DocumentRow,
  paper: { office: Letterhead; language: Language; statement: Statement },
): Promise<PrintedPaper> {
  return {
    pdf: await renderStatement(statementPaper(platform, document, paper), document.createdAt),
    number: document.number,
  }
}

/** Everything that stands on it, in the words of its language. */
export function statementPaper(
  platform: Pick<Platform, 'environment'>,
  document: Pick<DocumentRow, 'number' | 'contentHash' | 'verifyCode' | 'signedToken'>,
  { office, language, statement }: Parameters<typeof printStatement>[2],
): StatementPaper {
  const { number, contentHash } = document
  const { derivations, ...content } = statement
  const chinese = language === 'zh-CN'
  return {
    barcode: null,
    sums: null,
    statement: null,
    ...content,
    lang: chinese ? 'zh' : 'en',
    office: {
      name: chinese ? office.nameZh : office.nameEn,
      address: chinese ? office.addressZh : office.addressEn,
      phone: office.phone,
      seal: office.sealText,
    },
    capitals: amountInCapitals(statement.total),
    derivation: derivationSteps(derivations, language),
    words: statementWords[language],
    number,
    contentHash,
    mark: { ...linkMark(platform, document), contentHash },
  }
}

/** An amount as the papers have it. */
export function printedYuan(amount: bigint | number): string {
  return formatYuan(fen(Number(amount)), { grouping: true })
}
