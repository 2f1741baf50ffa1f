import type { ProofTask } from './solve-proof.ts'

/** Solves the task in a worker; aborting stops the work at once. */
export function solveInWorker(task: ProofTask, signal: AbortSignal): Promise<number> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./proof.worker.ts', import.meta.url), { type: 'module' })
    const end = (settle: () => void) => {
      worker.terminate()
      settle()
    }
    signal.addEventListener('abort', () => end(() => reject(new DOMException('Stopped.', 'AbortError'))))
    worker.addEventListener('error', () => end(() => reject(new Error('The proof worker failed.'))))
    worker.addEventListener('message', ({ data }: MessageEvent<number | null>) =>
      end(() => (data === null ? reject(new Error('The proof has no solution.')) : resolve(data))),
    )
    worker.postMessage(task)
  })
}
