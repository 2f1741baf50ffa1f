import type { KeptState } from '../../../shared/drafts/keeping.ts'
import type { CallName, Calls, Reply } from './workbench-port.ts'

type Result<Name extends CallName> = Awaited<ReturnType<Calls[Name]>>

export class CallFailed extends Error {
  readonly sessionEnded: boolean
  constructor(sessionEnded: boolean) {
    super('the lists did not answer')
    this.sessionEnded = sessionEnded
  }
}

/** The page's side: asks the worker and waits for its answer. */
export class WorkbenchClient {
  readonly #worker: Worker
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>()
  #last = 0

  constructor(
    worker: Worker,
    onPeople: (people: number) => void,
    onKept: (state: KeptState) => void = () => undefined,
  ) {
    this.#worker = worker
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === 'people') return onPeople(data.people)
      if (data.kind === 'kept') return onKept(data.state)
      const waiting = this.#waiting.get(data.id)
      this.#waiting.delete(data.id)
      if (data.kind === 'result') waiting?.resolve(data.result)
      else waiting?.reject(new CallFailed(data.why === 'SESSION'))
    }
    worker.onerror = () => {
      for (const { reject } of this.#waiting.values()) reject(new CallFailed(false))
      this.#waiting.clear()
    }
  }

  call<Name extends CallName>(name: Name, ...args: Parameters<Calls[Name]>): Promise<Result<Name>> {
    const id = (this.#last += 1)
    const waiting = Promise.withResolvers<unknown>()
    this.#waiting.set(id, waiting)
    this.#worker.postMessage({ id, name, args })
    return waiting.promise as Promise<Result<Name>>
  }

  end(): void {
    this.#worker.terminate()
  }
}
