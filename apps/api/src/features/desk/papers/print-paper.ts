import type { Language } from '@shebao/kernel'
import { oneOf } from '@shebao/kernel'
import { may } from '../../../access/permissions.ts'
import { Refusal } from '../../../access/refusal.ts'
import type { Clerk } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { printInspection } from '../../filing/inspection/index.ts'
import { printMonthly } from '../../filing/monthly/index.ts'
import { printNotice, printReceipt } from '../../money/payment/index.ts'
import { TemplateError } from '../../register/paper/index.ts'
import type { PrintedPaper } from '../../register/paper/index.ts'
import { printCertificate } from '../certificate/index.ts'
import { printer } from './print-run-case.ts'
import { printableKinds } from './papers.repository.ts'
import type { PrintableKind } from './papers.repository.ts'
import type { ItemProblem, PrintItemRow, PrintRunRow } from './print-run.repository.ts'

interface Wanted {
  subjectId: string
  version: number
  language: Language
  origin: string
}
type Print = (platform: Platform, clerk: Clerk, wanted: Wanted) => Promise<PrintedPaper | { problem: string }>

const printers: Readonly<Record<PrintableKind, Print>> = {
  ANNUAL_INSPECTION_FORM: (platform, clerk, { subjectId, ...rest }) =>
    printInspection(platform, clerk, { declarationId: subjectId, ...rest }),
  MONTHLY_DECLARATION_FORM: (platform, clerk, { subjectId, ...rest }) =>
    printMonthly(platform, clerk, { declarationId: subjectId, ...rest }),
  PAYMENT_NOTICE: (platform, clerk, { subjectId, language }) =>
    printNotice(platform, clerk, 'NOTICE', { noticeId: subjectId, language }),
  PAYMENT_VOUCHER: (platform, clerk, { subjectId, language }) =>
    printNotice(platform, clerk, 'VOUCHER', { noticeId: subjectId, language }),
  PAYMENT_RECEIPT: (platform, clerk, { subjectId, language }) =>
    printReceipt(platform, clerk, { paymentId: subjectId, language }),
  UNIT_CERTIFICATE: (platform, clerk, { version: year, ...rest }) => {
    const [last, thisMonth] = [`${year}-12`, platform.clock.today().slice(0, 7)]
    return printCertificate(platform, clerk, { from: `${year}-01`, to: last < thisMonth ? last : thisMonth, ...rest })
  },
}

/**
 * One paper of a run, with the right of whoever asked, as it is now: who may act for the employer no more has nothing printed.
 * A paper that cannot be printed names its reason, and the others go on.
 */
export async function printPaper(
  platform: Platform,
  clerk: Clerk | undefined,
  run: PrintRunRow,
  item: PrintItemRow,
): Promise<{ pdf: Uint8Array } | { problem: ItemProblem }> {
  if (!clerk || !may(clerk, 'papers:print', run)) return { problem: 'NOT_FOUND' }
  const { subjectId, version } = item
  const language: Language = run.language === 'en' ? 'en' : 'zh-CN'
  const print = printers[oneOf(printableKinds, item.kind, 'kind of paper')]
  try {
    const printed = await print(platform, clerk, { subjectId, version, language, origin: printer.job })
    return 'problem' in printed ? { problem: 'NOTHING_RECORDED' } : { pdf: printed.pdf }
  } catch (error) {
    if (error instanceof Refusal) return { problem: 'NOT_FOUND' }
    if (error instanceof TemplateError) return { problem: 'UNPRINTABLE' }
    throw error
  }
}
