import { useClient } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { keepOwnValues, reopenKept, useKeepRefusalText } from '../comparison/index.ts'
import type { Kept } from '../comparison/index.ts'
import type { BatchSaver } from './batch-saver.ts'
import { messages } from './messages.ts'
import type { Workbench } from './use-workbench.ts'

/** What came of asking the office; `failure` says why nothing, or not all, was done. */
interface Answered {
  kept?: Kept
  failure?: string
}

/** Keeps the own values of a whole kind at the office, and takes that back: no row changes, so the list is saved first. */
export function useKeeping(declarationId: string, { client, take }: Workbench, saver: BatchSaver | undefined) {
  const t = useMessages(messages)
  const apollo = useClient()
  const refusal = useKeepRefusalText()
  const ask = async ({ of, reason }: Pick<Kept, 'of' | 'reason'>): Promise<Answered> => {
    try {
      await saver?.flush()
      if (((await client?.call('overview'))?.unsaved ?? 0) > 0) return { failure: t('keepUnsaved') }
      const outcome = await keepOwnValues(apollo, declarationId, { of, reason })
      if (outcome.kind === 'REFUSED') return { failure: refusal(outcome.code) }
      return { kept: { of, reason, ids: outcome.ids } }
    } catch {
      return { failure: t('keepFailed') }
    }
  }
  const keep = async (what: Pick<Kept, 'of' | 'reason'>): Promise<Answered> => {
    const answered = await ask(what)
    if (answered.kept && client) await take(await client.call('keep', answered.kept), false)
    return answered
  }
  /** Before a step is undone or redone: what it said to the office is taken back or said again; empty for any other step. */
  const before = async (way: 'undo' | 'redo'): Promise<Answered & { isLost?: boolean }> => {
    const kept = await client?.call('kept', way)
    if (kept === undefined) return {}
    if (way === 'redo') return ask(kept)
    try {
      const code = await reopenKept(apollo, declarationId, kept.ids)
      // What stands no more at the office cannot be undone; the steps before it still can.
      return code === undefined ? { kept } : { failure: t('keepNotUndone', { why: refusal(code) }), isLost: true }
    } catch {
      return { failure: t('keepFailed') }
    }
  }
  return { keep, before }
}

export type Keeping = ReturnType<typeof useKeeping>
