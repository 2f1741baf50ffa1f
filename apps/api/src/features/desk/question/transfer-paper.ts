import type { Language } from '@shebao/kernel'
import { maskName } from '@shebao/identifiers'
import { civilDateAt } from '@shebao/kernel'
import { requireMay } from '../../../access/permissions.ts'
import { notFound } from '../../../access/refusal.ts'
import type { Viewer } from '../../../access/viewer.ts'
import { contentHash } from '../../../platform/crypto.ts'
import type { Platform } from '../../../platform/platform.ts'
import { findOfficeFor } from '../../register/employer/index.ts'
import { findIndividual } from '../../register/individual/index.ts'
import { registerDocument, renderPdf, statementWords, verifyMark } from '../../register/paper/index.ts'
import type { PrintedPaper } from '../../register/paper/index.ts'
import { wordsInForce } from '../../register/paper-template/index.ts'
import { traceOf } from './question-case.ts'
import { findQuestion, listEntries } from './question.repository.ts'
import type { QuestionRow } from './question.repository.ts'
import { transferWords } from './transfer-words.ts'

const template = 'desk/question/transfer.typ'

/** What a transfer in writing (移送函, SIL 82) says; its hash covers this. */
interface Transfer {
  number: string
  name: string
  idMasked: string
  office: string
  address: string
  reason: string
  /** What was asked, with everything that was asked further, in order. */
  asked: readonly string[]
  askedOn: string
  handedOn: string
}

/**
 * Enters the transfer of a question in the register of papers, signed; the second call gives the first entry. Belongs into the
 * transaction that hands it over, and is asked again when it is printed: what older versions handed over has none yet.
 */
export async function registerTransfer(platform: Platform, question: QuestionRow) {
  const [office, transfer] = [await findOfficeFor(platform, undefined), await transferOf(platform, question)]
  if (!office || !transfer) throw notFound('transfer')
  const hash = contentHash(JSON.stringify(transfer))
  const document = await registerDocument(
    platform,
    { kind: 'QUESTION_TRANSFER', subjectId: question.id, version: 1 },
    {
      number: transfer.number,
      contentHash: hash,
      office,
      summary: {
        unitName: `${maskName(transfer.name)} ${transfer.idMasked}`,
        issuedAt: platform.clock.now().toISOString(),
        concerning: transfer.handedOn,
      },
    },
  )
  return { office, transfer, document }
}

async function transferOf(platform: Platform, question: QuestionRow): Promise<Transfer | undefined> {
  const { id, number, handedTo, handedToAddress, answeredAt, individualId } = question
  const person = await findIndividual(platform, individualId)
  const entries = await listEntries(platform, id)
  const handed = entries.findLast(({ kind }) => kind === 'HANDED_OVER')
  const asked = entries.filter(({ kind }) => kind === 'ASKED' || kind === 'REOPENED')
  if (!person || !handed || !answeredAt || handedTo === null || handedToAddress === null) return undefined
  return {
    number: `YS${number}`,
    name: platform.vault.open<{ name: string }>(person.personal).name,
    idMasked: person.idMasked,
    office: handedTo,
    address: handedToAddress,
    reason: handed.text,
    asked: asked.map(({ text }) => text),
    askedOn: civilDateAt(asked[0]?.writtenAt ?? answeredAt),
    handedOn: civilDateAt(answeredAt),
  }
}

/** The transfer of one's own question, or for staff of any, in either language. */
export async function printTransfer(
  platform: Platform,
  viewer: Viewer | undefined,
  { id, language, origin }: { id: string; language: Language; origin: string },
): Promise<PrintedPaper> {
  const asker = requireMay(viewer, 'question:read')
  const question = await findQuestion(platform, id)
  requireMay(viewer, 'question:read', question, 'question')
  if (question?.status !== 'HANDED_OVER') throw notFound('transfer')
  const { office, transfer, document } = await platform.database.transaction(async () => {
    const registered = await registerTransfer(platform, question)
    const trace = traceOf('QUESTION_TRANSFER_PRINTED', question)
    await platform.audit.record({ actorKind: asker.kind, actorId: asker.accountId, origin, ...trace })
    return registered
  })
  const said = await wordsInForce(platform, transferWords, language, document.createdAt)
  const words = { ...statementWords[language], ...said }
  const chinese = language === 'zh-CN'
  const mark = { ...(await verifyMark(platform, document)), contentHash: document.contentHash }
  const data = {
    lang: chinese ? 'zh' : 'en',
    title: words.title,
    subtitle: words.subtitle.replace('{number}', transfer.number),
    number: transfer.number,
    contentHash: document.contentHash,
    office: {
      name: chinese ? office.nameZh : office.nameEn,
      address: chinese ? office.addressZh : office.addressEn,
      phone: office.phone,
      seal: office.sealText,
    },
    transfer,
    words,
    mark,
  }
  return { pdf: await renderPdf(template, data, document.createdAt), number: transfer.number }
}
