import { oneOf } from '@shebao/kernel'
import type { Language } from '@shebao/kernel'
import { may, requireMay } from '../../../../access/permissions.ts'
import { notFound } from '../../../../access/refusal.ts'
import type { Viewer } from '../../../../access/viewer.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { findEmployer, findOfficeFor } from '../../../register/employer/index.ts'
import { findDocument, renderPdf, verifyMark } from '../../../register/paper/index.ts'
import type { PrintedPaper } from '../../../register/paper/index.ts'
import { wordsInForce } from '../../../register/paper-template/index.ts'
import { enforcementPapers } from '../legal-steps.ts'
import { findEnforcement } from '../enforcement.repository.ts'
import type { EnforcementPaperRow, EnforcementRow } from '../enforcement.repository.ts'
import { readEnforcement } from '../read-enforcement.ts'
import { accountAt } from '../standing.ts'
import { seesPaper } from '../unit-view.ts'
import { bankOf, readContent } from './paper-content.ts'
import type { PaperContent } from './paper-content.ts'
import { layouts, paperText } from './paper-text.ts'
import { enforcementPaperWords } from './paper-words.ts'
import { findPaper, findSigner, markRegistered } from './paper.repository.ts'
import { registerPapers } from './register-papers.ts'

const template = 'money/enforcement/papers/enforcement-paper.typ'

interface Asked {
  id: string
  language: Language
  origin: string
}

/** A paper of a case, for whoever may read the case, and for the bank that it is addressed to. */
export async function printEnforcementPaper(
  platform: Platform,
  asker: Viewer | undefined,
  { id, language, origin }: Asked,
): Promise<PrintedPaper> {
  const found = await findPaper(platform, id)
  if (!found || !asker) throw notFound('paper')
  const content = readContent(found.content)
  const row = await readCaseOf(platform, asker, found, content)
  const { paper, document } = await platform.database.transaction(async () => {
    const paper = await ensureRegistered(platform, row, found)
    const trace = { action: 'ENFORCEMENT_PAPER_PRINTED', recordType: 'EnforcementCase', recordId: row.id } as const
    const actor = { actorKind: asker.kind, actorId: asker.accountId, origin }
    await platform.audit.record({ ...actor, ...trace, change: { number: paper.number } })
    return { paper, document: await findDocument(platform, { kind: 'ENFORCEMENT_PAPER', subjectId: id, version: 1 }) }
  })
  if (!document) throw notFound('paper')
  const mark = { ...(await verifyMark(platform, document)), contentHash: document.contentHash }
  const data = await wordedPaper(platform, {
    row,
    paper,
    content,
    language,
    account: accountFor(platform, asker, content),
    issuedAt: document.createdAt,
  })
  const pdf = await renderPdf(template, { ...data, contentHash: document.contentHash, mark }, document.createdAt)
  return { pdf, number: paper.number }
}

async function readCaseOf(platform: Platform, viewer: Viewer, paper: EnforcementPaperRow, content: PaperContent) {
  if (viewer.kind !== 'PARTNER' || viewer.partnerKind !== 'BANK') {
    const row = await readEnforcement(platform, viewer, paper.caseId)
    if (!seesPaper(viewer, row, paper)) throw notFound('paper')
    return row
  }
  requireMay(viewer, 'enforcement:answer')
  const { caseId, kind } = paper
  const row = await findEnforcement(platform, caseId)
  const addressed = (kind === 'QUERY_LETTER' || kind === 'BANK_NOTICE') && bankOf(content)?.id === viewer.partnerId
  if (!row || !addressed || !may(viewer, 'enforcement:answer', row)) throw notFound('paper')
  return row
}

/** What left before papers were entered in the register is entered when it is printed first. */
async function ensureRegistered(
  platform: Platform,
  { employerId }: EnforcementRow,
  paper: EnforcementPaperRow,
): Promise<EnforcementPaperRow> {
  if (paper.documentId !== null) return paper
  const documentId = (await registerPapers(platform, employerId, [paper])).get(paper.id)
  if (documentId) await markRegistered(platform, paper.id, documentId)
  return paper
}

/** The number of the account is on what goes to the bank, and for the department that decides; others see its last digits. */
function accountFor({ vault }: Platform, viewer: Viewer, { standing: { query, application } }: PaperContent): string {
  const reply = query && application && accountAt(query, application.bankId)
  if (!reply) return '—'
  const whole = viewer.kind === 'PARTNER' && (viewer.partnerKind === 'BANK' || viewer.partnerKind === 'DEPARTMENT')
  return whole && reply.accountSealed
    ? vault.open<string>(Buffer.from(reply.accountSealed, 'base64'))
    : (reply.accountMasked ?? '—')
}

interface Wording {
  row: EnforcementRow
  paper: EnforcementPaperRow
  content: PaperContent
  language: Language
  account: string
  /** When it was entered in the register. */
  issuedAt: Date
}

async function wordedPaper(platform: Platform, { row, paper, content, language, account, issuedAt }: Wording) {
  const [office, employer] = [
    await findOfficeFor(platform, row.employerId),
    await findEmployer(platform, row.employerId),
  ]
  if (!office || !employer) throw notFound('paper')
  const kind = oneOf(enforcementPapers, paper.kind, 'paper')
  const signer = paper.issuedBy === null ? undefined : await findSigner(platform, paper.issuedBy)
  const said = await wordsInForce(platform, enforcementPaperWords, language, issuedAt)
  const { words } = said
  const chinese = language === 'zh-CN'
  const agency = chinese ? office.nameZh : office.nameEn
  const { issuer } = layouts[kind]
  const ofAgency = issuer === 'AGENCY'
  const text = paperText(
    {
      kind,
      number: paper.number,
      caseNumber: row.number,
      amount: Number(paper.amount),
      issuedOn: paper.issuedOn,
      content,
      unit: { name: employer.name, code: employer.creditCode },
      office: agency,
      account,
    },
    said,
  )
  return {
    ...text,
    lang: chinese ? 'zh' : 'en',
    number: paper.number,
    issuedOn: paper.issuedOn,
    signedBy: signer?.name ?? null,
    parties: kind === 'DEFERRAL_AGREEMENT',
    words,
    office: {
      name: ofAgency ? agency : (signer?.body ?? (issuer === 'COURT' ? words.aCourt : words.department)),
      address: !ofAgency ? '' : chinese ? office.addressZh : office.addressEn,
      phone: ofAgency ? office.phone : '',
      // The agency’s seal is not the department’s, nor the court’s: theirs is put there by hand.
      seal: ofAgency ? office.sealText : null,
    },
  }
}
