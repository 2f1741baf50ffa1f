import { vi } from 'vitest'
import { answerCall } from '../workbench-port.ts'
import type { Call, Reply } from '../workbench-port.ts'
import { WorkbenchSession } from '../workbench-session.ts'
import type { FakeOffice } from './people.ts'

/** The worker in the test's own thread: messages are copied as between threads. */
export function workInThread(office: FakeOffice): void {
  class WorkerHere {
    onmessage: ((event: { data: Reply }) => void) | null = null
    onerror: (() => void) | null = null
    readonly #session = new WorkbenchSession(
      office.ask,
      (people) => this.#say({ kind: 'people', people }),
      (state) => this.#say({ kind: 'kept', state }),
    )

    postMessage(call: Call): void {
      void answerCall(this.#session, structuredClone(call)).then((reply) => this.#say(reply))
    }
    terminate(): void {
      this.onmessage = null
    }
    #say(reply: Reply): void {
      this.onmessage?.({ data: structuredClone(reply) })
    }
  }
  vi.stubGlobal('Worker', WorkerHere)
}
