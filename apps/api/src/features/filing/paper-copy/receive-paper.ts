import { findTokens, readToken } from '@shebao/signed-paper'
import { oneOf } from '@shebao/kernel'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { StaffMember, Viewer } from '../../../access/viewer.ts'
import type { CaseMark } from '../../../case/case-mark.ts'
import { takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  annualInspection,
  codeOf,
  declarationCase,
  declarationKinds,
  findVersion,
  insertNotes,
  lockAnyDeclaration,
  traceOf,
  writePaper,
} from '../declaration/index.ts'
import type { DeclarationRefusal, DeclarationRow } from '../declaration/index.ts'
import { paperCopyCase, traceOf as traceOfCopy } from './paper-copy-case.ts'
import { findPaperCopy, updatePaperCopy } from './paper-copy.repository.ts'
import { missingOf } from './paper-rule.ts'
import { findPaperRule } from './paper-rule.repository.ts'

export interface ReceivedPaper {
  declarationId: string
  /** The version that was looked at. */
  version: number
  decidedOn?: CaseMark | undefined
  origin: string
  receivedOn: string
  pages: number
  sealOk: boolean
  signatureOk: boolean
  /** What came of the checklist; whoever ticks seal and signatures on the review's own form says all of it. */
  materials: readonly string[] | 'ALL'
  /** What a scanner typed: the form's whole code, or the content hash, or its beginning as printed. */
  hash: string
}

export type PaperRefusal = DeclarationRefusal | 'MATERIALS_MISSING'
export type ReceiveOutcome =
  | { kind: 'done'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; code: PaperRefusal }

/** 48 bits of a SHA-256: nobody meets another version by chance, and a person can still compare them by eye [PD]. */
const shortestHash = 12
const mostPages = 20_000

/**
 * Paper that shows the hash of the version in force is received; of an inspection, paper of another version goes back with the
 * declaration (domain 4.1). Without seal, signature or a required material it is no filing, and the employer is asked to bring it again.
 */
export async function receivePaper(platform: Platform, viewer: Viewer, input: ReceivedPaper): Promise<ReceiveOutcome> {
  const hash = readHash(input.hash)
  if (input.pages < 1 || input.pages > mostPages) throw badInput('pages', `1 to ${mostPages} pages.`)
  if (input.receivedOn > platform.clock.today()) throw badInput('receivedOn', 'Paper cannot be received in the future.')
  if (viewer.kind !== 'STAFF') throw notFound('declaration')
  return platform.database.transaction(async () => {
    // Under the lock that the steps take again.
    const declaration = await lockAnyDeclaration(platform, input.declarationId)
    if (!declaration) throw notFound('declaration')
    const paper = { ...input, hash, ...(await judge(platform, declaration, input, hash)) }
    if (paper.matches && !paper.complete) return { kind: 'refused', declaration, code: 'MATERIALS_MISSING' }
    if (declaration.kind !== annualInspection) return receiveCopy(platform, viewer, declaration, paper)
    const filed = await fileInspection(platform, viewer, paper)
    if (filed.kind === 'done' && filed.taken) await receiveCopy(platform, viewer, declaration, paper)
    return filed
  })
}

interface JudgedPaper extends ReceivedPaper {
  matches: boolean
  complete: boolean
}

async function judge(platform: Platform, declaration: DeclarationRow, { materials }: ReceivedPaper, hash: string) {
  const version = await findVersion(platform, declaration.id, declaration.version)
  const rule = await findPaperRule(platform, oneOf(declarationKinds, declaration.kind, 'kind of declaration'))
  const came = materials === 'ALL' ? rule.materials.map(({ code }) => code) : materials
  return {
    matches: version?.contentHash.startsWith(hash) ?? false,
    complete: missingOf(rule, came).length === 0,
    materials: came,
  }
}

/** The steps of the inspection itself, which closes with its paper. */
async function fileInspection(
  platform: Platform,
  actor: StaffMember,
  paper: JudgedPaper,
): Promise<ReceiveOutcome & { taken?: boolean }> {
  const { matches, hash, receivedOn, pages } = paper
  const sealOk = paper.sealOk && paper.signatureOk
  const outcome = await takeStep(platform, declarationCase, {
    id: paper.declarationId,
    event: matches ? 'FILE_PAPER' : 'RETURN_PAPER',
    actor,
    origin: paper.origin,
    seen: { revision: paper.version },
    decidedOn: paper.decidedOn,
    facts: () => ({ paperMatches: matches, sealed: sealOk }),
    async write(declaration, status) {
      if (!matches)
        await insertNotes(platform, declaration, actor.accountId, [differingNote(hash, declaration.version)])
      return writePaper(platform, declaration.id, { receivedOn, pages, sealOk, status, hash })
    },
    trace: (declaration) =>
      traceOf(matches ? 'FILE_PAPER_OF_DECLARATION' : 'RETURN_PAPER_OF_DECLARATION', declaration, {
        receivedOn,
        pages,
        sealOk,
        hash,
      }),
  })
  if (outcome.kind === 'TAKEN') return { kind: 'done', declaration: outcome.result, taken: true }
  if (outcome.kind === 'ALREADY') return { kind: 'done', declaration: outcome.row }
  return { kind: 'refused', declaration: outcome.row, code: codeOf(outcome.refusal) }
}

/** The step of the paper itself. */
async function receiveCopy(
  platform: Platform,
  actor: StaffMember,
  declaration: DeclarationRow,
  paper: JudgedPaper,
): Promise<ReceiveOutcome> {
  const { matches, complete, receivedOn, pages, materials } = paper
  const annual = declaration.kind === annualInspection
  if (!(await findPaperCopy(platform, declaration.id)))
    return { kind: 'refused', declaration, code: 'ILLEGAL_TRANSITION' }
  const outcome = await takeStep(platform, paperCopyCase, {
    id: declaration.id,
    event: matches || !annual ? 'RECEIVE' : 'RETURN_PAPER',
    actor,
    origin: paper.origin,
    seen: { revision: paper.version },
    facts: () => ({ matches, complete, sealed: paper.sealOk && paper.signatureOk }),
    write: (row, status) =>
      updatePaperCopy(platform, row.declarationId, {
        status,
        ...(status === 'RECEIVED'
          ? {
              receivedOn,
              receivedBy: actor.accountId,
              pages,
              sealed: paper.sealOk,
              signed: paper.signatureOk,
              materials: materials === 'ALL' ? [] : [...materials],
            }
          : {}),
      }),
    // Of an inspection its own step stands in the trail already.
    trace: (row) => (annual ? undefined : traceOfCopy('FILE_PAPER_OF_DECLARATION', row)),
  })
  if (outcome.kind === 'TAKEN' || outcome.kind === 'ALREADY') return { kind: 'done', declaration }
  return { kind: 'refused', declaration, code: codeOf(outcome.refusal) }
}

const differingNote = (hash: string, version: number) => ({
  path: 'unit.signer',
  text: `纸质材料内容校验码 ${hash} 与第 ${version} 版不一致。The paper's content hash differs from version ${version}.`,
})

/** The content hash in what was scanned or typed; throws when there is none. */
export function readHash(text: string): string {
  const [token] = findTokens(text)
  const read = token === undefined ? undefined : readToken(token)
  const hash = read?.facts.contentHash ?? text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  if (!/^[0-9a-f]+$/.test(hash) || hash.length < shortestHash || hash.length > 64) {
    throw badInput('hash', `The content hash as printed: at least its first ${shortestHash} characters, 0-9 and a-f.`)
  }
  return hash
}
