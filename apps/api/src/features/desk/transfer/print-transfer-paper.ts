import { sumFen } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { WORDS } from '@shebao/premium'
import { actingRole, requireMay, requireRow } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findOffice } from '../../register/office/index.ts'
import { findDocument, printedYuan, printStatement } from '../../register/paper/index.ts'
import type { PrintedPaper, Statement } from '../../register/paper/index.ts'
import { wordsInForce } from '../../register/paper-template/index.ts'
import { findTransfer } from './relation-transfer.repository.ts'
import { linesOf, paperOf } from './transfer-paper.ts'
import type { TransferPaper } from './transfer-paper.ts'
import { transferPaperWords } from './transfer-paper-words.ts'
import type { TransferPaperWords } from './transfer-paper-words.ts'

/** The voucher of a transfer out, the letter of acceptance of one in: as it was issued, in either language. */
export async function printTransferPaper(
  platform: Platform,
  asker: Viewer | undefined,
  { id, language, origin }: { id: string; language: Language; origin: string },
): Promise<PrintedPaper> {
  const viewer = requireMay(asker, 'relation-transfer:read')
  const row = requireRow(viewer, 'relation-transfer:read', await findTransfer(platform, id), 'transfer of insurance')
  const direction = row.direction === 'OUT' ? 'OUT' : 'IN'
  const document = await findDocument(platform, { kind: paperOf[direction], subjectId: id, version: 1 })
  const office = await findOffice(platform)
  if (!document || !office || row.paper === null) throw notFound('paper')
  const paper = platform.vault.open<TransferPaper>(row.paper)
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    role: viewer.kind === 'STAFF' ? actingRole(viewer, 'relation-transfer:read') : undefined,
    origin,
    action: 'TRANSFER_PAPER_PRINTED',
    recordType: 'RelationTransfer',
    recordId: id,
    change: { number: row.number, paper: document.kind },
  })
  const words = await wordsInForce(platform, transferPaperWords, language, document.createdAt)
  const statement = statementOf(paper, { direction, language, words, number: document.number })
  return printStatement(platform, document, { office, language, statement })
}

interface Printed {
  direction: 'IN' | 'OUT'
  language: Language
  words: TransferPaperWords
  number: string
}

function statementOf(paper: TransferPaper, { direction, language, words, number }: Printed): Statement {
  const own = words[direction]
  const { insurances } = WORDS[language]
  const total = sumFen([paper.principal, paper.interest])
  return {
    title: own.title,
    subtitle: own.subtitle.replace('{number}', number),
    facts: [
      [words.name, paper.name],
      [words.idNumber, paper.idMasked],
      [own.other, paper.agency],
      [words.region, paper.region],
      ...(paper.voucherNo === null ? [] : [[words.voucherNo, paper.voucherNo] as const]),
    ],
    headers: words.headers,
    widths: [1, 3, 0.6],
    rightFrom: 2,
    rows: linesOf(paper.ranges).map(({ insurance, months, stretches }) => [
      insurances[insurance],
      stretches.join(language === 'en' ? ', ' : '、'),
      String(months),
    ]),
    amounts: [
      [words.principal, printedYuan(paper.principal)],
      [words.interest, printedYuan(paper.interest)],
      [words.total, `¥ ${printedYuan(total)}`],
    ],
    total,
    statement: own.statement,
    notes: [...(paper.final ? [] : [words.notFinal]), ...own.notes],
    derivations: [],
  }
}
