import type { KeptState } from '../../../shared/drafts/keeping.ts'
import { SessionEnded } from './load-sources.ts'
import type { WorkbenchSession } from './workbench-session.ts'

/** What the page asks the worker, by name, and what comes back. */
export type Calls = Pick<
  WorkbenchSession,
  | 'load'
  | 'restore'
  | 'keepHere'
  | 'overview'
  | 'find'
  | 'show'
  | 'preview'
  | 'do'
  | 'kept'
  | 'keep'
  | 'undo'
  | 'redo'
  | 'send'
  | 'part'
  | 'confirm'
  | 'rebase'
  | 'settle'
  | 'download'
>
export type CallName = keyof Calls

export interface Call {
  id: number
  name: CallName
  args: unknown[]
}

export type Reply =
  | { kind: 'people'; people: number }
  | { kind: 'kept'; state: KeptState }
  | { kind: 'result'; id: number; result: unknown }
  | { kind: 'failed'; id: number; why: 'SESSION' | 'OTHER' }

/** Answers one call after the other with the session. */
export async function answerCall(session: Calls, { id, name, args }: Call): Promise<Reply> {
  try {
    const method = session[name].bind(session) as (...given: unknown[]) => unknown
    return { kind: 'result', id, result: await method(...args) }
  } catch (error) {
    return { kind: 'failed', id, why: error instanceof SessionEnded ? 'SESSION' : 'OTHER' }
  }
}
