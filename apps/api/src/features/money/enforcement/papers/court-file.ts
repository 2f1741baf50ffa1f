import { civilDateAt, isOneOf, oneOf } from '@shebao/kernel'
import { may, requireMay } from '../../../../access/permissions.ts'
import { notFound } from '../../../../access/refusal.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { readAttachment } from '../../../register/attachment/index.ts'
import { enforcementTable } from '../enforcement.lifecycle.ts'
import { listPapers } from '../enforcement.repository.ts'
import type { EnforcementPaperRow, EnforcementRow } from '../enforcement.repository.ts'
import { enforcementPapers, finePapers } from '../legal-steps.ts'
import { readDebts } from '../read-due.ts'
import { readEnforcement } from '../read-enforcement.ts'
import { evidenceKinds } from '../evidence/evidence-kinds.ts'
import { readEvidence } from '../evidence/read-evidence.ts'
import { storyFor } from '../unit-view.ts'
import { csv, indexed } from './court-index.ts'
import type { CourtFilePart } from './court-index.ts'
import { actorsZh, eventsZh, statesZh, waysZh } from './court-words.ts'
import { kindWordsEn } from './paper-words-en.ts'
import { kindWordsZh } from './paper-words-zh.ts'
import { evidenceTitles, evidenceTitlesEn } from './evidence-titles.ts'
import { indexPaper } from './index-paper.ts'
import { pagesOf } from './pages-of.ts'
import { printEnforcementPaper } from './print-enforcement-paper.ts'

/** The case of a court file, which only the court and the agency's head take out; the taking is in the audit trail. */
export async function openCourtFile(
  platform: Platform,
  asker: Viewer | undefined,
  { id, origin }: { id: string; origin: string },
): Promise<{ number: string; parts: AsyncGenerator<CourtFilePart> }> {
  const viewer = requireMay(asker, 'enforcement:package')
  const row = await readEnforcement(platform, viewer, id)
  // Before the court is applied to there is no file for it.
  if (!row.standing.court || !may(viewer, 'enforcement:package', row)) throw notFound('court file')
  await platform.audit.record({
    actorKind: viewer.kind,
    actorId: viewer.accountId,
    origin,
    action: 'COURT_FILE_TAKEN',
    recordType: 'EnforcementCase',
    recordId: row.id,
    change: { number: row.number },
  })
  return {
    number: row.number,
    parts: indexed(courtFileParts(platform, viewer, row, origin), platform.clock.today(), (index) =>
      indexPaper(platform, row, index),
    ),
  }
}

/** Application, decisions, demands, receipts, account and assets one after the other, so that one paper at a time is held. */
async function* courtFileParts(
  platform: Platform,
  viewer: Viewer,
  row: EnforcementRow,
  origin: string,
): AsyncGenerator<CourtFilePart> {
  const papers = (await listPapers(platform, row.id)).filter(({ kind }) => !isOneOf(finePapers, kind))
  for (const paper of courtFirst(papers)) {
    const { pdf } = await printEnforcementPaper(platform, viewer, { id: paper.id, language: 'zh-CN', origin })
    const kind = oneOf(enforcementPapers, paper.kind, 'paper')
    const name = `${paper.number}-${kind.toLowerCase().replaceAll('_', '-')}.pdf`
    yield {
      name,
      title: kindWordsZh[kind].title,
      titleEn: kindWordsEn[kind].title,
      date: paper.issuedOn,
      bytes: pdf,
      pages: await pagesOf(pdf, 'application/pdf'),
    }
  }
  yield* scansOf(platform, viewer, row, origin)
  yield* await tablesOf(platform, viewer, row)
}

/** What came with the steps, one after the other; each reading is in the trail. */
async function* scansOf(
  platform: Platform,
  viewer: Viewer,
  row: EnforcementRow,
  origin: string,
): AsyncGenerator<CourtFilePart> {
  const files = (await readEvidence(platform, viewer, row)).flatMap(({ kind, revision, files = [] }) =>
    files.filter(({ removedAt }) => removedAt === null).map(({ id }) => ({ id, kind, revision })),
  )
  for (const [at, { id, kind: named, revision }] of files.entries()) {
    const { attachment, bytes } = await readAttachment(platform, viewer, { id, origin })
    const kind = oneOf(evidenceKinds, named, 'evidence')
    const ending = attachment.mediaType.split('/').at(-1)
    yield {
      name: `evidence/${String(at + 1).padStart(3, '0')}-${revision}-${kind.toLowerCase().replaceAll('_', '-')}.${ending}`,
      title: `${evidenceTitles[kind]}：${attachment.name}`,
      titleEn: evidenceTitlesEn[kind],
      date: civilDateAt(attachment.uploadedAt),
      bytes,
      pages: await pagesOf(bytes, attachment.mediaType),
    }
  }
}

/** The application lies on top, the rest as it left. */
function courtFirst(papers: readonly EnforcementPaperRow[]): readonly EnforcementPaperRow[] {
  const isApplication = ({ kind }: EnforcementPaperRow) => kind === 'COURT_APPLICATION'
  return [...papers.filter(isApplication), ...papers.filter((paper) => !isApplication(paper))]
}

const isWorded = (event: string): event is keyof typeof eventsZh => Object.hasOwn(eventsZh, event)
/** The office's own time, as its papers have it. */
const timeIn = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
const typedEntries = <Key extends string, Value>(of: Record<Key, Value>) => Object.entries(of) as [Key, Value][]

const yuan = (fen: number) => (fen / 100).toFixed(2)

/** What is no paper of its own: who received what and when, what the ledger says today, where assets are, what banks answered, what happened. */
async function tablesOf(platform: Platform, viewer: Viewer, row: EnforcementRow): Promise<CourtFilePart[]> {
  const { id, standing } = row
  const [today, debts] = [platform.clock.today(), await readDebts(platform, id)]
  const happened = await storyFor(platform, viewer, row)
  const { order, demand, decision, courtDemand, court, query, defences } = standing
  const served = { ORDER: order, DEMAND: demand, ALLOCATION_DECISION: decision, COURT_DEMAND: courtDemand }
  return [
    csv('receipts.csv', '送达情况', today, [
      ['文书', '作出日期', '送达日期', '送达方式', '签收人'],
      ...typedEntries(served).map(([kind, paper]) => [
        kindWordsZh[kind].title,
        paper?.on,
        paper?.service?.on,
        paper?.service && waysZh[paper.service.way],
        paper?.service?.to,
      ]),
    ]),
    csv('defences.csv', '陈述、申辩及处理', today, [
      ['日期', '陈述、申辩', '处理意见', '采纳'],
      ...defences.map(({ on, text, answer, upheld }) => [
        on,
        text,
        answer,
        upheld === undefined ? '' : upheld ? '是' : '否',
      ]),
    ]),
    csv('ledger.csv', '欠费明细（台账余额）', today, [
      ['缴费通知单', '所属期', '缴费期限', '本金', '滞纳金', '已缴', '计算日期'],
      ...debts.map(({ number, period, dueOn, principal, lateFee, settled }) => [
        number,
        period,
        dueOn,
        ...[principal, lateFee, settled].map(yuan),
        today,
      ]),
    ]),
    csv('assets.csv', '财产线索', court?.appliedOn ?? today, [
      ['财产', '所在地', '估值'],
      ...(court?.assets ?? []).map(({ description, place, value }) => [description, place, yuan(value)]),
    ]),
    csv('bank-replies.csv', '银行答复', query?.on ?? today, [
      ['银行', '账户', '余额', '截止日期', '答复编号'],
      ...(query?.replies ?? []).map(({ bankId, accountMasked, balance, asOf, reference }) => [
        query?.banks.find((bank) => bank.id === bankId)?.name,
        accountMasked,
        yuan(balance),
        asOf,
        reference,
      ]),
    ]),
    csv('history.csv', '办理经过', today, [
      ['时间', '步骤', '状态', '办理'],
      ...happened.map(({ at, event, toState, actorKind, bodyName }) => [
        timeIn(at),
        isWorded(event) ? eventsZh[event] : event,
        statesZh[oneOf(enforcementTable.states, toState, 'state')],
        bodyName ?? actorsZh[actorKind] ?? actorKind,
      ]),
    ]),
  ]
}
