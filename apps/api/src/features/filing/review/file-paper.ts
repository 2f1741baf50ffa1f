import type { AnnualAction, GuardFacts } from '@shebao/declaration-rules'
import type { Viewer } from '../../../graphql/context.ts'
import { badInput, notFound } from '../../../access/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { annualState, decide } from '../declaration/declaration.policy.ts'
import type { DeclarationRow } from '../declaration/declaration.repository.ts'
import {
  findVersion,
  insertEvent,
  insertNotes,
  lockDeclaration,
  updateStatus,
  writePaper,
} from '../declaration/declaration.repository.ts'
import type { ReviewInput, ReviewRefusal } from './review-declaration.ts'

export interface PaperInput extends ReviewInput {
  receivedOn: string
  pages: number
  /** Seal and signatures stand on the paper. */
  sealOk: boolean
  /** The content hash printed on the paper, whole or its beginning. */
  hash: string
}

export type PaperOutcome =
  | { kind: 'done'; declaration: DeclarationRow }
  | { kind: 'refused'; declaration: DeclarationRow; code: ReviewRefusal | 'SEAL_MISSING' }

/** 48 bits of a SHA-256: nobody meets another version by chance, and a person can still compare them by eye [PD]. */
const shortestHash = 12
const mostPages = 20_000

/**
 * Paper that shows the hash of the version in force is filed; paper of another version goes back with the declaration
 * (domain 4.1). Without seal or signature it is no filing, and the employer is asked to bring it again.
 */
export async function filePaper(platform: Platform, viewer: Viewer, input: PaperInput): Promise<PaperOutcome> {
  const hash = readHash(input.hash)
  if (input.pages < 1 || input.pages > mostPages) throw badInput('pages', `1 to ${mostPages} pages.`)
  if (input.receivedOn > platform.clock.today()) throw badInput('receivedOn', 'Paper cannot be received in the future.')
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'STAFF') throw notFound('declaration')
    if (declaration.version !== input.version) return { kind: 'refused', declaration, code: 'VERSION_CHANGED' }
    const version = await findVersion(platform, declaration.id, declaration.version)
    const matches = version?.contentHash.startsWith(hash) ?? false
    const printed = decide(viewer, annualState(declaration.status), 'PRINT') // paper on the desk was printed, whoever noted it
    const action: AnnualAction = matches ? 'FILE_PAPER' : 'RETURN_PAPER'
    const facts: GuardFacts = { paperHashMatches: matches }
    const decision = decide(viewer, printed.ok ? printed.next : annualState(declaration.status), action, facts)
    if (!decision.ok) return { kind: 'refused', declaration, code: decision.code }
    if (matches && !input.sealOk) return { kind: 'refused', declaration, code: 'SEAL_MISSING' }
    const filed = await writePaper(platform, declaration.id, { status: decision.next, ...input, hash })
    if (!matches) {
      await insertNotes(platform, declaration, viewer.accountId, [
        {
          path: 'unit.signer',
          text: `纸质材料内容校验码 ${hash} 与第 ${declaration.version} 版不一致。The paper's content hash differs from version ${declaration.version}.`,
        },
      ])
    }
    await insertEvent(platform, filed, { action, status: decision.next, viewer })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin: input.origin,
      action: `${action}_OF_DECLARATION`,
      recordType: 'Declaration',
      recordId: declaration.id,
      change: {
        version: declaration.version,
        receivedOn: input.receivedOn,
        pages: input.pages,
        sealOk: input.sealOk,
        hash,
      },
    })
    return { kind: 'done', declaration: filed }
  })
}

/** The last step of a year: paper and record agree and go to the archive. */
export async function closeDeclaration(platform: Platform, viewer: Viewer, input: ReviewInput): Promise<PaperOutcome> {
  return platform.database.transaction(async () => {
    const declaration = await lockDeclaration(platform, input.declarationId)
    if (!declaration || viewer.kind !== 'STAFF') throw notFound('declaration')
    if (declaration.version !== input.version) return { kind: 'refused', declaration, code: 'VERSION_CHANGED' }
    const decision = decide(viewer, annualState(declaration.status), 'CLOSE')
    if (!decision.ok) return { kind: 'refused', declaration, code: decision.code }
    const closed = await updateStatus(platform, declaration.id, { status: decision.next })
    await insertEvent(platform, closed, { action: 'CLOSE', status: decision.next, viewer })
    await platform.audit.record({
      actorKind: 'STAFF',
      actorId: viewer.accountId,
      role: viewer.roles.join(' '),
      origin: input.origin,
      action: 'CLOSE_DECLARATION',
      recordType: 'Declaration',
      recordId: declaration.id,
      change: { version: declaration.version },
    })
    return { kind: 'done', declaration: closed }
  })
}

function readHash(text: string): string {
  const hash = text.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '')
  if (!/^[0-9a-f]+$/.test(hash) || hash.length < shortestHash || hash.length > 64) {
    throw badInput('hash', `The content hash as printed: at least its first ${shortestHash} characters, 0-9 and a-f.`)
  }
  return hash
}
