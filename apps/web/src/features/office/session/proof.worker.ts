import { solveProof, type ProofTask } from './solve-proof.ts'

/** Off the page's thread, so that typing stays smooth. Plain SHA-256: `crypto.subtle` is missing on http in an office network. */
self.addEventListener('message', ({ data }: MessageEvent<ProofTask>) => {
  self.postMessage(solveProof(data) ?? null)
})
