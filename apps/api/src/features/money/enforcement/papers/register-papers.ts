import { contentHash } from '../../../../platform/crypto.ts'
import { sealedWithinJson } from '../../../../platform/sealed-places.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { findEmployer, findOfficeFor } from '../../../register/employer/index.ts'
import { registerDocuments, withdrawDocuments } from '../../../register/paper/index.ts'
import type { NewDocument } from '../../../register/paper/index.ts'
import type { EnforcementPaperRow } from '../enforcement.repository.ts'
import { readContent } from './paper-content.ts'
import { listPapersOfKind } from './paper.repository.ts'

export type PaperToRegister = Pick<
  EnforcementPaperRow,
  'id' | 'caseId' | 'kind' | 'number' | 'amount' | 'issuedOn' | 'content'
>

/**
 * Enters papers that leave in the public register, signed, and says which entry is whose. What a re-issued one takes the place of
 * is taken back there. Belongs into the transaction of the step that makes them.
 */
export async function registerPapers(
  platform: Platform,
  employerId: string,
  papers: readonly PaperToRegister[],
): Promise<Map<string, string>> {
  const [office, employer] = [await findOfficeFor(platform, employerId), await findEmployer(platform, employerId)]
  // Without an office there is nobody who signs yet: they are entered when they are printed.
  if (!office || !employer) return new Map()
  for (const { caseId, kind, content } of papers)
    if (readContent(content).reissued)
      await withdrawDocuments(platform, {
        kind: 'ENFORCEMENT_PAPER',
        subjectIds: await listPapersOfKind(platform, caseId, kind),
      })
  const issuedAt = platform.clock.now().toISOString()
  const documents = await registerDocuments(
    platform,
    office,
    papers.map((paper): NewDocument => ({
      kind: 'ENFORCEMENT_PAPER',
      subjectId: paper.id,
      version: 1,
      number: paper.number,
      contentHash: hashOf(paper),
      summary: { unitName: employer.name, issuedAt, concerning: paper.issuedOn, totalFen: Number(paper.amount) },
    })),
  )
  return new Map(documents.map(({ subjectId, id }) => [subjectId, id]))
}

/**
 * Over all that it says, in the order of its schema, whatever order a database gives the keys back in. An account is in it as it is shown,
 * masked: how it is sealed says nothing and changes with the key.
 */
function hashOf({ kind, number, amount, issuedOn, content }: PaperToRegister): string {
  const says = { kind, number, amount: Number(amount), issuedOn, content: readContent(content) }
  return contentHash(JSON.stringify(says, (key, value: unknown) => (key === sealedWithinJson ? undefined : value)))
}
