import type { Viewer } from '../../../access/viewer.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import { noFacts, takeStep } from '../../../case/take-step.ts'
import type { Platform } from '../../../platform/platform.ts'
import {
  declarationCase,
  findVersion,
  insertNotes,
  lockDeclaration,
  traceOf,
  updateStatus,
  writePaper,
} from '../declaration/index.ts'
import { requireReviewer, reviewOutcome } from './review-step.ts'
import type { ReviewInput, ReviewOutcome } from './review-step.ts'

export interface PaperInput extends ReviewInput {
  receivedOn: string
  pages: number
  /** Seal and signatures stand on the paper. */
  sealOk: boolean
  /** The content hash printed on the paper, whole or its beginning. */
  hash: string
}

/** 48 bits of a SHA-256: nobody meets another version by chance, and a person can still compare them by eye [PD]. */
const shortestHash = 12
const mostPages = 20_000

/**
 * Paper that shows the hash of the version in force is filed; paper of another version goes back with the declaration
 * (domain 4.1). Without seal or signature it is no filing, and the employer is asked to bring it again.
 */
export async function filePaper(platform: Platform, viewer: Viewer, input: PaperInput): Promise<ReviewOutcome> {
  const hash = readHash(input.hash)
  if (input.pages < 1 || input.pages > mostPages) throw badInput('pages', `1 to ${mostPages} pages.`)
  if (input.receivedOn > platform.clock.today()) throw badInput('receivedOn', 'Paper cannot be received in the future.')
  const actor = requireReviewer(viewer)
  return platform.database.transaction(async () => {
    const matches = await isPaperOf(platform, input.declarationId, hash)
    const outcome = await takeStep(platform, declarationCase, {
      id: input.declarationId,
      event: matches ? 'FILE_PAPER' : 'RETURN_PAPER',
      actor,
      origin: input.origin,
      seen: { revision: input.version },
      decidedOn: input.decidedOn,
      facts: () => ({ paperMatches: matches, sealed: input.sealOk }),
      async write(declaration, status) {
        if (!matches)
          await insertNotes(platform, declaration, actor.accountId, [differingNote(hash, declaration.version)])
        return writePaper(platform, declaration.id, { ...input, status, hash })
      },
      trace: (declaration) =>
        traceOf(matches ? 'FILE_PAPER_OF_DECLARATION' : 'RETURN_PAPER_OF_DECLARATION', declaration, {
          receivedOn: input.receivedOn,
          pages: input.pages,
          sealOk: input.sealOk,
          hash,
        }),
    })
    return reviewOutcome(outcome)
  })
}

/** Whether the version in force is the one on the paper, under the lock that the step takes again. */
async function isPaperOf(platform: Platform, declarationId: string, hash: string): Promise<boolean> {
  const declaration = await lockDeclaration(platform, declarationId)
  if (!declaration) throw notFound('declaration')
  const version = await findVersion(platform, declaration.id, declaration.version)
  return version?.contentHash.startsWith(hash) ?? false
}

const differingNote = (hash: string, version: number) => ({
  path: 'unit.signer',
  text: `纸质材料内容校验码 ${hash} 与第 ${version} 版不一致。The paper's content hash differs from version ${version}.`,
})

/** The last step of a year: paper and record agree and go to the archive. */
export async function closeDeclaration(platform: Platform, viewer: Viewer, input: ReviewInput): Promise<ReviewOutcome> {
  const outcome = await takeStep(platform, declarationCase, {
    id: input.declarationId,
    event: 'CLOSE',
    actor: requireReviewer(viewer),
    origin: input.origin,
    seen: { revision: input.version },
    decidedOn: input.decidedOn,
    facts: noFacts,
    write: ({ id }, status) => updateStatus(platform, id, { status }),
    trace: (declaration) => traceOf('CLOSE_DECLARATION', declaration),
  })
  return reviewOutcome(outcome)
}

function readHash(text: string): string {
  const hash = text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  if (!/^[0-9a-f]+$/.test(hash) || hash.length < shortestHash || hash.length > 64) {
    throw badInput('hash', `The content hash as printed: at least its first ${shortestHash} characters, 0-9 and a-f.`)
  }
  return hash
}
