import { answerField, listAnswers, UnitDraft, writeAnswer } from '@shebao/declaration-rules'
import type { Vault } from '../../../platform/crypto.ts'

/** Answers that are personal data or account data: kept encrypted, masked for staff. */
const sealedFields: ReadonlySet<string> = new Set([
  'legalRepresentativeIdNumber',
  'legalRepresentativePhone',
  'handlerPhone',
  'bankAccountNumber',
  'branches',
])

export interface StoredUnitForm {
  unitForm: object
  unitPersonal: Uint8Array<ArrayBuffer>
}

interface SealedPart {
  answers: UnitDraft
  /** Revision in which each answer was last changed, for telling two clerks about each other. */
  changedIn: Record<string, number>
}

export interface OpenUnitForm {
  draft: UnitDraft
  changedIn: Readonly<Record<string, number>>
}

/** What could not be read may be anything, a phone number too, so all of it is sealed. */
const isSealed = (path: string) => path.startsWith('raw.') || sealedFields.has(answerField(path))

export function sealUnitForm(vault: Vault, { draft, changedIn }: OpenUnitForm): StoredUnitForm {
  let open: UnitDraft = {}
  let sealed: UnitDraft = {}
  for (const [path, answer] of listAnswers(draft)) {
    if (isSealed(path)) sealed = writeAnswer(sealed, path, answer)
    else open = writeAnswer(open, path, answer)
  }
  return { unitForm: open, unitPersonal: vault.seal({ answers: sealed, changedIn } satisfies SealedPart) }
}

export function openUnitForm(
  vault: Vault,
  stored: { unitForm: unknown; unitPersonal: Uint8Array | null },
): OpenUnitForm {
  const sealed = stored.unitPersonal ? vault.open<SealedPart>(stored.unitPersonal) : { answers: {}, changedIn: {} }
  return {
    draft: { ...UnitDraft.parse(stored.unitForm), ...UnitDraft.parse(sealed.answers) },
    changedIn: sealed.changedIn,
  }
}
