/**
 * Who signs, and the promise that what was checked is true, kept for this tab until it is submitted. The promise is of what was in
 * sight when it was given: it is kept with that content, and given anew when that has changed.
 */
export interface Signature {
  truthDeclared: boolean
  signer: string
}

const keyOf = (declarationId: string) => `shebao.signature.${declarationId}`

interface KeptSignature extends Signature {
  /** The promise was given and the content is another one since. */
  lapsed: boolean
}

export function readSignature(declarationId: string, content: string): KeptSignature | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(declarationId)) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('signer' in kept) || typeof kept.signer !== 'string') return null
    const ticked = 'truthDeclared' in kept && kept.truthDeclared === true
    const same = 'content' in kept && kept.content === content
    return { signer: kept.signer, truthDeclared: ticked && same, lapsed: ticked && !same }
  } catch {
    return null
  }
}

export function keepSignature(declarationId: string, content: string, signature: Signature | null): void {
  try {
    if (signature === null) sessionStorage.removeItem(keyOf(declarationId))
    else sessionStorage.setItem(keyOf(declarationId), JSON.stringify({ ...signature, content }))
  } catch {
    // Storage can be full or switched off; the form itself still holds both.
  }
}
